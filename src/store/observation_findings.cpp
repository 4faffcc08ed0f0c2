// SPDX-License-Identifier: Apache-2.0
#include "store/observation_findings.hpp"

#include "store/duckdb_database.hpp"
#include "store/writer_pool.hpp"

#include <fmt/format.h>

namespace kept::store {
namespace {

/// Of one rule in one source; the rest is one finding.
constexpr int k_most_findings = 10'000;

// Long tables are compared by the hash of their keys; only rows whose hash stands twice are looked at
// closely.
constexpr const char* k_duplicates = R"(
CREATE TEMP TABLE told AS
WITH repeated AS (
  SELECT source_number, hash(indicator, area, year, period, sex, breakdown) AS key
  FROM fact.observation
  WHERE source_number IN ({0})
  GROUP BY ALL HAVING count(*) > 1
), rows AS (
  SELECT o.*
  FROM fact.observation o
  JOIN repeated r ON r.source_number = o.source_number
    AND r.key = hash(o.indicator, o.area, o.year, o.period, o.sex, o.breakdown)
  WHERE o.source_number IN ({0})
), later AS (
  SELECT *, lead(line) OVER key AS later_line, lead(value) OVER key AS later_value
  FROM rows
  WINDOW key AS (PARTITION BY source_number, indicator, area, year, period, sex, breakdown ORDER BY line)
)
SELECT source_number, line, 'read' AS origin, 'duplicate-row' AS rule,
       CASE WHEN value IS NOT DISTINCT FROM later_value THEN 'information' ELSE 'warning' END AS severity,
       concat_ws(' ', indicator, area, coalesce(period, year::VARCHAR), sex, breakdown)
         || ' stands again in line ' || later_line
         || CASE WHEN value IS NOT DISTINCT FROM later_value THEN ', with the same value'
                 ELSE ': ' || coalesce(value::VARCHAR, 'no value') || ' here, '
                      || coalesce(later_value::VARCHAR, 'no value') || ' there, which counts' END AS message
FROM later
WHERE later_line IS NOT NULL)";

constexpr const char* k_conflicts = R"(
CREATE TEMP TABLE told AS
WITH shared AS (
  SELECT illustrative, hash(indicator, area, year) AS key
  FROM derived.figure
  WHERE NOT shipped
  GROUP BY ALL HAVING min(source_number) <> max(source_number)
), newest AS (
  SELECT f.*
  FROM derived.figure f
  JOIN shared s ON s.illustrative = f.illustrative AND s.key = hash(f.indicator, f.area, f.year)
  WHERE NOT f.shipped
  QUALIFY row_number() OVER (PARTITION BY source_number, indicator, area, year
                             ORDER BY period IS NULL DESC, period DESC, line DESC) = 1
), compared AS (
  SELECT *, first_value(source) OVER first AS first_source, first_value(line) OVER first AS first_line,
         first_value(value) OVER first AS first_figure
  FROM newest
  WINDOW first AS (PARTITION BY illustrative, indicator, area, year ORDER BY published DESC NULLS LAST, source)
)
SELECT source_number, line, 'commit' AS origin, 'conflicting-value' AS rule, 'warning' AS severity,
       indicator || ' ' || area || ' ' || year || ': ' || value || ' here, ' || first_figure || ' in ' || first_source
         || ':' || first_line || ', which goes first'
         || CASE WHEN first_figure = 0 THEN ''
                 ELSE printf(' (%.1f %% apart)', abs(value - first_figure) / abs(first_figure) * 100) END AS message
FROM compared
WHERE source <> first_source AND abs(value - first_figure) > 0.05 * abs(first_figure))";

constexpr const char* k_take_over = R"(
SELECT source_number, origin, rule, severity, line, NULL::VARCHAR, message, NULL::DECIMAL(28, 4), NULL::VARCHAR
FROM told
QUALIFY row_number() OVER (PARTITION BY source_number ORDER BY line, message) <= {0}
UNION ALL
SELECT source_number, any_value(origin), any_value(rule), max(severity), max(line), NULL,
       'the same for ' || (count(*) - {0}) || ' further rows', NULL, NULL
FROM told
GROUP BY source_number HAVING count(*) > {0})";

void take_over(const Connection& connection, WriterPool& pool) {
  pool.write_findings(connection.prepare(fmt::format(k_take_over, k_most_findings)).rows());
  connection.execute("DROP TABLE told");
}

} // namespace

void find_duplicate_observations(const Connection& connection, WriterPool& pool,
                                 const std::set<std::int32_t>& sources) {
  if (sources.empty())
    return;
  const std::string numbers = fmt::format("{}", fmt::join(sources, ", "));
  if (!connection.prepare("SELECT 1 FROM packed.observation WHERE source_number IN (" + numbers + ") LIMIT 1")
           .rows()
           .next())
    return; // planning the question takes longer than loading a small file
  connection.execute(fmt::format(k_duplicates, numbers));
  take_over(connection, pool);
}

void find_conflicting_observations(const Connection& connection, WriterPool& pool) {
  Rows sources =
      connection.prepare("SELECT count(*) FROM (SELECT DISTINCT source_number FROM fact.observation)").rows();
  if (!sources.next() || sources.number(0).value_or(0) < 2)
    return; // nothing to compare, whatever the size of the one table
  connection.execute(k_conflicts);
  take_over(connection, pool);
}

} // namespace kept::store
