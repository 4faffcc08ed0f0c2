// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// The questions that commands and pages ask the stable views of a store (docs/formats/store.md), for
// Store::query. The SQL is plain, so that another engine behind the store can answer it too.

namespace kept::store {

/// `text` as an SQL literal, quotes doubled.
std::string sql_literal(std::string_view text);
/// All of them with commas between.
std::string sql_literals(const std::vector<std::string>& texts);
/// The text of a number of packed.code, as an expression.
std::string text_of(std::string_view number);
/// Adds to conditions that a column of code numbers (packed.code) is that of one of `texts`; none: nothing.
void restrict_code(std::string& where, std::string_view column, const std::vector<std::string>& texts);

std::string sources_question();

/// An empty text does not restrict.
struct FindingFilter {
  std::string rule, severity, source;
};
/// The findings by source and line; at most `limit`, 0: all.
std::string findings_question(const FindingFilter& filter, std::size_t limit);
/// How many findings there are: one row, one column.
std::string findings_count_question(const FindingFilter& filter);
/// Findings and the money affected, by rule, severity and currency.
std::string findings_summary_question(const FindingFilter& filter);

/// The catalogue, and which figures of countries a store has of each indicator: areas, years, sources.
std::string indicators_question();
/// The same in few columns, for people.
std::string indicators_overview_question();
/// One indicator: what it is, its codes, and its figures by source. Questions without an answer give no rows.
struct NamedQuestion;
std::vector<NamedQuestion> indicator_questions(std::string_view id);

struct NamedQuestion {
  std::string name; ///< "activities", "transactions" …
  std::string sql;
};

} // namespace kept::store
