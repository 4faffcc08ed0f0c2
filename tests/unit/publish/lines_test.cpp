// SPDX-License-Identifier: Apache-2.0
#include "publish/lines.hpp"

#include "base/text.hpp"

#include <doctest/doctest.h>

using namespace kept::publish;
using Lines = std::vector<std::string>;

TEST_CASE("printable text holds no control characters, so that a source cannot steer the terminal") {
  CHECK(printable("a\nb\tc\x1b[31md\x7f") == "a b c [31md ");
  CHECK(printable("a\xC2\x9B"
                  "31m") == "a 31m"); // C1: a one-character CSI
  CHECK(printable("caf\xE9") == "caf\xEF\xBF\xBD");
  CHECK(printable("妇女 여성 é") == "妇女 여성 é");
}

TEST_CASE("clipped text takes at most the width, an ellipsis for what is missing") {
  CHECK(clip("abcdef", 6) == "abcdef");
  CHECK(clip("abcdef", 5) == "abcd…");
  CHECK(clip("", 1).empty());
  CHECK(clip("ab", 1) == "…");
}

TEST_CASE("clipping counts Chinese and Korean characters as two columns") {
  CHECK(clip("妇女儿童", 8) == "妇女儿童");
  CHECK(clip("妇女儿童", 7) == "妇女儿…");
  CHECK(clip("妇女儿童", 6) == "妇女…");
  for (std::size_t width = 1; width < 12; ++width)
    CHECK(kept::display_width(clip("a妇b女c아d동", width)) <= width);
}

TEST_CASE("wrapped text breaks at blanks and loses no word") {
  CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrap("one two three", 20) == Lines{"one two three"});
  CHECK(wrap("one  two", 4) == Lines{"one", "two"});
  CHECK(wrap("", 5) == Lines{""});
  CHECK(wrap("ends with blanks   ", 9) == Lines{"ends with", "blanks"});
}

TEST_CASE("a word wider than the line is broken, nothing of it is lost") {
  CHECK(wrap("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
  CHECK(wrap("x abcdefgh", 4) == Lines{"x", "abcd", "efgh"});
}

TEST_CASE("Chinese text wraps between characters") {
  CHECK(wrap("促进妇女发展", 4) == Lines{"促进", "妇女", "发展"});
  CHECK(wrap("UN妇女署 2025", 6) == Lines{"UN妇女", "署", "2025"});
  for (std::size_t width = 2; width < 12; ++width)
    for (const std::string& line : wrap("促进 UN Women 的工作与 여성 역량", width))
      CHECK(kept::display_width(line) <= width);
}
