// SPDX-License-Identifier: Apache-2.0
#include "read/iati/lines.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kept::read::iati {
namespace {

/// The line of each byte, by the definition.
std::uint32_t line_by_hand(std::string_view text, std::size_t offset) {
  std::uint32_t line = 1;
  for (std::size_t i = 0; i < offset; ++i)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
      ++line;
  return line;
}

const std::string k_mixed = "a\nb\r\nc\rd\r\re\n\nf\r\n\r\n" + std::string(300, 'x') + "\r\ny\n" +
                            std::string(127, 'z') + "\r\n\rlast";

} // namespace

TEST_CASE("LF, CR and CR LF each end one line (trail to file and line)") {
  LineFinder finder;
  finder.reset(k_mixed, 1);
  for (std::size_t i = 0; i < k_mixed.size(); ++i)
    if (i == 0 || k_mixed[i] != '\n' || k_mixed[i - 1] != '\r') // the LF of a pair belongs to either line
      CHECK(finder.line_of(i) == line_by_hand(k_mixed, i));
  for (std::size_t i = k_mixed.size(); i-- > 0;) // back again
    if (i == 0 || k_mixed[i] != '\n' || k_mixed[i - 1] != '\r')
      CHECK(finder.line_of(i) == line_by_hand(k_mixed, i));
}

TEST_CASE("a line finder begins with the line that it is told") {
  LineFinder finder;
  finder.reset("a\r\nb\nc", 100);
  CHECK(finder.line_of(5) == 102);
  CHECK(finder.line_of(3) == 101);
  finder.reset("abc", 7);
  CHECK(finder.line_of(2) == 7);
}

TEST_CASE("lines count the same wherever the text is cut into pieces") {
  const std::uint32_t expected = line_by_hand(k_mixed, k_mixed.size() - 1);
  for (std::size_t cut = 0; cut <= k_mixed.size(); ++cut) {
    LineCounter counter;
    counter.advance(std::string_view(k_mixed).substr(0, cut));
    counter.advance(std::string_view(k_mixed).substr(cut));
    CHECK(counter.line() == expected);
  }
}

} // namespace kept::read::iati
