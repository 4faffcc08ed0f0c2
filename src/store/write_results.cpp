// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "store/fact_writer.hpp"
#include "store/money_text.hpp"

namespace kept::store {
namespace {

constexpr int k_indicator_scale = 8;

} // namespace

void FactWriter::write_results(const ActivityKey& key, const facts::Activity& activity) {
  std::int64_t result_number = 0, indicator_number = 0, value_number = 0;
  const auto write_values = [&](std::string_view kind, std::optional<std::int64_t> period_number,
                                std::span<const facts::IndicatorValue> values) {
    for (const facts::IndicatorValue& value : values) {
      const auto number = storable_number(value.value, k_indicator_scale);
      Appender& line = row(FactTable::indicator_value, key).integer(indicator_number).integer(period_number);
      line.integer(++value_number).integer(value.line).code(kind).text(beyond(number, value.value));
      line.figure(number).code(value.year).date(value.date);
      line.integer(m_dimensions->number(value.dimensions)).end_row();
    }
  };

  for (const facts::ActivityResult& result : activity.results) {
    row(FactTable::result, key)
        .integer(++result_number)
        .integer(result.line)
        .code(result.type)
        .text(result.title)
        .end_row();
    for (const facts::Indicator& indicator : result.indicators) {
      Appender& line = row(FactTable::indicator, key).integer(result_number).integer(++indicator_number);
      line.integer(indicator.line)
          .code(indicator.measure)
          .text(indicator.title)
          .text(beyond(indicator.title, fold(indicator.title)));
      line.code(indicator.reference_vocabulary).text(indicator.reference_code);
      line.text(fold(indicator.reference_code)).boolean(indicator.ascending).end_row();
      write_values("baseline", std::nullopt, indicator.baselines);
      std::int64_t period_number = 0;
      for (const facts::IndicatorPeriod& period : indicator.periods) {
        row(FactTable::indicator_period, key)
            .integer(indicator_number)
            .integer(++period_number)
            .integer(period.line)
            .date(period.start)
            .date(period.end)
            .end_row();
        write_values("target", period_number, period.targets);
        write_values("actual", period_number, period.actuals);
      }
    }
  }
}

} // namespace kept::store
