// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kept {
namespace {

TEST_CASE("an error says where, what and what to do, without empty parts") {
  CHECK(std::string(Error(ErrorKind::input, "is damaged", "a.xml:3", "publish it again").what()) ==
        "a.xml:3: is damaged\n  publish it again");
  CHECK(std::string(Error(ErrorKind::input, "is damaged").what()) == "is damaged");
}

TEST_CASE("each kind has its exit code (DESIGN.md)") {
  CHECK(exit_code(ErrorKind::usage) == 2);
  CHECK(exit_code(ErrorKind::input) == 3);
  CHECK(exit_code(ErrorKind::store) == 4);
  CHECK(exit_code(ErrorKind::network) == 5);
  CHECK(exit_code(ErrorKind::internal) == 70);
}

} // namespace
} // namespace kept
