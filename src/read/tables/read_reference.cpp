// SPDX-License-Identifier: Apache-2.0
#include "read/tables/read_reference.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/hash.hpp"
#include "read/tables/rate_number.hpp"
#include "read/tables/read_statistics_reference.hpp"
#include "read/tables/shipped_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

namespace kept::read::tables {
namespace {

namespace fs = std::filesystem;

/// Sorted, as the digest takes them.
constexpr std::array<std::string_view, 10> k_files{
    "aggregates.csv",    "area_names.csv",  "areas.csv",        "codes.csv", "groups.csv",
    "income_groups.csv", "indicators.yaml", "observations.csv", "rates.csv", "series.csv"};

std::vector<facts::Area> read_areas(const fs::path& path) {
  ShippedTable table(path);
  const std::size_t iso2 = table.column("iso2"), iso3 = table.column("iso3"), m49 = table.column("m49");
  const std::size_t english = table.column("name_en"), chinese = table.column("name_zh"),
                    korean = table.column("name_ko");
  const std::size_t region = table.column("region"), sub_region = table.column("sub_region");
  std::vector<facts::Area> areas;
  std::unordered_set<std::string> seen;
  while (table.next()) {
    facts::Area area;
    area.iso2 = table.cell(iso2, "iso2", 2);
    area.iso3 = table.cell(iso3, "iso3", 3);
    area.m49 = table.cell(m49);
    area.name_en = table.cell(english, "name_en", 0);
    area.name_zh = table.cell(chinese);
    area.name_ko = table.cell(korean);
    area.region = table.cell(region);
    area.sub_region = table.cell(sub_region);
    if (!seen.insert(area.iso3).second)
      table.damaged(fmt::format("{} stands there twice", area.iso3));
    areas.push_back(std::move(area));
  }
  return areas;
}

std::vector<facts::GroupMember> read_groups(const fs::path& path, const std::vector<facts::Area>& areas) {
  std::unordered_set<std::string> known;
  for (const facts::Area& area : areas)
    known.insert(area.iso3);
  ShippedTable table(path);
  const std::size_t group = table.column("group"), iso3 = table.column("iso3");
  std::vector<facts::GroupMember> members;
  while (table.next()) {
    members.push_back({table.cell(group, "group", 0), table.cell(iso3, "iso3", 3)});
    if (!known.contains(members.back().iso3))
      table.damaged(fmt::format("`{}` is not in areas.csv", members.back().iso3));
  }
  return members;
}

std::vector<facts::CodeEntry> read_codes(const fs::path& path) {
  ShippedTable table(path);
  const std::size_t list = table.column("list"), code = table.column("code"), name = table.column("name");
  std::vector<facts::CodeEntry> codes;
  while (table.next())
    codes.push_back({table.cell(list, "list", 0), table.cell(code, "code", 0), table.cell(name)});
  return codes;
}

std::vector<facts::Rate> read_shipped_rates(const fs::path& path) {
  ShippedTable table(path);
  const std::size_t currency = table.column("currency"), month = table.column("month");
  const std::size_t usd_per_unit = table.column("usd_per_unit"), source = table.column("source");
  std::vector<facts::Rate> rates;
  std::set<std::pair<std::string, Month>> seen;
  while (table.next()) {
    facts::Rate rate;
    rate.currency = table.cell(currency, "currency", 3);
    const auto parsed_month = Month::parse(table.cell(month));
    const auto parsed_rate = parse_rate(table.cell(usd_per_unit));
    if (!parsed_month)
      table.damaged(fmt::format("`{}` is {}", table.cell(month), parsed_month.error().why));
    if (!parsed_rate)
      table.damaged(fmt::format("`{}` is {}", table.cell(usd_per_unit), parsed_rate.error().why));
    rate.month = *parsed_month;
    rate.usd_per_unit = *parsed_rate;
    rate.source = table.cell(source, "source", 0);
    if (!seen.emplace(rate.currency, rate.month).second)
      table.damaged(fmt::format("{} has two rates for {}", rate.currency, rate.month.to_string()));
    rates.push_back(std::move(rate));
  }
  return rates;
}

/// The length of each part goes before it, so that no two sets of files give the same bytes.
std::string digest_of(const fs::path& folder) {
  Sha256 hash;
  for (const std::string_view name : k_files) {
    const std::string content = read_file(folder / name);
    hash.update(fmt::format("{} {} {}\n", name.size(), name, content.size()));
    hash.update(content);
  }
  return hash.hex();
}

} // namespace

facts::Reference read_reference(const fs::path& folder) {
  for (const std::string_view name : k_files)
    if (!fs::exists(folder / name))
      throw Error(ErrorKind::input, "a table of reference is missing", (folder / name).string(),
                  std::string(k_shipped_remedy));
  facts::Reference reference;
  reference.areas = read_areas(folder / "areas.csv");
  reference.groups = read_groups(folder / "groups.csv", reference.areas);
  reference.codes = read_codes(folder / "codes.csv");
  reference.rates = read_shipped_rates(folder / "rates.csv");
  read_statistics_reference(folder, reference);
  reference.digest = digest_of(folder);
  return reference;
}

} // namespace kept::read::tables
