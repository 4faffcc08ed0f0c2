// SPDX-License-Identifier: Apache-2.0
#include "store/duplicates.hpp"

#include "derive/duplicates.hpp"
#include "store/duckdb_appender.hpp"
#include "store/duckdb_database.hpp"
#include "store/writer_pool.hpp"

namespace kept::store {
namespace {

/// The activities of one identifier, with their keys in step.
struct Versions {
  std::vector<derive::ActivityVersion> versions;
  std::vector<std::pair<std::int64_t, std::int64_t>> keys; ///< source number, activity ordinal

  void write_superseded(Appender& rows) const {
    const std::size_t counting = derive::counting_version(versions);
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (i != counting)
        rows.integer(keys[i].first)
            .integer(keys[i].second)
            .integer(keys[counting].first)
            .integer(keys[counting].second)
            .end_row();
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
constexpr const char* k_findings = R"(
SELECT a.source_number, 'commit', 'duplicate-activity', 'warning', a.line, a.iati_identifier,
       'the same activity stands in ' || c.source || ':' || c.line || ', which counts: '
         || count(t.line) || CASE count(t.line) WHEN 1 THEN ' transaction' ELSE ' transactions' END
         || ' not counted',
       TRY_CAST(sum(derived.amount(t.value, t.value_wide)) AS DECIMAL(28, 4)), t.currency
FROM derived.superseded d
JOIN packed.activity a ON a.source_number = d.source_number AND a.activity_ordinal = d.activity_ordinal
JOIN derived.activity_place c
  ON c.source_number = d.counting_source_number AND c.activity_ordinal = d.counting_activity_ordinal
LEFT JOIN fact.transaction t
  ON t.source_number = d.source_number AND t.activity_ordinal = d.activity_ordinal
  AND coalesce(t.reason, 'no rate') = 'no rate'
GROUP BY a.source_number, a.activity_ordinal, a.line, a.iati_identifier, c.source, c.line, t.currency)";

} // namespace

void decide_duplicates(const Connection& connection, WriterPool& pool) {
  connection.execute("DELETE FROM derived.superseded");
  connection.execute("DELETE FROM packed.finding WHERE origin IN (SELECT code_number FROM packed.code WHERE "
                     "text = 'commit')");
  bool any = false;
  {
    Appender rows(connection, "derived", "superseded");
    Rows repeated = connection.prepare(k_repeated).rows();
    Versions group;
    std::string identifier;
    bool illustrative = false;
    while (repeated.next()) {
      any = true;
      const bool made_up = repeated.boolean(1).value_or(false);
      if (!group.keys.empty() && (repeated.text(0) != identifier || made_up != illustrative)) {
        group.write_superseded(rows);
        group = {};
      }
      identifier = repeated.text(0);
      illustrative = made_up;
      group.keys.emplace_back(repeated.integer(2), repeated.integer(3));
      group.versions.push_back({repeated.boolean(4).value_or(false), repeated.moment(5), repeated.moment(6),
                                repeated.string(7), static_cast<std::uint32_t>(repeated.integer(8))});
    }
    if (!group.keys.empty())
      group.write_superseded(rows);
    rows.flush();
  }
  if (any)
    pool.write_findings(connection.prepare(k_findings).rows());
}

} // namespace kept::store
