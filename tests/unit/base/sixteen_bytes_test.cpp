// SPDX-License-Identifier: Apache-2.0
#include "base/sixteen_bytes.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kept {

TEST_CASE("the first byte that is wanted is found wherever it stands, and the end where there is none") {
  const auto is_wanted = [](auto byte) { return (byte == '<') | (byte >= 0x80); };
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string plain(size, 'x');
    CHECK(find_byte(plain, 0, is_wanted) == size);
    for (std::size_t at = 0; at < size; ++at)
      for (const char wanted : {'<', '\xFF'}) {
        std::string text = plain;
        text[at] = wanted;
        text.back() = '<';
        CHECK(find_byte(text, 0, is_wanted) == at);
        CHECK(find_byte(text, at, is_wanted) == at);
        CHECK(find_byte(text, at + 1, is_wanted) == (at + 1 < size ? size - 1 : size));
      }
  }
}

} // namespace kept
