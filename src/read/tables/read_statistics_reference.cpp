// SPDX-License-Identifier: Apache-2.0
#include "read/tables/read_statistics_reference.hpp"

#include "read/statistics/catalogue.hpp"
#include "read/statistics/number.hpp"
#include "read/statistics/period.hpp"
#include "read/tables/shipped_table.hpp"

#include <fmt/format.h>

#include <set>
#include <unordered_set>

namespace kept::read::tables {
namespace {

namespace fs = std::filesystem;

std::string known_iso3(const ShippedTable& table, std::size_t column,
                       const std::unordered_set<std::string>& known) {
  std::string iso3 = table.cell(column, "iso3", 3);
  if (!known.contains(iso3))
    table.damaged(fmt::format("`{}` is not in areas.csv", iso3));
  return iso3;
}

void read_aliases(const fs::path& path, const std::unordered_set<std::string>& known,
                  std::vector<facts::AreaAlias>& aliases) {
  ShippedTable table(path);
  const std::size_t iso3 = table.column("iso3"), alias = table.column("alias");
  while (table.next())
    aliases.push_back({known_iso3(table, iso3, known), table.cell(alias, "alias", 0)});
}

void read_aggregates(const fs::path& path, std::vector<facts::Aggregate>& aggregates) {
  ShippedTable table(path);
  const std::size_t code = table.column("code"), publisher = table.column("publisher"),
                    name = table.column("name");
  while (table.next())
    aggregates.push_back(
        {table.cell(code, "code", 0), table.cell(publisher, "publisher", 0), table.cell(name, "name", 0)});
}

void read_income(const fs::path& path, const std::unordered_set<std::string>& known,
                 std::vector<facts::IncomeGroup>& groups) {
  ShippedTable table(path);
  const std::size_t iso3 = table.column("iso3"), year = table.column("fiscal_year"),
                    group = table.column("group");
  while (table.next())
    groups.push_back({table.line(), known_iso3(table, iso3, known), table.cell(year, "fiscal year", 4),
                      table.cell(group, "group", 0)});
}

void read_series(const fs::path& path, std::vector<facts::Series>& series) {
  ShippedTable table(path);
  const std::size_t id = table.column("id"), publisher = table.column("publisher"),
                    title = table.column("title"), published = table.column("published"),
                    note = table.column("note");
  while (table.next()) {
    const auto day = Date::parse(table.cell(published));
    if (!day)
      table.damaged(fmt::format("`{}` is {}", table.cell(published), day.error().why));
    series.push_back({table.cell(id, "id", 0), table.cell(publisher, "publisher", 0),
                      table.cell(title, "title", 0), *day, table.cell(note)});
  }
}

void read_observations(const fs::path& path, const std::unordered_set<std::string>& known,
                       facts::Reference& reference) {
  std::unordered_set<std::string> indicators, series;
  for (const facts::CatalogueIndicator& indicator : reference.indicators)
    indicators.insert(indicator.id);
  for (const facts::Series& one : reference.series)
    series.insert(one.id);
  ShippedTable table(path);
  const std::size_t indicator = table.column("indicator"), iso3 = table.column("iso3"),
                    year = table.column("year"), value = table.column("value"), of = table.column("series");
  while (table.next()) {
    facts::ShippedObservation figure;
    figure.line = table.line();
    figure.indicator = table.cell(indicator);
    figure.iso3 = known_iso3(table, iso3, known);
    figure.raw_value = table.cell(value);
    figure.series = table.cell(of);
    const auto period = statistics::parse_period(table.cell(year));
    const auto number = statistics::parse_number(figure.raw_value, statistics::DecimalMark::point);
    if (!indicators.contains(figure.indicator) || !series.contains(figure.series))
      table.damaged(
          fmt::format("`{}` or `{}` is not in the catalogue or the series", figure.indicator, figure.series));
    if (!period || !number || !*number)
      table.damaged(fmt::format("`{}` or `{}` cannot be read", table.cell(year), figure.raw_value));
    figure.year = period->year;
    figure.value = **number;
    reference.observations.push_back(std::move(figure));
  }
}

} // namespace

void read_statistics_reference(const fs::path& folder, facts::Reference& reference) {
  std::unordered_set<std::string> known;
  for (const facts::Area& area : reference.areas)
    known.insert(area.iso3);
  read_aliases(folder / "area_names.csv", known, reference.aliases);
  read_aggregates(folder / "aggregates.csv", reference.aggregates);
  read_income(folder / "income_groups.csv", known, reference.income_groups);
  statistics::Catalogue catalogue = statistics::read_catalogue(folder / "indicators.yaml");
  reference.units = std::move(catalogue.units);
  reference.indicators = std::move(catalogue.indicators);
  read_series(folder / "series.csv", reference.series);
  read_observations(folder / "observations.csv", known, reference);
}

} // namespace kept::read::tables
