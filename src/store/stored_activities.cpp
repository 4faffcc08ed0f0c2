// SPDX-License-Identifier: Apache-2.0
#include "store/stored_activities.hpp"

#include <algorithm>

namespace kept::store {
namespace {

constexpr const char* k_activities = R"(
SELECT source_number, activity_ordinal, line, iati_identifier, default_currency
FROM fact.activity ORDER BY ALL)";

constexpr const char* k_transactions = R"(
SELECT t.source_number, t.activity_ordinal, t.transaction_ordinal, t.line, t.type, t.date,
       coalesce(m.date_text, CAST(t.date AS VARCHAR)),
       coalesce(x.text, derived.amount_text(derived.amount(t.value, t.value_wide), m.decimals)),
       m.published_currency, t.published_value_date,
       coalesce(m.value_date_text, CAST(t.published_value_date AS VARCHAR))
FROM fact.transaction t
JOIN packed.terms m ON m.terms = t.terms
LEFT JOIN fact.transaction_text x
  ON x.source_number = t.source_number AND x.transaction_ordinal = t.transaction_ordinal AND x.kind = 'value'
ORDER BY t.source_number, t.activity_ordinal, t.transaction_ordinal)";

constexpr const char* k_shares = R"(
SELECT source_number, activity_ordinal, transaction_ordinal, kind, line, vocabulary, code, percentage
FROM fact.share ORDER BY source_number, activity_ordinal, transaction_ordinal, kind, position)";

constexpr const char* k_markers = R"(
SELECT source_number, activity_ordinal, line, vocabulary, code, significance
FROM fact.policy_marker ORDER BY source_number, activity_ordinal, position)";

std::uint32_t line_of(const Rows& row, idx_t column) {
  return static_cast<std::uint32_t>(row.integer(column));
}

} // namespace

ActivityRows::ActivityRows(const Database& database, const std::string& sql)
    : m_connection(database.connect()), m_statement(m_connection.prepare(sql)), m_rows(m_statement.stream()),
      m_more(m_rows.next()) {}

StoredActivities::StoredActivities(const Database& database)
    : m_activities(database, k_activities), m_transactions(database, k_transactions),
      m_shares(database, k_shares), m_markers(database, k_markers) {}

bool StoredActivities::next() {
  if (m_activities.at_end())
    return false;
  m_activity = {};
  m_text = {};
  const Rows& row = m_activities.row();
  m_source_number = row.integer(0);
  const std::int32_t ordinal = row.integer(1);
  m_activity.ordinal = static_cast<std::uint32_t>(ordinal);
  m_activity.line = line_of(row, 2);
  m_activity.iati_identifier = keep(row.text(3));
  m_activity.default_currency = keep(row.text(4));
  m_activities.step();
  read_transactions(ordinal);
  read_shares(ordinal);
  for (; m_markers.at(m_source_number, ordinal); m_markers.step()) {
    const Rows& marker = m_markers.row();
    m_activity.policy_markers.push_back(
        {line_of(marker, 2), keep(marker.text(3)), keep(marker.text(4)), keep(marker.text(5))});
  }
  return true;
}

void StoredActivities::read_transactions(std::int32_t ordinal) {
  for (; m_transactions.at(m_source_number, ordinal); m_transactions.step()) {
    const Rows& row = m_transactions.row();
    facts::Transaction transaction;
    transaction.ordinal = line_of(row, 2);
    transaction.line = line_of(row, 3);
    transaction.type = keep(row.text(4));
    transaction.date = row.date(5);
    transaction.date_text = keep(row.text(6));
    transaction.amount.text = keep(row.text(7));
    transaction.amount.currency = keep(row.text(8));
    transaction.amount.value_date = row.date(9);
    transaction.amount.value_date_text = keep(row.text(10));
    m_activity.transactions.push_back(std::move(transaction));
  }
}

void StoredActivities::read_shares(std::int32_t ordinal) {
  for (; m_shares.at(m_source_number, ordinal); m_shares.step()) {
    const Rows& row = m_shares.row();
    const facts::Share share = {line_of(row, 4), keep(row.text(5)), keep(row.text(6)), keep(row.text(7))};
    const auto add_to = [&](auto& owner) {
      const std::string_view kind = row.text(3);
      (kind == "country"  ? owner.recipient_countries
       : kind == "region" ? owner.recipient_regions
                          : owner.sectors)
          .push_back(share);
    };
    if (row.is_null(2)) {
      add_to(m_activity);
      continue;
    }
    const auto transaction = std::lower_bound(
        m_activity.transactions.begin(), m_activity.transactions.end(), line_of(row, 2),
        [](const facts::Transaction& t, std::uint32_t wanted) { return t.ordinal < wanted; });
    if (transaction != m_activity.transactions.end())
      add_to(*transaction);
  }
}

} // namespace kept::store
