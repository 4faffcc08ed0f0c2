// SPDX-License-Identifier: Apache-2.0
#include "store/fact_writer.hpp"

namespace kept::store {

void FactWriter::write(std::int32_t source_number, const facts::Rate& row) {
  Appender& line = to(FactTable::rate).integer(source_number).integer(row.line).text(row.currency);
  line.text(row.month.to_string()).decimal(row.usd_per_unit).text(row.source).end_row();
}

void FactWriter::write(std::int32_t source_number, const facts::Observation& row) {
  Appender& line = to(FactTable::observation).integer(source_number).integer(row.line).code(row.indicator);
  line.boolean(row.in_catalogue).code(row.area).code(to_string(row.area_kind)).integer(row.year);
  line.code(row.period).code(row.sex).code(row.breakdown).real(row.value).real(row.lower).real(row.upper);
  line.code(row.unit).text(row.raw_value).code(row.status).end_row();
}

void FactWriter::write(std::int32_t source_number, const facts::IncomeGroup& row) {
  Appender& line = to(FactTable::income_group).integer(source_number).integer(row.line).text(row.iso3);
  line.text(row.fiscal_year).text(row.group).end_row();
}

void FactWriter::write(std::int32_t source_number, const facts::Participant& row) {
  Appender& line = to(FactTable::participant).integer(source_number).integer(row.line).text(row.person);
  line.text(row.country).text(row.sex).integer(row.birth_year).text(row.programme).text(row.status);
  line.date(row.date).end_row();
}

void FactWriter::write(std::int32_t source_number, const facts::Event& row) {
  Appender& line =
      to(FactTable::event).integer(source_number).integer(row.line).text(row.kind).date(row.date);
  line.text(row.parties).text(row.title).text(row.document).end_row();
}

void FactWriter::write(std::int32_t source_number, const facts::OrganisationBudget& row) {
  Appender& line = to(FactTable::organisation_budget).integer(source_number).integer(row.line);
  line.text(row.organisation).text(row.kind).text(row.recipient).text(row.status).date(row.period_start);
  const bool has_value = row.value && fits(*row.value, 28, derive::k_money_scale);
  line.date(row.period_end)
      .decimal(has_value ? row.value : std::nullopt)
      .text(row.currency)
      .date(row.value_date)
      .end_row();
}

} // namespace kept::store
