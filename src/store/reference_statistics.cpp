// SPDX-License-Identifier: Apache-2.0
#include "store/reference_statistics.hpp"

#include "base/text.hpp"
#include "store/duckdb_appender.hpp"
#include "store/duckdb_database.hpp"

#include <fmt/format.h>

namespace kept::store {
namespace {

void write_names(const Connection& connection, const facts::Reference& reference) {
  Appender aliases(connection, "reference", "area_alias");
  for (const facts::AreaAlias& alias : reference.aliases)
    aliases.text(alias.iso3).text(alias.alias).text(fold(alias.alias)).end_row();
  aliases.flush();
  Appender aggregates(connection, "reference", "aggregate");
  for (const facts::Aggregate& aggregate : reference.aggregates)
    aggregates.text(aggregate.code).text(aggregate.publisher).text(aggregate.name).end_row();
  aggregates.flush();
}

/// "AGE=M12T23;VACCINE=MCV1"
std::string conditions_of(const facts::IndicatorCode& code) {
  std::vector<std::string> parts;
  for (const auto& [dimension, value] : code.where)
    parts.push_back(fmt::format("{}={}", dimension, value));
  return fmt::format("{}", fmt::join(parts, ";"));
}

void write_indicators(const Connection& connection, const facts::Reference& reference) {
  Appender units(connection, "reference", "indicator_unit");
  for (const facts::IndicatorUnit& unit : reference.units)
    units.text(unit.id).text(unit.name).text(unit.base).real(unit.per).boolean(unit.share).end_row();
  units.flush();
  Appender rows(connection, "reference", "indicator");
  Appender codes(connection, "reference", "indicator_code");
  std::int64_t position = 0;
  for (const facts::CatalogueIndicator& indicator : reference.indicators) {
    rows.text(indicator.id).text(indicator.name_en).text(indicator.name_zh).text(indicator.name_ko);
    rows.text(indicator.unit).boolean(indicator.lower_is_better);
    if (const auto& target = indicator.target) {
      rows.text(target->goal).integer(target->year).real(target->at_most).real(target->world_at_most);
      rows.integer(target->reduced_from ? std::optional<std::int64_t>(*target->reduced_from) : std::nullopt);
      rows.real(target->reduced_by).end_row();
    } else {
      rows.null().null().null().null().null().null().end_row();
    }
    for (const facts::IndicatorCode& code : indicator.codes)
      codes.integer(++position)
          .text(indicator.id)
          .text(code.scheme)
          .text(code.code)
          .text(conditions_of(code))
          .text(code.unit)
          .end_row();
  }
  rows.flush();
  codes.flush();
}

void write_figures(const Connection& connection, const facts::Reference& reference) {
  Appender groups(connection, "reference", "income_group");
  for (const facts::IncomeGroup& group : reference.income_groups)
    groups.integer(group.line).text(group.iso3).text(group.fiscal_year).text(group.group).end_row();
  groups.flush();
  Appender series(connection, "reference", "series");
  for (const facts::Series& one : reference.series)
    series.text(one.id).text(one.publisher).text(one.title).date(one.published).text(one.note).end_row();
  series.flush();
  Appender figures(connection, "reference", "observation");
  for (const facts::ShippedObservation& figure : reference.observations) {
    figures.integer(figure.line).text(figure.indicator).text(figure.iso3).integer(figure.year);
    figures.real(figure.value).text(figure.raw_value).text(figure.series).end_row();
  }
  figures.flush();
}

} // namespace

void replace_reference_statistics(const Connection& connection, const facts::Reference& reference) {
  for (const char* table : {"area_alias", "aggregate", "indicator_unit", "indicator", "indicator_code",
                            "income_group", "series", "observation"})
    connection.execute(std::string("DELETE FROM reference.") + table);
  write_names(connection, reference);
  write_indicators(connection, reference);
  write_figures(connection, reference);
}

} // namespace kept::store
