// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include "base/error.hpp"
#include "base/hash.hpp"
#include "scratch_folder.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <unistd.h>
#include <vector>

namespace kept {
namespace {

namespace fs = std::filesystem;

using Folder = test::ScratchFolder;

std::string gzip(const std::string& bytes) {
  std::string packed(bytes.size() + 1000, '\0');
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string noise(std::size_t size) {
  std::string bytes;
  for (std::uint32_t state = 1; bytes.size() < size;) {
    state = state * 1'664'525U + 1'013'904'223U;
    bytes += static_cast<char>(state >> 24);
  }
  return bytes;
}

ErrorKind kind_thrown_by(const fs::path& path) {
  try {
    read_file(path);
  } catch (const Error& error) {
    CHECK(error.where() == path.string());
    return error.kind();
  }
  return ErrorKind::internal;
}

TEST_CASE("what is written is read, and replaces what was there") {
  const Folder folder;
  const std::string bytes = noise(300'000);
  write_file(folder / "a", "old");
  write_file(folder / "a", bytes);
  CHECK(read_file(folder / "a") == bytes);
  write_file(folder / "a", "");
  CHECK(read_file(folder / "a").empty());
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) ==
        1); // nothing left aside
}

TEST_CASE("what cannot be written is an Error that names the file and leaves nothing behind") {
  const Folder folder;
  CHECK_THROWS_AS(write_file(folder / "missing/a", "x"), Error);
  fs::create_directories(folder / "sub/inner");
  CHECK_THROWS_AS(write_file(folder / "sub", "x"), Error); // a folder that is not empty
  CHECK_FALSE(fs::exists(folder / "sub.writing"));
}

TEST_CASE("the state of a file tells other bytes, another time and another file in its place") {
  const Folder folder;
  const fs::path a = folder / "a";
  CHECK_FALSE(file_state(a));
  write_file(a, "abc");
  const FileState first = file_state(a).value();
  CHECK(first.size == 3);
  CHECK(file_state(a) == first);
  fs::create_symlink(a, folder / "link");
  CHECK(file_state(folder / "link") == first);
  const auto time = fs::last_write_time(a);
  fs::last_write_time(a, time + std::chrono::nanoseconds(1000));
  CHECK(file_state(a)->modified == first.modified + std::chrono::nanoseconds(1000));
  fs::last_write_time(a, time);
  CHECK(file_state(a) == first);
  fs::rename(a, folder / "b");
  CHECK(file_state(folder / "b") == first);
  write_file(a, "xyz");
  fs::last_write_time(a, time);
  CHECK(file_state(a)->modified == first.modified);
  CHECK(file_state(a) != first);
  std::ofstream(folder / "b", std::ios::app) << "d";
  CHECK(file_state(folder / "b")->size == 4);
}

TEST_CASE("a file is settled when it last changed more than two seconds before") {
  using namespace std::chrono_literals;
  const FileTime then{std::chrono::seconds(1'700'000'000)};
  const auto changed_at = [](FileTime time) { return FileState{1, time, 2, 3}; };
  CHECK(is_settled(changed_at(then - 2s - 1ns), then));
  CHECK(is_settled(changed_at(FileTime::min()), then));
  CHECK_FALSE(is_settled(changed_at(then - 2s), then));
  CHECK_FALSE(is_settled(changed_at(then), then));
  CHECK_FALSE(is_settled(changed_at(then + 1h), then));
  CHECK_FALSE(is_settled(changed_at(FileTime::max()), then));
}

TEST_CASE("a digest taken while reading is that of the file, wherever reading stops, packed or not") {
  const Folder folder;
  const std::string bytes = noise(400'000);
  write_file(folder / "plain", bytes);
  write_file(folder / "packed", gzip(bytes));
  write_file(folder / "empty", "");
  for (const char* name : {"plain", "packed", "empty"})
    for (const std::size_t count : {0U, 1'000U, 300'000U, 500'000U}) {
      ByteReader reader(folder / name, ByteReader::Digest::taken);
      std::vector<char> buffer(count);
      reader.read(buffer);
      CHECK(reader.sha256() == sha256_of_file(folder / name));
    }
}

TEST_CASE("gzip is unpacked by its first bytes, also several streams in one file") {
  const Folder folder;
  const std::string bytes = noise(400'000);
  write_file(folder / "a.xml", gzip(bytes) + gzip("and more"));
  CHECK(read_file(folder / "a.xml") == bytes + "and more");
  CHECK(sha256_of_file(folder / "a.xml") == sha256(gzip(bytes) + gzip("and more")));
  write_file(folder / "b.gz", "not gzip at all");
  CHECK(read_file(folder / "b.gz") == "not gzip at all");
  write_file(folder / "c", "\x1F");
  CHECK(read_file(folder / "c") == "\x1F");
}

TEST_CASE("a reader fills the buffer across the file's end and then answers 0") {
  const Folder folder;
  write_file(folder / "a", gzip("0123456789"));
  ByteReader reader(folder / "a");
  std::array<char, 7> buffer{};
  CHECK(reader.read(buffer) == 7);
  CHECK(reader.read(buffer) == 3);
  CHECK(std::string_view(buffer.data(), 3) == "789");
  CHECK(reader.read(buffer) == 0);
  CHECK(reader.read(buffer) == 0);
}

TEST_CASE("a truncated or damaged gzip stream is an Error(input), not a short file") {
  const Folder folder;
  const std::string packed = gzip(noise(400'000));
  write_file(folder / "cut", packed.substr(0, packed.size() / 2));
  CHECK(kind_thrown_by(folder / "cut") == ErrorKind::input);
  write_file(folder / "no-end", packed.substr(0, packed.size() - 4));
  CHECK(kind_thrown_by(folder / "no-end") == ErrorKind::input);
  std::string damaged = packed;
  damaged[packed.size() - 6] = static_cast<char>(damaged[packed.size() - 6] ^ 1); // in the check sum
  write_file(folder / "damaged", damaged);
  CHECK(kind_thrown_by(folder / "damaged") == ErrorKind::input);
}

TEST_CASE("what is wrong with a gzip stream is told without zlib's name for the file") {
  const Folder folder;
  const std::string packed = gzip(noise(1000));
  write_file(folder / "cut", packed.substr(0, packed.size() / 2));
  std::string damaged = packed;
  damaged[packed.size() - 6] = static_cast<char>(damaged[packed.size() - 6] ^ 1); // in the check sum
  write_file(folder / "damaged", damaged);
  const auto told_of = [&](const char* name) {
    ByteReader reader(folder / name);
    std::array<char, 2000> buffer{};
    try {
      while (reader.read(buffer) != 0) {
      }
    } catch (const Error& error) {
      return error.happened();
    }
    return std::string();
  };
  CHECK(told_of("cut") == "cannot be read: unexpected end of file");
  CHECK(told_of("damaged") == "cannot be read: incorrect data check");
}

TEST_CASE("a missing file, a folder and a closed folder are Errors(input) that name them") {
  const Folder folder;
  CHECK(kind_thrown_by(folder / "missing") == ErrorKind::input);
  CHECK(kind_thrown_by(folder.path()) == ErrorKind::input);
  CHECK_THROWS_AS(sha256_of_file(folder / "missing"), Error);
  if (geteuid() == 0)
    return; // nothing is closed to root
  fs::create_directory(folder / "closed");
  write_file(folder / "closed/a", "x");
  fs::permissions(folder / "closed", fs::perms::none);
  CHECK(kind_thrown_by(folder / "closed/a") == ErrorKind::input);
  fs::permissions(folder / "closed", fs::perms::owner_all);
}

} // namespace
} // namespace kept
