// SPDX-License-Identifier: Apache-2.0
#include "store/sql_numbers.hpp"

#include "store/duckdb_database.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::store {
namespace {

/// Texts as one text, in which no two lists are the same.
void add_to_key(std::string& key, const std::vector<std::string>& texts) {
  for (const std::string& text : texts)
    key += fmt::format("{}:{}", text.size(), text);
  key += ';';
}

} // namespace

SqlNumbers::Numbers SqlNumbers::remember(const std::string& key, const std::string& sql,
                                         const std::function<void(Statement&)>& bind) const {
  const std::scoped_lock lock(m_mutex);
  if (const auto known = m_known.find(key); known != m_known.end())
    return known->second;
  const Connection connection = m_database.connect();
  Statement statement = connection.prepare(sql);
  if (bind)
    bind(statement);
  Numbers numbers;
  for (Rows rows = statement.rows(); rows.next();)
    numbers.push_back(rows.number(0).value_or(0));
  std::sort(numbers.begin(), numbers.end());
  return m_known.emplace(key, std::move(numbers)).first->second;
}

SqlNumbers::Numbers SqlNumbers::organisations(const measure::OrganisationMatch& match) const {
  std::string key = "organisation ";
  for (const auto* texts : {&match.refs, &match.names, &match.other_refs})
    add_to_key(key, *texts);
  return remember(
      key,
      // By rows, so that of the lists of numbers only those are read that are meant.
      "SELECT DISTINCT unnest(organisation_numbers) FROM derived.same_organisation WHERE rowid IN ("
      "SELECT rowid FROM derived.same_organisation WHERE key IN (SELECT unnest(?::VARCHAR[])) OR "
      "(name_folded IN (SELECT unnest(?::VARCHAR[])) AND key NOT IN (SELECT unnest(?::VARCHAR[]))))",
      [&](Statement& statement) { statement.bind(match.refs).bind(match.names).bind(match.other_refs); });
}

SqlNumbers::Numbers SqlNumbers::codes(const std::vector<std::string>& texts) const {
  std::string key = "code ";
  add_to_key(key, texts);
  return remember(key, "SELECT code_number FROM packed.code WHERE text IN (SELECT unnest(?::VARCHAR[]))",
                  [&](Statement& statement) { statement.bind(texts); });
}

SqlNumbers::Numbers SqlNumbers::codes_beginning(const std::vector<std::string>& beginnings) const {
  std::string key = "beginning ";
  add_to_key(key, beginnings);
  return remember(key,
                  "SELECT DISTINCT code_number FROM packed.code, (SELECT unnest(?::VARCHAR[]) AS beginning) "
                  "WHERE starts_with(text, beginning)",
                  [&](Statement& statement) { statement.bind(beginnings); });
}

SqlNumbers::Numbers SqlNumbers::codes_of_zero() const {
  return remember("zero", "SELECT code_number FROM packed.code WHERE TRY_CAST(text AS DOUBLE) = 0");
}

SqlNumbers::Numbers SqlNumbers::codes_of_counted() const {
  return remember("counted", "FROM packed.counted_reason");
}

SqlNumbers::Numbers SqlNumbers::sources() const {
  return remember("sources", m_illustrative ? "SELECT source_number FROM fact.source"
                                            : "SELECT source_number FROM fact.source WHERE NOT illustrative");
}

bool SqlNumbers::leaves_sources_out() const {
  return !m_illustrative &&
         !remember("left out", "SELECT source_number FROM fact.source WHERE illustrative").empty();
}

} // namespace kept::store
