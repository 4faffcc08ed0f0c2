// SPDX-License-Identifier: Apache-2.0
#include "fuzz.hpp"

#include <cstdio>
#include <cstdlib>

namespace kept::fuzz {

void expect(bool holds, std::string_view rule) {
  if (holds)
    return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(rule.size()), rule.data());
  std::abort();
}

} // namespace kept::fuzz
