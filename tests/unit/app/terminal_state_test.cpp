// SPDX-License-Identifier: Apache-2.0
#include "app/terminal_state.hpp"

#include <doctest/doctest.h>

using kept::app::wants_colour;

TEST_CASE("colour only on a terminal") {
  CHECK(wants_colour({true, {}, "xterm"}));
  CHECK(wants_colour({true, {}, {}}));
  CHECK_FALSE(wants_colour({false, {}, "xterm"}));
}

TEST_CASE("NO_COLOR turns colour off unless it is empty, as no-color.org has it") {
  CHECK_FALSE(wants_colour({true, "1", "xterm"}));
  CHECK_FALSE(wants_colour({true, "0", "xterm"}));
  CHECK(wants_colour({true, "", "xterm"}));
}

TEST_CASE("a dumb terminal gets no colour") {
  CHECK_FALSE(wants_colour({true, {}, "dumb"}));
}
