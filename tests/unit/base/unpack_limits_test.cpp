// SPDX-License-Identifier: Apache-2.0
#include "base/unpack_limits.hpp"

#include "base/file.hpp"
#include "scratch_folder.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include <string>
#include <vector>

namespace kept {
namespace {

/// While it lives, other limits hold.
class Within {
public:
  explicit Within(const UnpackLimits& limits) { set_unpack_limits(limits); }
  ~Within() { set_unpack_limits({}); }
};

/// A gzip file of `megabytes` MiB of zeros, and its path.
std::filesystem::path write_zeros(const test::ScratchFolder& folder, int megabytes) {
  std::filesystem::path path = folder / "zeros.gz";
  const gzFile file = gzopen(path.c_str(), "wb6");
  const std::string piece(std::size_t{1} << 20, '\0');
  for (int i = 0; i < megabytes; ++i)
    REQUIRE(gzwrite(file, piece.data(), static_cast<unsigned>(piece.size())) == 1 << 20);
  REQUIRE(gzclose(file) == Z_OK);
  return path;
}

/// Reads in small pieces: how many bytes came out, and what stopped it.
struct Reading {
  std::uint64_t bytes = 0;
  std::string refused;

  explicit Reading(const std::filesystem::path& path) {
    ByteReader reader(path);
    std::vector<char> buffer(std::size_t{1} << 16);
    try {
      while (const std::size_t count = reader.read(buffer))
        bytes += count;
    } catch (const UnpackLimitError& error) {
      CHECK(error.kind() == ErrorKind::input);
      CHECK(error.where() == path.string());
      refused = error.happened();
    }
  }
};

TEST_CASE("a packed file that becomes over 200 times its size is refused, once it is over 16 MiB") {
  const test::ScratchFolder folder;
  const Reading small(write_zeros(folder, 16));
  CHECK(small.refused.empty());
  CHECK(small.bytes == UnpackLimits::small);
  const Reading large(write_zeros(folder, 40));
  CHECK(large.refused == "unpacks to over 200 times its size (limit: --max-ratio)");
  CHECK(large.bytes == UnpackLimits::small); // not only at the end
}

TEST_CASE("how many times its size a packed file may become can be changed, and 0 is any number") {
  const test::ScratchFolder folder;
  const auto path = write_zeros(folder, 40);
  for (const std::uint64_t ratio : {0, 1100}) {
    const Within limits({UnpackLimits().largest, ratio});
    CHECK(Reading(path).bytes == 40U << 20U);
  }
  const Within limits({UnpackLimits().largest, 900});
  CHECK(Reading(path).refused == "unpacks to over 900 times its size (limit: --max-ratio)");
}

TEST_CASE("how large a packed file may become is limited, whatever its ratio") {
  const test::ScratchFolder folder;
  const auto path = write_zeros(folder, 2);
  const Within limits({1'000'000, 0});
  const Reading reading(path);
  CHECK(reading.refused == "unpacks to over 1000000 bytes (limit: --max-unpacked)");
  CHECK(reading.bytes <= 1'000'000);
}

TEST_CASE("what is not packed has no limits") {
  const test::ScratchFolder folder;
  const auto path = folder.write("plain", std::string(std::size_t{20} << 20, '\0'));
  const Within limits({1'000'000, 1});
  CHECK(Reading(path).refused.empty());
}

TEST_CASE("the whole file is one reading: limits hold for read_file too, and say what to do") {
  const test::ScratchFolder folder;
  const auto path = write_zeros(folder, 40);
  CHECK_THROWS_WITH_AS(read_file(path),
                       (path.string() + ": unpacks to over 200 times its size (limit: --max-ratio)\n"
                                        "  allow more with --max-ratio, if it is what it should be")
                           .c_str(),
                       UnpackLimitError);
}

} // namespace
} // namespace kept
