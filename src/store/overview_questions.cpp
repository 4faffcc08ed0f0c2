// SPDX-License-Identifier: Apache-2.0
#include "store/overview_questions.hpp"

#include "store/questions.hpp"

#include <fmt/format.h>

namespace kept::store {

std::string identity_question() {
  return "SELECT name, sha256 FROM (SELECT name, sha256, 0 AS place FROM fact.source UNION ALL"
         " SELECT '', value, 1 FROM meta.property WHERE name = 'reference_digest') ORDER BY place, name, "
         "sha256";
}

std::string size_question(Date as_of) {
  return fmt::format(
      "SELECT count(*) AS sources, CAST(coalesce(sum(transactions), 0) AS BIGINT) AS transactions,"
      " max(least(coalesce(last_date, CAST(generated AS DATE)), DATE '{}')) AS newest_evidence"
      " FROM fact.source",
      as_of.to_string());
}

std::string coverage_question(bool illustrative) {
  const std::string real =
      illustrative ? ""
                   : " AND f.source_number NOT IN (SELECT source_number FROM fact.source WHERE illustrative)";
  return fmt::format(
      "WITH flow AS (SELECT f.place, f.usd,"
      " (CAST(f.source_number AS BIGINT) << 32) + f.transaction_ordinal AS transaction, f.type IN (SELECT "
      "code_number FROM packed.code WHERE text IN ('3', '4')) AS paid"
      " FROM packed.flow f ANTI JOIN derived.superseded d ON d.source_number = f.source_number"
      " AND d.activity_ordinal = f.activity_ordinal WHERE true{0}),"
      " money AS (SELECT c.text AS iso2, count(DISTINCT transaction) AS transactions,"
      " sum(CASE WHEN paid THEN usd END) AS usd FROM (SELECT place, transaction, sum(usd) AS usd, "
      "any_value(paid) AS paid"
      " FROM flow GROUP BY place, transaction) JOIN packed.code c ON c.code_number = place GROUP BY c.text),"
      " share AS (SELECT upper(c.text) AS iso2, count(DISTINCT (CAST(f.source_number AS BIGINT) << 32) +"
      " f.activity_ordinal) AS activities FROM packed.share f JOIN packed.code c ON c.code_number = f.code"
      " ANTI JOIN derived.superseded d ON d.source_number = f.source_number AND d.activity_ordinal ="
      " f.activity_ordinal WHERE f.kind IN (SELECT code_number FROM packed.code WHERE text = 'country'){0}"
      " GROUP BY upper(c.text)),"
      " figure AS (SELECT area, count(*) AS observations, max(year) AS newest_year FROM derived.figure f"
      " WHERE {1} GROUP BY area)"
      " SELECT a.iso3 AS area, a.iso2 AS alpha2, a.m49, a.region, coalesce(share.activities, 0) AS "
      "activities,"
      " coalesce(money.transactions, 0) AS transactions, coalesce(money.usd, 0) AS usd,"
      " coalesce(figure.observations, 0) AS observations, figure.newest_year"
      " FROM reference.area a LEFT JOIN money ON money.iso2 = a.iso2 LEFT JOIN share ON share.iso2 = a.iso2"
      " LEFT JOIN figure ON figure.area = a.iso3 ORDER BY a.iso3",
      real, illustrative ? "true" : "NOT illustrative");
}

std::string sources_overview_question(Date as_of) {
  return fmt::format(
      "SELECT s.*, coalesce(f.findings, 0) AS findings,"
      " DATE '{}' - coalesce(CAST(s.generated AS DATE), s.last_date) AS age_days"
      " FROM sources s LEFT JOIN (SELECT n.name AS source, count(*) AS findings FROM packed.finding p"
      " JOIN fact.source n USING (source_number) GROUP BY n.name) f USING (source) ORDER BY s.source",
      as_of.to_string());
}

std::string source_file_question(std::string_view source) {
  return fmt::format("SELECT location, size, modified, sha256 FROM fact.source WHERE name = {}",
                     sql_literal(source));
}

std::string codes_question(const std::vector<std::string>& lists) {
  return fmt::format("SELECT list, code, name FROM reference.code{} ORDER BY list, code",
                     lists.empty() ? "" : fmt::format(" WHERE list IN ({})", sql_literals(lists)));
}

std::string areas_question() {
  return "SELECT iso3, iso2, m49, name_en, name_zh, name_ko, region FROM reference.area ORDER BY iso3";
}

std::string indicator_sources_question() {
  return "SELECT DISTINCT indicator, source FROM derived.figure ORDER BY indicator, source";
}

} // namespace kept::store
