// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "store/sql_answers.hpp"

#include <algorithm>
#include <array>
#include <set>

// The questions on indicators, figures and areas.

namespace kept::store {
namespace {

using namespace kept::measure;

struct IncomeName {
  std::string_view name;                  ///< of the group, as ledgers write it
  std::array<std::string_view, 2> groups; ///< in the tables
};
constexpr std::array<IncomeName, 5> k_income_names{{{"low-income", {"low", ""}},
                                                    {"lower-middle-income", {"lower-middle", ""}},
                                                    {"middle-income", {"lower-middle", "upper-middle"}},
                                                    {"upper-middle-income", {"upper-middle", ""}},
                                                    {"high-income", {"high", ""}}}};
constexpr std::string_view k_world = "world";

/// Fiscal year n of the World Bank begins on 1 July of n − 1; "FY89" is of 1989.
Date first_day(std::string_view fiscal_year) {
  const int number = (fiscal_year[2] - '0') * 10 + (fiscal_year[3] - '0');
  return Date::from_ymd((number >= 89 ? 1900 : 2000) + number - 1, 7, 1);
}

facts::CatalogueIndicator read_indicator(RowReader& row) {
  facts::CatalogueIndicator indicator;
  indicator.id = row.text();
  indicator.name_en = row.text();
  indicator.name_zh = row.text();
  indicator.name_ko = row.text();
  indicator.unit = row.text();
  indicator.lower_is_better = row.boolean();
  facts::IndicatorTarget target;
  target.goal = row.text();
  target.year = row.integer();
  target.at_most = row.real();
  target.world_at_most = row.real();
  if (const int year = row.integer(); year != 0)
    target.reduced_from = year;
  target.reduced_by = row.real();
  if (!target.goal.empty())
    indicator.target = std::move(target);
  return indicator;
}

const std::string k_indicators =
    "SELECT id, name_en, name_zh, name_ko, unit, lower_is_better, goal, target_year, at_most, world_at_most, "
    "reduced_from, reduced_by FROM reference.indicator";

} // namespace

std::vector<facts::CatalogueIndicator> SqlEvidence::indicators() const {
  return ask<facts::CatalogueIndicator>(k_indicators, {}, " ORDER BY id", read_indicator);
}

std::optional<facts::CatalogueIndicator> SqlEvidence::indicator(std::string_view id) const {
  SqlConditions conditions;
  conditions.add("id = ?", {std::string(id)});
  auto found = ask<facts::CatalogueIndicator>(k_indicators, conditions, " ORDER BY id", read_indicator);
  if (found.empty())
    return std::nullopt;
  return std::move(found.front());
}

std::optional<facts::IndicatorUnit> SqlEvidence::indicator_unit(std::string_view id) const {
  SqlConditions conditions;
  conditions.add("id = ?", {std::string(id)});
  auto found = ask<facts::IndicatorUnit>("SELECT id, name, base, per, share FROM reference.indicator_unit",
                                         conditions, " ORDER BY id", [](RowReader& row) {
                                           facts::IndicatorUnit unit;
                                           unit.id = row.text();
                                           unit.name = row.text();
                                           unit.base = row.text();
                                           unit.per = row.real().value_or(1);
                                           unit.share = row.boolean();
                                           return unit;
                                         });
  if (found.empty())
    return std::nullopt;
  return std::move(found.front());
}

std::vector<ObservationRecord> SqlEvidence::observations(std::string_view indicator,
                                                         const std::vector<std::string>& areas) const {
  SqlConditions conditions = this->conditions("f.illustrative");
  // An indicator that no loaded fact names has no number.
  const std::string figures =
      m_numbers.codes({std::string(indicator)}).empty() ? "derived.shipped_figure" : "derived.figure";
  conditions.add("f.indicator = ?", {std::string(indicator)});
  conditions.add_one_of("f.area", areas);
  return ask<ObservationRecord>(
      "SELECT f.source, f.line, f.area, f.year, f.value, f.lower, f.upper, "
      "f.raw_value, f.publication, f.published, "
      "f.shipped FROM " +
          figures + " f",
      conditions,
      " ORDER BY f.area, f.year, f.shipped, f.published DESC NULLS LAST, f.source, f.period "
      "IS NULL DESC, f.period DESC, "
      "f.line DESC",
      [](RowReader& row) {
        ObservationRecord record;
        record.place = row.place();
        record.area = row.text();
        record.year = row.integer();
        record.value = row.real().value_or(0);
        record.lower = row.real();
        record.upper = row.real();
        record.raw_value = row.text();
        record.publication = row.text();
        record.published = row.date();
        record.shipped = row.boolean();
        return record;
      });
}

std::string SqlEvidence::fiscal_year(std::string_view vintage, Date as_of) const {
  const Connection connection = m_database.connect();
  std::string newest;
  for (Rows rows = connection.prepare("SELECT DISTINCT fiscal_year FROM income_groups").rows();
       rows.next();) {
    std::string year = rows.string(0);
    if (vintage.empty() ? first_day(year) <= as_of && (newest.empty() || first_day(newest) < first_day(year))
                        : year == vintage)
      newest = std::move(year);
  }
  return newest;
}

AreaGroup SqlEvidence::area_group(std::string_view name, std::string_view vintage, Date as_of) const {
  const std::scoped_lock lock(m_groups_mutex);
  AreaGroup& group = m_groups[{std::string(name), std::string(vintage), as_of}];
  if (group.name.empty())
    group = read_area_group(name, vintage, as_of);
  return group;
}

AreaGroup SqlEvidence::read_area_group(std::string_view name, std::string_view vintage, Date as_of) const {
  AreaGroup group;
  group.name = name;
  const auto first = [](RowReader& row) { return row.text(); };
  const auto income = std::find_if(k_income_names.begin(), k_income_names.end(),
                                   [&](const IncomeName& known) { return known.name == name; });
  SqlConditions conditions;
  if (income != k_income_names.end()) {
    group.vintage = fiscal_year(vintage, as_of);
    std::vector<std::string> groups;
    for (const std::string_view part : income->groups)
      if (!part.empty())
        groups.emplace_back(part);
    conditions.add("g.fiscal_year = ?", {group.vintage});
    // A loaded history of a year goes in the place of the shipped one.
    conditions.add(
        "(g.source IS NOT NULL) = EXISTS (SELECT 1 FROM income_groups l JOIN fact.source s ON s.name = "
        "l.source WHERE l.fiscal_year = g.fiscal_year AND NOT s.illustrative)");
    conditions.add(
        "g.source IS NULL OR NOT (SELECT s.illustrative FROM fact.source s WHERE s.name = g.source)");
    conditions.add_one_of("g.group_name", groups);
    group.members = ask<std::string>("SELECT DISTINCT g.iso3 FROM income_groups g", conditions,
                                     " ORDER BY g.iso3", first);
  } else if (name == k_world) {
    group.members = ask<std::string>("SELECT DISTINCT a.iso3 FROM reference.area a", conditions,
                                     " ORDER BY a.iso3", first);
  } else {
    conditions.add("g.group_name = ?", {std::string(name)});
    group.members = ask<std::string>("SELECT DISTINCT g.iso3 FROM reference.group_member g", conditions,
                                     " ORDER BY g.iso3", first);
  }
  return group;
}

std::vector<std::string> SqlEvidence::area_group_names() const {
  std::set<std::string> names{std::string(k_world)};
  for (const IncomeName& income : k_income_names)
    names.emplace(income.name);
  const Connection connection = m_database.connect();
  for (Rows rows = connection.prepare("SELECT DISTINCT group_name FROM reference.group_member").rows();
       rows.next();)
    names.insert(rows.string(0));
  return {names.begin(), names.end()};
}

const SqlEvidence::Areas& SqlEvidence::areas() const {
  std::call_once(m_areas_read, [this] {
    const Connection connection = m_database.connect();
    for (Rows rows = connection.prepare("SELECT iso2, iso3, m49, name_en FROM reference.area").rows();
         rows.next();) {
      const std::string iso2 = rows.string(0), iso3 = rows.string(1);
      if (!iso2.empty()) {
        m_areas.alpha2.emplace(iso2, iso2);
        m_areas.alpha2.emplace(iso3, iso2);
      }
      for (const std::string& code : {iso2, iso3, rows.string(2)})
        if (!code.empty())
          m_areas.alpha3_by_code.emplace(code, iso3);
      m_areas.alpha3_by_name.emplace(fold(rows.text(3)), iso3);
      m_areas.name.emplace(iso3, rows.string(3));
    }
    for (Rows rows = connection.prepare("SELECT alias_folded, iso3 FROM reference.area_alias").rows();
         rows.next();)
      m_areas.alpha3_by_name.emplace(rows.string(0), rows.string(1));
  });
  return m_areas;
}

std::string SqlEvidence::alpha2(std::string_view country) const {
  const auto found = areas().alpha2.find(upper(trim(country)));
  return found != areas().alpha2.end() ? found->second : std::string(country);
}

std::string SqlEvidence::alpha3(std::string_view country) const {
  if (const auto found = areas().alpha3_by_code.find(upper(trim(country)));
      found != areas().alpha3_by_code.end())
    return found->second;
  const auto found = areas().alpha3_by_name.find(fold(country));
  return found != areas().alpha3_by_name.end() ? found->second : std::string();
}

std::string SqlEvidence::area_name(std::string_view alpha3) const {
  const auto found = areas().name.find(alpha3);
  return found != areas().name.end() ? found->second : std::string(alpha3);
}

} // namespace kept::store
