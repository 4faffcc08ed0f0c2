// SPDX-License-Identifier: Apache-2.0
#include "fuzz.hpp"

#include <cstdio>
#include <cstdlib>

namespace kept::fuzz {

void expect(bool holds, std::string_view rule, std::string_view broken_by) {
  if (holds)
    return;
  std::fprintf(stderr, "does not hold: %.*s\n  %.*s\n", static_cast<int>(rule.size()), rule.data(),
               static_cast<int>(broken_by.size()), broken_by.data());
  std::abort();
}

} // namespace kept::fuzz
