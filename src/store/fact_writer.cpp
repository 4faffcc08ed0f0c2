// SPDX-License-Identifier: Apache-2.0
#include "store/fact_writer.hpp"

namespace kept::store {
namespace {

// In the order of FactTable.
constexpr std::array<const char*, static_cast<std::size_t>(FactTable::count)> k_tables = {
    "code",
    "organisation",
    "finding",
    "activity",
    "narrative",
    "other_identifier",
    "activity_date",
    "participating_org",
    "share",
    "location",
    "classification",
    "policy_marker",
    "humanitarian_scope",
    "budget",
    "planned_disbursement",
    "related_activity",
    "document",
    "transaction",
    "terms",
    "usd_rate",
    "transaction_text",
    "split",
    "transfer",
    "money_again",
    "result",
    "indicator",
    "indicator_period",
    "indicator_value",
    "dimension",
    "organisation_budget",
    "participant",
    "event",
    "rate",
    "observation",
    "income_group",
};

} // namespace

FactWriter::FactWriter(const Database& database, SharedNumbers& numbers)
    : m_of_facts(database.connect()), m_of_organisations(database.connect()),
      m_codes(std::make_unique<CodeWriter>(numbers.codes, to(FactTable::code))),
      m_organisations(
          std::make_unique<OrganisationWriter>(numbers.organisations, to(FactTable::organisation))),
      m_terms(std::make_unique<TermNumbers>(to(FactTable::terms), *m_codes, numbers.next_terms)),
      m_rates(std::make_unique<RateNumbers>(to(FactTable::usd_rate), numbers.next_rate)),
      m_dimensions(
          std::make_unique<DimensionNumbers>(to(FactTable::dimension), *m_codes, numbers.next_dimensions)) {}

Appender& FactWriter::begin(FactTable table) {
  const auto index = static_cast<std::size_t>(table);
  if (!m_appenders[index])
    m_appenders[index] =
        std::make_unique<Appender>(transaction(table).connection, "packed", k_tables[index], m_codes.get());
  transaction(table).begin();
  return *m_appenders[index];
}

Appender& FactWriter::row(FactTable table, const ActivityKey& key) {
  return to(table).integer(key.source_number).integer(key.ordinal);
}

void FactWriter::write(std::int32_t source_number, const facts::Finding& finding, std::string_view origin) {
  Appender& row = to(FactTable::finding).integer(source_number).code(origin).code(finding.rule);
  row.code(to_string(finding.severity))
      .integer(finding.line)
      .text(finding.iati_identifier)
      .text(finding.message);
  const bool has_amount = finding.amount && fits(*finding.amount, 28, derive::k_money_scale);
  row.decimal(has_amount ? finding.amount : std::nullopt).code(finding.currency).end_row();
}

void FactWriter::write_finding(const Rows& row) {
  Appender& line = to(FactTable::finding).integer(row.integer(0)).code(row.text(1)).code(row.text(2));
  line.code(row.text(3)).integer(row.integer(4)).text(row.text(5)).text(row.text(6)).decimal(row.decimal(7));
  line.code(row.text(8)).end_row();
}

void FactWriter::finish(FactTable table, std::span<const std::unique_ptr<FactWriter>> writers) {
  std::vector<Appender*> appenders;
  for (const auto& writer : writers)
    if (Appender* const known = writer->appender(table))
      appenders.push_back(known);
  if (!appenders.empty())
    to(table).finish(appenders);
}

void FactWriter::Transaction::begin() {
  if (!begun)
    connection.execute("BEGIN TRANSACTION");
  begun = true;
}

void FactWriter::Transaction::commit() {
  if (begun)
    connection.execute("COMMIT");
  begun = false;
}

void FactWriter::commit_organisations() {
  m_of_organisations.commit();
}

void FactWriter::commit() {
  m_of_organisations.commit();
  m_of_facts.commit();
}

} // namespace kept::store
