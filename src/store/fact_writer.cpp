// SPDX-License-Identifier: Apache-2.0
#include "store/fact_writer.hpp"

namespace kept::store {
namespace {

struct TableName {
  const char* schema;
  const char* table;
};

// In the order of FactTable.
constexpr std::array<TableName, static_cast<std::size_t>(FactTable::count)> k_tables = {{
    {"fact", "organisation"},
    {"fact", "finding"},
    {"fact", "activity"},
    {"fact", "narrative"},
    {"fact", "other_identifier"},
    {"fact", "activity_date"},
    {"fact", "participating_org"},
    {"fact", "share"},
    {"fact", "location"},
    {"fact", "classification"},
    {"fact", "policy_marker"},
    {"fact", "humanitarian_scope"},
    {"fact", "budget"},
    {"fact", "planned_disbursement"},
    {"fact", "related_activity"},
    {"fact", "document"},
    {"fact", "transaction"},
    {"derived", "flow"},
    {"fact", "result"},
    {"fact", "indicator"},
    {"fact", "indicator_period"},
    {"fact", "indicator_value"},
    {"fact", "dimension"},
    {"fact", "organisation_budget"},
    {"fact", "participant"},
    {"fact", "event"},
    {"fact", "rate"},
    {"fact", "observation"},
    {"fact", "income_group"},
}};

} // namespace

FactWriter::FactWriter(const Database& database, std::atomic<std::int32_t>& next_organisation)
    : m_connection(database.connect()),
      m_organisations(std::make_unique<OrganisationNumbers>(to(FactTable::organisation), next_organisation)) {
}

Appender& FactWriter::to(FactTable table) {
  const auto index = static_cast<std::size_t>(table);
  if (!m_appenders[index])
    m_appenders[index] =
        std::make_unique<Appender>(m_connection, k_tables[index].schema, k_tables[index].table);
  if (!m_begun) {
    m_connection.execute("BEGIN TRANSACTION");
    m_begun = true;
  }
  return *m_appenders[index];
}

Appender& FactWriter::row(FactTable table, const ActivityKey& key) {
  return to(table).integer(key.source_number).integer(key.ordinal);
}

void FactWriter::write(std::int32_t source_number, const facts::Finding& finding, std::string_view origin) {
  Appender& row = to(FactTable::finding).integer(source_number).text(origin).text(finding.rule);
  row.text(to_string(finding.severity))
      .integer(finding.line)
      .text(finding.iati_identifier)
      .text(finding.message);
  const bool has_amount = finding.amount && fits(*finding.amount, 28, derive::k_money_scale);
  row.decimal(has_amount ? finding.amount : std::nullopt).text(finding.currency).end_row();
}

void FactWriter::flush() {
  for (const auto& appender : m_appenders)
    if (appender)
      appender->flush();
}

void FactWriter::commit() {
  if (!m_begun)
    return;
  flush();
  m_connection.execute("COMMIT");
  m_begun = false;
}

} // namespace kept::store
