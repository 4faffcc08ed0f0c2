// SPDX-License-Identifier: Apache-2.0
// What transactions state alike is a number, what few of them state stands apart (004_transactions.sql): the
// views must give all of it back.
#include "store/example_facts.hpp"

#include <doctest/doctest.h>

namespace kept::store {

using Lines = std::vector<std::string>;

TEST_CASE("values come back as they were published, however they are written") {
  const std::vector<const char*> published = {"1000",
                                              "1000.0",
                                              "1000.00",
                                              "1000.0000",
                                              "1000.00000",
                                              "0",
                                              "0.00",
                                              "-0.00",
                                              "-0",
                                              "-3.10",
                                              "007",
                                              "+5",
                                              "5.",
                                              ".5",
                                              "0.5",
                                              "12.3456",
                                              "12.34567",
                                              "1,000",
                                              "1,000.50",
                                              "abc",
                                              "00.5",
                                              "-1000",
                                              "9999999999999999999.99"};
  std::vector<facts::Transaction> transactions;
  transactions.reserve(published.size());
  for (const char* const text : published)
    transactions.push_back(transaction("3", "2024-03-15", text));
  const TestFolder here;
  load(here.store(), {example_source("a.xml", 'a', {activity("XE-EXAMPLE-1", transactions)})});
  const Store store(here.store());
  CHECK(rows(store, "SELECT raw_value FROM transaction_details t "
                    "ORDER BY CAST(split_part(transaction_id, '-', 2) AS INTEGER)") ==
        Lines(published.begin(), published.end()));
  CHECK(
      rows(store,
           "SELECT t.text FROM fact.transaction_text t WHERE kind = 'value' ORDER BY transaction_ordinal") ==
      Lines{"1000.00000", "-0.00", "-0", "007", "+5", "5.", ".5", "12.34567", "1,000", "1,000.50", "abc",
            "00.5"});
}

TEST_CASE("what transactions state alike is kept once, and told apart where one thing differs") {
  facts::Transaction first = transaction("3", "2024-03-15", "10.00");
  first.provider.type = "10";
  first.receiver.type = "23";
  first.receiver.activity_id = "XE-OTHER-1";
  first.flow_type = "10";
  first.finance_type = "110";
  first.tied_status = "5";
  first.disbursement_channel = "1";
  first.humanitarian = true;
  std::vector<facts::Transaction> transactions(7, first);
  transactions[1].amount.text = "25.00"; // the same terms
  transactions[2].amount.text = "10.0";
  transactions[3].humanitarian = false;
  transactions[4].humanitarian = std::nullopt;
  transactions[5].provider.type = "23";
  transactions[5].receiver.type = "10"; // the same two, the other way round
  transactions[6].date_text = "15 March";
  transactions[6].provider.activity_id = "XE-OTHER-2";
  const TestFolder here;
  load(here.store(), {example_source("a.xml", 'a', {activity("XE-EXAMPLE-1", transactions)})});
  const Store store(here.store());
  CHECK(rows(store, "SELECT count(*), count(DISTINCT terms) FROM packed.terms") == Lines{"6|6"});
  CHECK(rows(store, "SELECT DISTINCT flow_type, finance_type, tied_status, disbursement_channel FROM "
                    "transaction_details") == Lines{"10|110|5|1"});
  CHECK(rows(store, "SELECT raw_value, provider_type, receiver_type, humanitarian, provider_activity_id, "
                    "receiver_activity_id FROM transaction_details ORDER BY transaction_id") ==
        Lines{"10.00|10|23|true|-|XE-OTHER-1", "25.00|10|23|true|-|XE-OTHER-1",
              "10.0|10|23|true|-|XE-OTHER-1", "10.00|10|23|false|-|XE-OTHER-1", "10.00|10|23|-|-|XE-OTHER-1",
              "10.00|23|10|true|-|XE-OTHER-1", "10.00|10|23|true|XE-OTHER-2|XE-OTHER-1"});

  // A second load goes on numbering; a removed source takes its texts with it.
  transactions.resize(1);
  transactions[0].tied_status = "4";
  load(here.store(), {example_source("b.xml", 'b', {activity("XE-EXAMPLE-2", transactions)})});
  const Store again(here.store());
  CHECK(rows(again, "SELECT count(*), count(DISTINCT terms) FROM packed.terms") == Lines{"7|7"});
  CHECK(rows(again,
             "SELECT source, tied_status, count(*) FROM transaction_details GROUP BY ALL ORDER BY ALL") ==
        Lines{"a.xml|5|7", "b.xml|4|1"});
}

} // namespace kept::store
