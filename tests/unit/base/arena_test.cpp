// SPDX-License-Identifier: Apache-2.0
#include "base/arena.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kept {
namespace {

TEST_CASE("views stay valid when the arena grows and moves") {
  Arena arena;
  const std::string_view first = arena.store("first");
  const std::string large(100'000, 'x');
  const std::string_view second = arena.store(large);
  for (int i = 0; i < 10'000; ++i)
    arena.store("filling");
  [[maybe_unused]] const Arena moved = std::move(arena);
  CHECK(first == "first");
  CHECK(second == large);
}

TEST_CASE("an arena that was moved from does not write into the text it gave away") {
  Arena arena;
  const std::string_view kept_view = arena.store("kept");
  const std::string_view last = arena.store("");
  Arena moved = std::move(arena);
  const std::string_view mine = moved.store("mine");
  CHECK(arena.store("theirs") == "theirs"); // NOLINT: what is moved from is empty, by contract
  CHECK(mine == "mine");
  CHECK(kept_view == "kept");
  CHECK(last.empty());
}

} // namespace
} // namespace kept
