// SPDX-License-Identifier: Apache-2.0
#include "app/progress_bar.hpp"

#include "base/text.hpp"

#include <doctest/doctest.h>

#include <string>

using kept::app::progress_line;

TEST_CASE("the progress line shows part, bytes and source") {
  CHECK(progress_line(5'000'000, 10'000'000, "a.xml") ==
        "[============>           ]  50 %  5.0 of 10.0 MB  a.xml");
  CHECK(progress_line(0, 10'000'000, "a.xml") == "[>                       ]   0 %  0.0 of 10.0 MB  a.xml");
  CHECK(progress_line(10'000'000, 10'000'000, "a.xml") ==
        "[========================] 100 %  10.0 of 10.0 MB  a.xml");
}

TEST_CASE("the progress line stands when a file grew or nothing is to be read, and never wraps") {
  CHECK(progress_line(20, 10, "a.xml").find("100 %") != std::string::npos);
  CHECK(progress_line(0, 0, "a.xml").find("100 %") != std::string::npos);
  CHECK(kept::display_width(progress_line(1, 2, std::string(500, 'x'))) == 79);
}
