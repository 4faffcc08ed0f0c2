// SPDX-License-Identifier: Apache-2.0
#include "read/iati/reading.hpp"

#include <doctest/doctest.h>

namespace kept::read::iati {

TEST_CASE("a budget gives period and amount; it is original and indicative where nothing else is said") {
  const auto reading =
      test::read_activity("<budget>\n<period-start iso-date='2024-01-01'/><period-end iso-date='2024-12-31'/>"
                          "<value currency='EUR' value-date='2024-01-01'>100</value></budget>\n"
                          "<budget type='2' status='2'><value>7</value></budget>\n");
  const auto& budgets = reading.activity().budgets;
  REQUIRE(budgets.size() == 2);
  CHECK(budgets[0].line == 4);
  CHECK(budgets[0].type == "1");
  CHECK(budgets[0].status == "1");
  CHECK(budgets[0].period_start->to_string() == "2024-01-01");
  CHECK(budgets[0].period_end->to_string() == "2024-12-31");
  CHECK(budgets[0].amount.text == "100");
  CHECK(budgets[0].amount.currency == "EUR");
  CHECK(budgets[1].line == 6);
  CHECK(budgets[1].type == "2");
  CHECK(budgets[1].status == "2");
  CHECK_FALSE(budgets[1].period_start.has_value());
}

TEST_CASE("a planned disbursement gives period, amount and both organisations") {
  const auto reading =
      test::read_activity("\n<planned-disbursement type='1'><period-start iso-date='2024-01-01'/><value "
                          "value-date='2024-02-02'>9</value>"
                          "<provider-org ref='XX-P' provider-activity-id='P1'/><receiver-org "
                          "receiver-activity-id='R1'><narrative>R"
                          "</narrative></receiver-org></planned-disbursement>\n");
  REQUIRE(reading.activity().planned_disbursements.size() == 1);
  const auto& planned = reading.activity().planned_disbursements[0];
  CHECK(planned.line == 5);
  CHECK(planned.type == "1");
  CHECK(planned.period_start->to_string() == "2024-01-01");
  CHECK_FALSE(planned.period_end.has_value());
  CHECK(planned.amount.value_date->to_string() == "2024-02-02");
  CHECK(planned.provider.organisation.ref == "XX-P");
  CHECK(planned.provider.activity_id == "P1");
  CHECK(planned.receiver.organisation.name == "R");
  CHECK(planned.receiver.activity_id == "R1");
}

} // namespace kept::read::iati
