// SPDX-License-Identifier: Apache-2.0
#include "store/duplicates.hpp"

#include "derive/duplicates.hpp"
#include "store/duckdb_appender.hpp"
#include "store/duckdb_database.hpp"
#include "store/writer_pool.hpp"

namespace kept::store {
namespace {

struct Superseded {
  ActivityKey key, counting;
};

/// The activities of one identifier, with their keys in step.
struct Versions {
  std::vector<derive::ActivityVersion> versions;
  std::vector<ActivityKey> keys;

  void decide(std::vector<Superseded>& all) const {
    const std::size_t counting = derive::counting_version(versions);
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (i != counting)
        all.push_back({keys[i], keys[counting]});
  }
};

// Grouped by hashes, which need less memory than texts: who meets another by chance is told apart below. The
// order makes the choice independent of the order of loading even between files of the same content.
constexpr const char* k_repeated = R"(
SELECT a.iati_identifier, s.illustrative, a.source_number, a.activity_ordinal, a.secondary_reporter, a.last_updated,
       s.generated, s.sha256, a.line
FROM packed.activity a
JOIN fact.source s USING (source_number)
WHERE a.iati_identifier IS NOT NULL AND hash(a.iati_identifier) IN (
  SELECT hash(iati_identifier) FROM packed.activity GROUP BY ALL HAVING count(*) > 1)
ORDER BY a.iati_identifier, s.illustrative, s.sha256, a.line, s.name, a.activity_ordinal)";

// One per superseded activity and currency; money that is not counted for another reason has its own finding.
// Grouped by numbers: groups of texts would not leave the memory.
constexpr const char* k_findings = R"(
WITH money AS (
  SELECT d.*, t.currency, count(t.line) AS transactions,
         TRY_CAST(sum(derived.amount(t.value, t.value_wide)) AS DECIMAL(28, 4)) AS value
  FROM derived.superseded d
  LEFT JOIN packed.transaction t
    ON t.source_number = d.source_number AND t.activity_ordinal = d.activity_ordinal
    AND t.reason IN (FROM packed.counted_reason)
  GROUP BY ALL
)
SELECT a.source_number, 'commit', 'duplicate-activity', 'warning', a.line, a.iati_identifier,
       'the same activity stands in ' || c.source || ':' || c.line || ', which counts: '
         || m.transactions || CASE m.transactions WHEN 1 THEN ' transaction' ELSE ' transactions' END
         || ' not counted',
       m.value, currency.text
FROM money m
LEFT JOIN packed.code currency ON currency.code_number = m.currency
JOIN packed.activity a ON a.source_number = m.source_number AND a.activity_ordinal = m.activity_ordinal
JOIN derived.activity_place c
  ON c.source_number = m.counting_source_number AND c.activity_ordinal = m.counting_activity_ordinal)";

/// Streamed: there may be as many as activities.
std::vector<Superseded> superseded_activities(const Connection& connection) {
  std::vector<Superseded> all;
  Versions group;
  std::string identifier;
  bool illustrative = false;
  Statement statement = connection.prepare(k_repeated);
  for (Rows row = statement.stream(); row.next();) {
    const bool made_up = row.boolean(1).value_or(false);
    if (!group.keys.empty() && (row.text(0) != identifier || made_up != illustrative)) {
      group.decide(all);
      group = {};
    }
    identifier = row.text(0);
    illustrative = made_up;
    group.keys.push_back({row.integer(2), static_cast<std::uint32_t>(row.integer(3))});
    group.versions.push_back({row.boolean(4).value_or(false), row.moment(5), row.moment(6), row.string(7),
                              static_cast<std::uint32_t>(row.integer(8))});
  }
  if (!group.keys.empty())
    group.decide(all);
  return all;
}

} // namespace

void decide_duplicates(const Connection& connection, WriterPool& pool) {
  connection.execute("DELETE FROM derived.superseded");
  connection.execute("DELETE FROM packed.finding WHERE origin IN (SELECT code_number FROM packed.code WHERE "
                     "text = 'commit')");
  const std::vector<Superseded> superseded = superseded_activities(connection);
  if (superseded.empty())
    return;
  Appender rows(connection, "derived", "superseded");
  for (const auto& [key, counting] : superseded)
    rows.integer(key.source_number)
        .integer(key.ordinal)
        .integer(counting.source_number)
        .integer(counting.ordinal)
        .end_row();
  rows.flush();
  Statement findings = connection.prepare(k_findings);
  pool.write_findings(findings.stream());
}

} // namespace kept::store
