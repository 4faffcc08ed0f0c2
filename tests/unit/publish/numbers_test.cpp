// SPDX-License-Identifier: Apache-2.0
#include "publish/numbers.hpp"

#include "publish/sample.hpp"

#include <doctest/doctest.h>

using namespace kept::publish;
using sample::decimal;

TEST_CASE("money is shown with two decimals, rounded half to even; counts without any") {
  CHECK(display_amount(decimal("2775114"), "USD") == "USD 2,775,114.00");
  CHECK(display_amount(decimal("0.005"), "USD") == "USD 0.00");
  CHECK(display_amount(decimal("0.015"), "USD") == "USD 0.02");
  CHECK(display_amount(decimal("-1234.5"), "KRW") == "KRW -1,234.50");
  CHECK(display_amount(decimal("1000.0000"), "people") == "1,000 people");
  CHECK(display_amount(decimal("1"), "meetings") == "1 meeting");
  CHECK(display_amount(decimal("6.20"), "") == "6.2");
}
