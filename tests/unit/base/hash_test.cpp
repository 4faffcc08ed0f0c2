// SPDX-License-Identifier: Apache-2.0
#include "base/hash.hpp"

#include <doctest/doctest.h>

namespace kept {
namespace {

TEST_CASE("SHA-256 gives the values of FIPS 180-2, in one piece or in several") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  Sha256 hash;
  hash.update("a");
  hash.update("");
  Sha256 moved = std::move(hash);
  moved.update("bc");
  CHECK(moved.hex() == sha256("abc"));
}

TEST_CASE("the fast hash depends on every byte and on the seed") {
  CHECK(fast_hash("abc") == fast_hash("abc"));
  CHECK(fast_hash("abc") != fast_hash("abd"));
  CHECK(fast_hash("abc") != fast_hash("abc", 1));
}

TEST_CASE("the wide hash depends on every byte and on the seed, in both halves") {
  const Hash128 hash = wide_hash("abc", 1);
  CHECK(hash == wide_hash("abc", 1));
  for (const Hash128& other : {wide_hash("abd", 1), wide_hash("abc", 2), wide_hash("", 1)}) {
    CHECK(hash.low != other.low);
    CHECK(hash.high != other.high);
  }
}

} // namespace
} // namespace kept
