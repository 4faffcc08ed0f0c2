// SPDX-License-Identifier: Apache-2.0
#include "store/derive_again.hpp"

#include "store/duckdb_appender.hpp"
#include "store/stored_activities.hpp"
#include "store/writer_pool.hpp"

namespace kept::store {
namespace {

// What rates decide, aside until all of it is known.
constexpr const char* k_money_aside = R"(
CREATE TABLE derived.money_again (
  source_number INTEGER NOT NULL, transaction_ordinal INTEGER NOT NULL, usd DECIMAL(18, 4),
  usd_wide DECIMAL(28, 4), rate DECIMAL(28, 18),
  rate_month VARCHAR, reason VARCHAR))";

constexpr const char* k_take_money_over = R"(
UPDATE fact.transaction AS t
SET usd = m.usd, usd_wide = m.usd_wide, rate = m.rate, rate_month = m.rate_month, reason = m.reason
FROM derived.money_again m
WHERE t.source_number = m.source_number AND t.transaction_ordinal = m.transaction_ordinal)";

void write_money(Appender& rows, std::int32_t source_number, const facts::Activity& activity,
                 const derive::DerivedActivity& derived) {
  for (std::size_t i = 0; i < activity.transactions.size(); ++i) {
    const StorableMoney money(derived.transactions[i]);
    rows.integer(source_number).integer(activity.transactions[i].ordinal).amount(money.usd);
    rows.decimal(money.rate).text(money.rate_month).text(money.reason).end_row();
  }
}

} // namespace

void derive_stored_again(const Database& database, WriterPool& pool, const Loading::Derive& derive) {
  const Connection connection = database.connect();
  connection.execute("DELETE FROM derived.flow");
  connection.execute("DELETE FROM fact.finding WHERE origin = 'derive'");
  connection.execute(k_money_aside);
  {
    Appender money(connection, "derived", "money_again");
    StoredActivities stored(database);
    pool.with_writer([&](FactWriter& writer) {
      std::vector<facts::Finding> findings;
      while (stored.next()) {
        const facts::Activity& activity = stored.activity();
        findings.clear();
        const derive::DerivedActivity derived = derive(activity, findings);
        write_money(money, stored.source_number(), activity, derived);
        writer.write_flows({stored.source_number(), activity.ordinal}, activity, derived);
        for (const facts::Finding& finding : findings)
          writer.write(stored.source_number(), finding, "derive");
      }
    });
    money.flush();
  }
  pool.commit();
  connection.execute(k_take_money_over);
  connection.execute("DROP TABLE derived.money_again");
}

} // namespace kept::store
