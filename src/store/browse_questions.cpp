// SPDX-License-Identifier: Apache-2.0
#include "store/browse_questions.hpp"

#include "store/questions.hpp"

#include <fmt/format.h>

namespace kept::store {
namespace {

void restrict(std::string& where, std::string_view column, const std::vector<std::string>& texts) {
  if (!texts.empty())
    where += fmt::format(" AND {} IN ({})", column, sql_literals(texts));
}

void restrict_source(std::string& where, std::string_view column, const std::vector<std::string>& names) {
  if (!names.empty())
    where += fmt::format(" AND {} IN (SELECT source_number FROM fact.source WHERE name IN ({}))", column,
                         sql_literals(names));
}

std::string limit_of(PageOf page) {
  return page.limit == 0 ? "" : fmt::format(" LIMIT {} OFFSET {}", page.limit, page.offset);
}

/// Activities with a share of `kind` for one of `codes`, their own or one of a transaction.
void restrict_share(std::string& where, std::string_view kinds, const std::vector<std::string>& codes) {
  if (codes.empty())
    return;
  std::string share = fmt::format("kind IN (SELECT code_number FROM packed.code WHERE text IN ({}))", kinds);
  restrict_code(share, "code", codes);
  where +=
      fmt::format(" AND (a.source_number, a.activity_ordinal) IN (SELECT (source_number, activity_ordinal)"
                  " FROM packed.share WHERE {})",
                  share);
}

std::string activities_where(const ActivityFilter& filter) {
  std::string where = "true";
  if (!filter.text.empty())
    where += fmt::format(
        " AND (contains(lower(nfc_normalize(a.title)), {0}) OR contains(lower(a.iati_identifier), {0}))",
        sql_literal(filter.text));
  if (!filter.reporting_orgs.empty())
    where += fmt::format(
        " AND a.reporting_org IN (SELECT organisation_number FROM fact.organisation WHERE ref IN ({0})"
        " OR key IN ({0}) OR name IN ({0}))",
        sql_literals(filter.reporting_orgs));
  restrict_code(where, "a.status", filter.statuses);
  restrict_share(where, "'country', 'region'", filter.places);
  restrict_share(where, "'sector'", filter.sectors);
  restrict_source(where, "a.source_number", filter.sources);
  return where;
}

std::string organisations_where(const OrganisationFilter& filter) {
  std::string where = "key IS NOT NULL";
  restrict(where, "key", filter.keys);
  if (!filter.text.empty())
    where += fmt::format(" AND (contains(name_folded, {0}) OR contains(lower(key), {0}))",
                         sql_literal(filter.text));
  return where;
}

std::string transfers_where(const TransferFilter& filter) {
  std::string where = "true";
  const auto restrict_organisation = [&](std::string_view column, const std::vector<std::string>& keys) {
    if (!keys.empty())
      where +=
          fmt::format(" AND t.{} IN (SELECT organisation_number FROM fact.organisation WHERE key IN ({}))",
                      column, sql_literals(keys));
  };
  restrict_organisation("provider", filter.providers);
  restrict_organisation("receiver", filter.receivers);
  restrict_code(where, "t.kind", filter.kinds);
  restrict_code(where, "t.confirmed_by", filter.confirmed_by);
  if (filter.from)
    where += fmt::format(" AND t.date >= DATE '{}'", filter.from->to_string());
  if (filter.to)
    where += fmt::format(" AND t.date <= DATE '{}'", filter.to->to_string());
  if (!filter.illustrative)
    where += " AND coalesce(t.provider_source_number, t.receiver_source_number) NOT IN"
             " (SELECT source_number FROM fact.source WHERE illustrative)";
  return where;
}

std::string findings_where(const FindingsFilter& filter) {
  std::string where = "true";
  restrict_code(where, "f.rule", filter.rules);
  restrict_code(where, "f.severity", filter.severities);
  restrict_source(where, "f.source_number", filter.sources);
  return where;
}

} // namespace

std::string activities_question(const ActivityFilter& filter, PageOf page) {
  return fmt::format(
      "WITH page AS MATERIALIZED (SELECT a.source_number, a.activity_ordinal, a.iati_identifier, s.name AS "
      "source,"
      " s.illustrative, a.line FROM packed.activity a JOIN fact.source s ON s.source_number = a.source_number"
      " WHERE {} ORDER BY a.iati_identifier, source, a.line{})"
      " SELECT page.iati_identifier, a.title, coalesce(o.ref, o.name) AS reporting_org, {} AS status, "
      "page.source,"
      " page.line, d.source_number IS NOT NULL AS superseded, page.illustrative"
      " FROM page JOIN packed.activity a ON a.source_number = page.source_number"
      " AND a.activity_ordinal = page.activity_ordinal"
      " LEFT JOIN derived.superseded d ON d.source_number = page.source_number"
      " AND d.activity_ordinal = page.activity_ordinal"
      " LEFT JOIN fact.organisation o ON o.organisation_number = a.reporting_org"
      " ORDER BY page.iati_identifier, page.source, page.line",
      activities_where(filter), limit_of(page), text_of("a.status"));
}

std::string activities_count_question(const ActivityFilter& filter) {
  return "SELECT count(*) AS total FROM packed.activity a WHERE " + activities_where(filter);
}

std::string organisations_question(const OrganisationFilter& filter, PageOf page) {
  return fmt::format(
      "WITH page AS MATERIALIZED (SELECT DISTINCT key FROM derived.same_organisation WHERE {} ORDER BY "
      "key{}),"
      " number AS (SELECT key, unnest(organisation_numbers) AS organisation_number FROM "
      "derived.same_organisation"
      " SEMI JOIN page USING (key))"
      " SELECT number.key, coalesce(mode(o.name ORDER BY o.name), min(o.ref)) AS name, min(o.ref) AS ref"
      " FROM number JOIN packed.organisation o USING (organisation_number) GROUP BY number.key ORDER BY "
      "number.key",
      organisations_where(filter), limit_of(page));
}

std::string organisations_count_question(const OrganisationFilter& filter) {
  return "SELECT count(*) AS total FROM (SELECT DISTINCT key FROM derived.same_organisation WHERE " +
         organisations_where(filter) + ")";
}

std::string transfers_question(const TransferFilter& filter, PageOf page) {
  return fmt::format(
      "WITH page AS MATERIALIZED (SELECT t.rowid AS number, t.date, p.sha256 AS provider_sha256,"
      " t.provider_transaction_ordinal AS provider_ordinal, r.sha256 AS receiver_sha256,"
      " t.receiver_transaction_ordinal AS receiver_ordinal"
      " FROM packed.transfer t LEFT JOIN fact.source p ON p.source_number = t.provider_source_number"
      " LEFT JOIN fact.source r ON r.source_number = t.receiver_source_number WHERE {0}"
      " ORDER BY t.date DESC, provider_sha256, provider_ordinal, receiver_sha256, receiver_ordinal{1})"
      " SELECT derived.organisation_name(payer.key, payer.name) AS provider,"
      " derived.organisation_name(payee.key, payee.name) AS receiver, {2} AS kind, t.date,"
      " t.value, {3} AS currency, t.usd,"
      " {4} AS confirmed_by, derived.transaction_id(provider_sha256, provider_ordinal) AS "
      "provider_transaction_id,"
      " derived.transaction_id(receiver_sha256, receiver_ordinal) AS receiver_transaction_id"
      " FROM page JOIN packed.valued_transfer t ON t.number = page.number"
      " JOIN fact.organisation payer ON payer.organisation_number = t.provider"
      " JOIN fact.organisation payee ON payee.organisation_number = t.receiver"
      " ORDER BY page.date DESC, provider_sha256, provider_ordinal, receiver_sha256, receiver_ordinal",
      transfers_where(filter), limit_of(page), text_of("t.kind"), text_of("t.currency"),
      text_of("t.confirmed_by"));
}

std::string transfers_count_question(const TransferFilter& filter) {
  return "SELECT count(*) AS total FROM packed.transfer t WHERE " + transfers_where(filter);
}

std::string findings_page_question(const FindingsFilter& filter, PageOf page) {
  return fmt::format("WITH page AS MATERIALIZED (SELECT f.*, s.name AS source FROM packed.finding f"
                     " JOIN fact.source s ON s.source_number = f.source_number WHERE {}"
                     " ORDER BY source, f.line, f.rule, f.message, f.amount{})"
                     " SELECT {} AS rule, {} AS severity, f.source, f.line, f.iati_identifier, f.message, "
                     "f.amount, {} AS currency"
                     " FROM page f ORDER BY f.source, f.line, f.rule, f.message, f.amount",
                     findings_where(filter), limit_of(page), text_of("f.rule"), text_of("f.severity"),
                     text_of("f.currency"));
}

std::string findings_page_count_question(const FindingsFilter& filter) {
  return "SELECT count(*) AS total FROM packed.finding f WHERE " + findings_where(filter);
}

std::vector<NamedQuestion> line_questions(std::string_view source, std::int64_t line) {
  const std::string there = fmt::format(" WHERE source = {} AND line = {}", sql_literal(source), line);
  const std::string observations =
      source == k_shipped_figures
          ? fmt::format("SELECT f.source, f.line, f.indicator, f.area, f.year, '_T' AS sex, f.value, "
                        "f.lower, f.upper,"
                        " i.unit, f.raw_value, f.publication, f.published FROM derived.shipped_figure f"
                        " JOIN reference.indicator i ON i.id = f.indicator WHERE f.line = {}",
                        line)
          : "SELECT * FROM observation_details" + there + " ORDER BY indicator, area, year, sex, value";
  return {{"activities", "SELECT * FROM activities" + there + " ORDER BY iati_identifier"},
          {"transactions", "SELECT * FROM transactions" + there + " ORDER BY transaction_id"},
          {"observations", observations},
          {"findings", "SELECT * FROM findings" + there + " ORDER BY rule, message, amount"}};
}

std::string shipped_figure_question(std::uint64_t line) {
  return fmt::format("SELECT area, raw_value FROM derived.shipped_figure WHERE line = {}", line);
}

} // namespace kept::store
