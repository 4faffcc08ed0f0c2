// SPDX-License-Identifier: Apache-2.0
#include "example.hpp"

#include <doctest/doctest.h>

#include <chrono>

// Sanitizers and debug builds are several times slower; the promise is about what users run.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define KEPT_INSTRUMENTED
#endif
#endif
#if !defined(KEPT_INSTRUMENTED) &&                                                                           \
    (defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(NDEBUG))
#define KEPT_INSTRUMENTED
#endif

namespace kept::measure {
namespace {

#ifdef KEPT_INSTRUMENTED
constexpr bool k_is_optimised = false;
#else
constexpr bool k_is_optimised = true;
#endif

} // namespace

TEST_CASE("DESIGN: a pledge with 10,000 transfers is assessed within half a second") {
  Example example;
  example.pledge.filter.countries = {"AA"};
  // 5,000 payments over five years that both sides report, each amount with many near ones.
  example.pledge.window = {day("2022-01-01"), day("2026-12-31")};
  for (int i = 0; i < 5000; ++i) {
    const Date sent = day("2022-01-01").plus_days(i * 1800 / 5000);
    const std::string value = std::to_string(10000 + i % 997 * 13);
    example.evidence.add(report("3", k_payer, k_agency, value, sent.to_string()),
                         {{"AA", "", 50}, {"BB", "", 50}});
    example.evidence.add(report("1", k_agency, k_payer, value, sent.plus_days(3 + i % 20).to_string()),
                         {{"AA", "", 50}, {"BB", "", 50}});
  }
  const auto start = std::chrono::steady_clock::now();
  const Assessment found = example.assess_on("2026-12-31");
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  MESSAGE("assessed in " << elapsed.count() << " s");
  CHECK(found.low == found.central);
  CHECK(lines_with(found, Role::merged) == 5000);
  if (k_is_optimised)
    CHECK(elapsed.count() < 0.5);
}

} // namespace kept::measure
