// SPDX-License-Identifier: Apache-2.0
#include "store/source_rows.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/duckdb_appender.hpp"
#include "store/duckdb_database.hpp"

#include <array>
#include <chrono>

namespace kept::store {
namespace {

facts::SourceKind kind_named(std::string_view name) {
  using facts::SourceKind;
  for (const SourceKind kind :
       {SourceKind::iati_activities, SourceKind::iati_organisations, SourceKind::rates,
        SourceKind::participants, SourceKind::events, SourceKind::income_groups, SourceKind::sdmx_csv,
        SourceKind::sdmx_ml, SourceKind::sdmx_json, SourceKind::world_bank, SourceKind::who_gho,
        SourceKind::mapped_table})
    if (facts::to_string(kind) == name)
      return kind;
  throw Error(ErrorKind::store, "a source is of the unknown kind \"" + std::string(name) + "\"");
}

/// Of the columns modified, inode and device, which begin at `column`.
std::optional<FileState> state_of_file(const Rows& rows, idx_t column, std::uint64_t size) {
  const auto modified = rows.number(column), inode = rows.number(column + 1),
             device = rows.number(column + 2);
  if (!modified || !inode || !device)
    return std::nullopt;
  return FileState{size, FileTime(std::chrono::nanoseconds(*modified)), static_cast<std::uint64_t>(*inode),
                   static_cast<std::uint64_t>(*device)};
}

Moment now() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return Moment::from_microseconds(
      std::chrono::duration_cast<std::chrono::microseconds>(since_epoch).count());
}

} // namespace

std::vector<facts::Source> read_sources(const Connection& connection) {
  Rows rows = connection
                  .prepare("SELECT name, location, sha256, size, kind, version, generated, illustrative, "
                           "publication, (SELECT list(ref ORDER BY ref) FROM fact.publisher p "
                           "WHERE p.source_number = s.source_number), modified, inode, device, settled "
                           "FROM fact.source s ORDER BY name")
                  .rows();
  std::vector<facts::Source> sources;
  while (rows.next()) {
    facts::Source source;
    source.name = rows.string(0);
    source.location = rows.string(1);
    source.sha256 = rows.string(2);
    source.size = static_cast<std::uint64_t>(rows.number(3).value_or(0));
    source.kind = kind_named(rows.text(4));
    source.version = rows.string(5);
    source.generated = rows.moment(6);
    source.illustrative = rows.boolean(7).value_or(false);
    source.publication = rows.string(8);
    source.publishers = rows.texts(9);
    source.state = state_of_file(rows, 10, source.size);
    source.settled = rows.boolean(13).value_or(false);
    sources.push_back(std::move(source));
  }
  return sources;
}

void insert_sources(const Connection& connection, std::span<const NumberedSource> sources) {
  if (sources.empty())
    return;
  Appender rows(connection, "fact", "source"), publishers(connection, "fact", "publisher");
  const Moment loaded_at = now();
  for (const auto& [number, source] : sources) {
    rows.integer(number).text(source.name).text(source.location).text(source.sha256);
    rows.integer(static_cast<std::int64_t>(source.size));
    if (source.state)
      rows.integer(source.state->modified.time_since_epoch().count())
          .integer(static_cast<std::int64_t>(source.state->inode)) // of 64 bits without sign, which are kept
          .integer(static_cast<std::int64_t>(source.state->device))
          .boolean(source.settled);
    else
      rows.null().null().null().null();
    rows.text(facts::to_string(source.kind)).text(source.version).text(source.publication);
    rows.moment(source.generated).boolean(source.illustrative).moment(loaded_at);
    rows.null().null().null().null().end_row(); // the sums, later
    for (const std::string& ref : source.publishers)
      publishers.integer(number).text(ref).end_row();
  }
  rows.flush();
  publishers.flush();
}

void update_state(const Connection& connection, const std::string& name, const FileState& state,
                  bool settled) {
  Statement update = connection.prepare(
      "UPDATE fact.source SET modified = ?, inode = ?, device = ?, settled = ? WHERE name = ? AND size = ?");
  update.bind(std::int64_t{state.modified.time_since_epoch().count()})
      .bind(static_cast<std::int64_t>(state.inode)) // of 64 bits without sign, which are kept
      .bind(static_cast<std::int64_t>(state.device))
      .bind_boolean(settled);
  update.bind(name).bind(static_cast<std::int64_t>(state.size)).run();
}

std::int32_t source_number(const Connection& connection, const std::string& name) {
  Rows found = connection.prepare("SELECT source_number FROM fact.source WHERE name = ?").bind(name).rows();
  if (found.next())
    return found.integer(0);
  std::vector<std::string> names;
  for (Rows rows = connection.prepare("SELECT name FROM fact.source ORDER BY name").rows(); rows.next();)
    names.push_back(rows.string(0));
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string_view near = nearest(name, views);
  throw Error(ErrorKind::usage, "there is no source \"" + name + "\"", connection.where(),
              near.empty() ? "`kept sources` lists them" : "did you mean \"" + std::string(near) + "\"?");
}

void delete_source(const Connection& connection, std::int32_t number) {
  std::vector<std::string> tables;
  for (Rows rows =
           connection
               .prepare(
                   "SELECT schema_name || '.\"' || table_name || '\"' FROM duckdb_columns() "
                   "WHERE schema_name IN ('fact', 'packed', 'derived') AND column_name = 'source_number' "
                   "AND (schema_name, table_name) IN (SELECT schema_name, table_name FROM duckdb_tables())")
               .rows();
       rows.next();)
    tables.push_back(rows.string(0));
  for (const std::string& table : tables)
    connection.prepare("DELETE FROM " + table + " WHERE source_number = ?").bind(std::int64_t{number}).run();
}

void sum_up_sources(const Connection& connection) {
  connection.execute(R"(
INSERT INTO fact.publisher_name
SELECT DISTINCT a.source_number, o.name
FROM (SELECT DISTINCT source_number, reporting_org FROM packed.activity
      WHERE source_number IN (SELECT source_number FROM fact.source WHERE activities IS NULL)) a
JOIN packed.organisation o ON o.organisation_number = a.reporting_org
WHERE o.name IS NOT NULL)");
  connection.execute(R"(
UPDATE fact.source AS s
SET activities = coalesce(sums.activities, 0), transactions = coalesce(sums.transactions, 0),
    first_date = sums.first_date, last_date = sums.last_date
FROM (
  SELECT source_number, sum(activities) AS activities, sum(transactions) AS transactions,
         min(first_date) AS first_date, max(last_date) AS last_date
  FROM (
    SELECT source_number, 0 AS activities, 0 AS transactions, NULL::DATE AS first_date, NULL::DATE AS last_date
    FROM fact.source
    UNION ALL
    SELECT source_number, count(*), 0, NULL, NULL FROM packed.activity GROUP BY ALL
    UNION ALL
    SELECT source_number, 0, count(*), min(coalesce(value_date, date)), max(coalesce(value_date, date))
    FROM packed.transaction GROUP BY ALL
    UNION ALL
    SELECT source_number, 0, 0, min(period_start), max(period_end) FROM packed.indicator_period GROUP BY ALL
    UNION ALL
    SELECT source_number, 0, 0, min(period_start), max(period_end) FROM fact.organisation_budget GROUP BY ALL
    UNION ALL
    SELECT source_number, 0, 0, min(date), max(date) FROM fact.participant GROUP BY ALL
    UNION ALL
    SELECT source_number, 0, 0, min(date), max(date) FROM fact.event GROUP BY ALL
    UNION ALL
    SELECT source_number, 0, 0, make_date(min(year), 1, 1), make_date(max(year), 12, 31)
    FROM packed.observation GROUP BY ALL
    UNION ALL
    SELECT source_number, 0, 0, min((month || '-01')::DATE), max(last_day((month || '-01')::DATE))
    FROM fact.rate GROUP BY ALL
  )
  WHERE source_number IN (SELECT source_number FROM fact.source WHERE activities IS NULL)
  GROUP BY source_number
) AS sums
WHERE s.source_number = sums.source_number)");
}

} // namespace kept::store
