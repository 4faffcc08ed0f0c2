// SPDX-License-Identifier: Apache-2.0
#include "derive/duplicates.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace kept::derive {
namespace {

const Moment k_old = *Moment::parse("2024-01-01T00:00:00Z"), k_new = *Moment::parse("2024-01-01T00:00:01Z");

/// The winner in whatever order the two are given (RULES.md 1: independent of load order).
bool first_counts(const ActivityVersion& a, const ActivityVersion& b) {
  const std::vector<ActivityVersion> given{a, b}, turned{b, a};
  const bool first = counting_version(given) == 0;
  CHECK(counting_version(turned) == (first ? 1U : 0U));
  return first;
}

TEST_CASE("a primary reporter counts before a secondary one, however new that is (RULES.md 1)") {
  CHECK(first_counts({false, k_old, k_old, "b", 9}, {true, k_new, k_new, "a", 1}));
}

TEST_CASE("then the newest last-updated, then the newest generated, known before unknown (RULES.md 1)") {
  CHECK(first_counts({false, k_new, k_old, "b", 9}, {false, k_old, k_new, "a", 1}));
  CHECK(first_counts({false, k_old, std::nullopt, "b", 9}, {false, std::nullopt, k_new, "a", 1}));
  CHECK(first_counts({false, k_old, k_new, "b", 9}, {false, k_old, k_old, "a", 1}));
  CHECK(first_counts({false, std::nullopt, k_old, "b", 9}, {false, std::nullopt, std::nullopt, "a", 1}));
}

TEST_CASE("then the smaller hash, then the smaller line (RULES.md 1)") {
  CHECK(first_counts({false, k_old, k_old, "a", 9}, {false, k_old, k_old, "b", 1}));
  CHECK(first_counts({false, k_old, k_old, "a", 1}, {false, k_old, k_old, "a", 2}));
}

TEST_CASE("one version counts by itself") {
  CHECK(counting_version(std::vector<ActivityVersion>{{}}) == 0);
}

} // namespace
} // namespace kept::derive
