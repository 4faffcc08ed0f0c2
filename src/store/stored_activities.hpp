// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/arena.hpp"
#include "facts/activity.hpp"
#include "store/duckdb_database.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kept::store {

/// Rows of one table in the order of activities, given out activity by activity.
class ActivityRows {
public:
  /// `sql` selects source_number and activity_ordinal first and is ordered by them.
  ActivityRows(const Database& database, const std::string& sql);

  /// Is the present row one of this activity?
  bool at(std::int32_t source_number, std::int32_t ordinal) const {
    return m_more && m_rows.integer(0) == source_number && m_rows.integer(1) == ordinal;
  }
  bool at_end() const { return !m_more; }
  const Rows& row() const { return m_rows; }
  void step() { m_more = m_rows.next(); }

private:
  Connection m_connection; ///< of its own: answers are streamed
  Statement m_statement;
  Rows m_rows;
  bool m_more;
};

/// The activities of a store as derive_activity reads them (identifier, currency, shares, markers,
/// transactions with type, dates, amount, shares), one after the other.
class StoredActivities {
public:
  explicit StoredActivities(const Database& database);

  /// The next activity, false at the end. Its text is valid until the next call.
  bool next();
  std::int32_t source_number() const { return m_source_number; }
  const facts::Activity& activity() const { return m_activity; }

private:
  std::string_view keep(std::string_view text) { return text.empty() ? text : m_text.store(text); }
  void read_transactions(std::int32_t ordinal);
  void read_shares(std::int32_t ordinal);

  ActivityRows m_activities, m_transactions, m_shares, m_markers;
  Arena m_text;
  std::int32_t m_source_number = 0;
  facts::Activity m_activity;
};

} // namespace kept::store
