// SPDX-License-Identifier: Apache-2.0
#include "measure/rate_of_reduction.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace kept::measure {

TEST_CASE("RULES 8: from 20 to 10 in 25 years is 2.8 % a year") {
  const auto rate = rate_of_reduction(20, 10, 25);
  REQUIRE(rate);
  CHECK(*rate == doctest::Approx(0.027725887222397813).epsilon(1e-15)); // ln 2 ÷ 25
  CHECK(std::round(*rate * 1000) == 28);
}

TEST_CASE("a value that grows has a rate below zero, one that stays has none to speak of") {
  CHECK(*rate_of_reduction(10, 20, 25) == doctest::Approx(-0.027725887222397813));
  CHECK(*rate_of_reduction(10, 10, 5) == 0);
}

TEST_CASE("without two values over zero and a span there is no rate") {
  CHECK_FALSE(rate_of_reduction(0, 10, 5));
  CHECK_FALSE(rate_of_reduction(10, 0, 5));
  CHECK_FALSE(rate_of_reduction(-1, 10, 5));
  CHECK_FALSE(rate_of_reduction(20, 10, 0));
  CHECK_FALSE(rate_of_reduction(20, 10, -3));
  CHECK_FALSE(rate_of_reduction(std::nan(""), 10, 5));
}

TEST_CASE("RULES 9: the required rate leads to the target, and projection goes on at a rate") {
  const auto required = required_reduction(50, 25, 7);
  REQUIRE(required);
  CHECK(*required == doctest::Approx(std::log(2.0) / 7));
  CHECK(projected(50, *required, 7) == doctest::Approx(25));
  CHECK(projected(80, *rate_of_reduction(20, 10, 25), 25) == doctest::Approx(40));
  CHECK(projected(80, 0, 25) == 80);
}

} // namespace kept::measure
