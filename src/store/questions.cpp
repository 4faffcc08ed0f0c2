// SPDX-License-Identifier: Apache-2.0
#include "store/questions.hpp"

#include <fmt/format.h>

namespace kept::store {
namespace {

std::string where(const FindingFilter& filter) {
  std::vector<std::string> conditions;
  const auto restrict_to = [&](std::string_view column, const std::string& value) {
    if (!value.empty())
      conditions.push_back(fmt::format("{} = {}", column, sql_literal(value)));
  };
  restrict_to("rule", filter.rule);
  restrict_to("severity", filter.severity);
  restrict_to("source", filter.source);
  return conditions.empty() ? "" : fmt::format(" WHERE {}", fmt::join(conditions, " AND "));
}

} // namespace

std::string sql_literal(std::string_view text) {
  std::string literal = "'";
  for (const char c : text)
    literal.append(c == '\'' ? 2 : 1, c);
  return literal + "'";
}

std::string sql_literals(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts)
    list += (list.empty() ? "" : ", ") + sql_literal(text);
  return list;
}

std::string text_of(std::string_view number) {
  return fmt::format("(SELECT text FROM packed.code WHERE code_number = {})", number);
}

void restrict_code(std::string& where, std::string_view column, const std::vector<std::string>& texts) {
  if (!texts.empty())
    where += fmt::format(" AND {} IN (SELECT code_number FROM packed.code WHERE text IN ({}))", column,
                         sql_literals(texts));
}

std::string sources_question() {
  return "SELECT source, kind, version, publishers, activities, transactions, first_date, last_date, "
         "generated, size,"
         " illustrative, sha256 FROM sources ORDER BY source";
}

std::string findings_question(const FindingFilter& filter, std::size_t limit) {
  return fmt::format(
      "SELECT rule, severity, source, line, iati_identifier, amount, currency, message FROM findings{}"
      " ORDER BY source, line, rule, message, amount{}",
      where(filter), limit == 0 ? "" : fmt::format(" LIMIT {}", limit));
}

std::string findings_count_question(const FindingFilter& filter) {
  return "SELECT count(*) AS findings FROM findings" + where(filter);
}

std::string findings_summary_question(const FindingFilter& filter) {
  return fmt::format(
      "SELECT rule, severity, count(*) AS findings, sum(abs(amount)) AS amount, currency FROM findings{}"
      " GROUP BY rule, severity, currency ORDER BY rule, severity, currency",
      where(filter));
}

std::string indicators_question() {
  return "SELECT i.id AS indicator, i.name_en AS name, i.unit_name AS unit, i.lower_is_better, i.goal,"
         " count(DISTINCT f.area) AS areas, min(f.year) AS first_year, max(f.year) AS last_year,"
         " string_agg(DISTINCT f.source, ', ' ORDER BY f.source) AS sources"
         " FROM indicator_catalogue i LEFT JOIN derived.figure f ON f.indicator = i.id"
         " GROUP BY ALL ORDER BY i.id";
}

std::string indicators_overview_question() {
  return "SELECT i.id AS indicator, i.goal, count(DISTINCT f.area) AS areas,"
         " min(f.year) || '–' || max(f.year) AS years, count(DISTINCT f.source) AS sources, i.unit_name AS "
         "unit,"
         " i.name_en AS name"
         " FROM indicator_catalogue i LEFT JOIN derived.figure f ON f.indicator = i.id"
         " GROUP BY ALL ORDER BY i.id";
}

std::vector<NamedQuestion> indicator_questions(std::string_view id) {
  const std::string literal = sql_literal(id);
  return {
      {"indicator", fmt::format("SELECT * FROM indicator_catalogue WHERE id = {}", literal)},
      {"codes", fmt::format("SELECT scheme, code, conditions, unit FROM indicator_codes WHERE indicator = {}"
                            " ORDER BY scheme, code, conditions",
                            literal)},
      {"figures",
       fmt::format("SELECT source, publication, published, count(DISTINCT area) AS areas,"
                   " min(year) AS first_year, max(year) AS last_year, count(*) AS figures,"
                   " count(lower) AS with_bounds, illustrative FROM derived.figure WHERE indicator = {}"
                   " GROUP BY ALL ORDER BY source",
                   literal)}};
}

} // namespace kept::store
