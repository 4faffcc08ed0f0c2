// SPDX-License-Identifier: Apache-2.0
#include "store/derive_again.hpp"

#include "store/stored_activities.hpp"
#include "store/writer_pool.hpp"

namespace kept::store {
namespace {

constexpr const char* k_take_money_over = R"(
UPDATE packed.transaction AS t
SET usd = m.usd, usd_wide = m.usd_wide, rate = m.rate, reason = m.reason,
    split = m.split, value_steps = m.value_steps, usd_steps = m.usd_steps
FROM packed.money_again m
WHERE t.source_number = m.source_number AND t.transaction_ordinal = m.transaction_ordinal)";

} // namespace

void derive_stored_again(const Database& database, WriterPool& pool, const Loading::Derive& derive) {
  const Connection connection = database.connect();
  connection.execute("DELETE FROM packed.split");
  connection.execute("DELETE FROM packed.finding WHERE origin IN (SELECT code_number FROM packed.code WHERE "
                     "text = 'derive')");
  StoredActivities stored(database);
  pool.with_writer([&](FactWriter& writer) {
    std::vector<facts::Finding> findings;
    while (stored.next()) {
      const facts::Activity& activity = stored.activity();
      const ActivityKey key{stored.source_number(), activity.ordinal};
      findings.clear();
      const derive::DerivedActivity derived = derive(activity, findings);
      writer.write_again(key, activity, derived);
      for (const facts::Finding& finding : findings)
        writer.write(stored.source_number(), finding, "derive");
    }
  });
  pool.commit();
  connection.execute(k_take_money_over);
  connection.execute("DELETE FROM packed.money_again");
}

} // namespace kept::store
