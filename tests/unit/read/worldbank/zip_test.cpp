// SPDX-License-Identifier: Apache-2.0
#include "read/worldbank/zip.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/unpack_limits.hpp"
#include "read/worldbank/zip_file.hpp"
#include "scratch_folder.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <stdlib.h> // setenv is of POSIX
#include <string>

using namespace kept;
using namespace kept::read::worldbank;
using kept::read::worldbank::test::write_zip;

namespace fs = std::filesystem;

namespace {

/// While it lives, temporary files go into a folder of its own.
class TemporaryFolder {
public:
  TemporaryFolder() {
    if (const char* const before = std::getenv("TMPDIR"))
      m_before = before;
    ::setenv("TMPDIR", m_folder.path().c_str(), 1);
  }
  ~TemporaryFolder() {
    if (m_before.empty())
      ::unsetenv("TMPDIR");
    else
      ::setenv("TMPDIR", m_before.c_str(), 1);
  }
  bool empty() const { return fs::is_empty(m_folder.path()); }

private:
  kept::test::ScratchFolder m_folder;
  std::string m_before;
};

/// The bytes as they lie on the disk.
std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What unpacking is refused with; empty when it is not. Nothing may be left behind.
std::string refusal(const fs::path& path) {
  const TemporaryFolder temporary;
  std::string why;
  try {
    unpack_tables(path);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    CHECK(error.where() == path.string());
    CHECK_FALSE(error.remedy().empty());
    why = error.happened();
  }
  CHECK(temporary.empty());
  return why;
}

void put_number(std::string& bytes, std::size_t at, std::uint32_t number) {
  for (std::size_t i = 0; i < 4; ++i)
    bytes.at(at + i) = static_cast<char>(number >> (8 * i) & 0xFFU);
}

/// Changes the size that the zip says its one member has unpacked, in both of its places.
std::string with_size(std::string zip, std::uint32_t size) {
  put_number(zip, zip.find("PK\x03\x04") + 22, size);
  put_number(zip, zip.find("PK\x01\x02") + 24, size);
  return zip;
}

} // namespace

TEST_CASE("the tables of a zip are unpacked in its order, what lies beside them is passed over") {
  const kept::test::ScratchFolder folder;
  const fs::path zip = folder / "download.zip";
  write_zip(zip, {{"Metadata_Indicator_API_EX.csv", "metadata"},
                  {"API_EX_2.csv", "second\n"},
                  {"readme.txt", "text"},
                  {"below/API_EX_1.csv", "first\n"},
                  {"API_EX_1.xml", "<x/>"},
                  {"API_below/notes.csv", "notes"}});
  CHECK(is_zip(zip));
  CHECK(has_tables(zip));
  fs::path unpacked;
  {
    const auto tables = unpack_tables(zip);
    REQUIRE(tables.size() == 2);
    CHECK(read_file(tables[0].path()) == "second\n");
    CHECK(read_file(tables[1].path()) == "first\n");
    unpacked = tables[0].path();
    CHECK(fs::exists(unpacked));
  }
  CHECK_FALSE(fs::exists(unpacked)); // gone with what owned it
}

TEST_CASE("a name in a zip never says where a table is unpacked to") {
  const kept::test::ScratchFolder folder;
  const fs::path zip = folder / "download.zip";
  write_zip(zip, {{"../../API_EX_1.csv", "table\n"}});
  const TemporaryFolder temporary;
  const auto tables = unpack_tables(zip);
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].path().parent_path() == fs::temp_directory_path());
  CHECK_FALSE(fs::exists(fs::temp_directory_path() / "../../API_EX_1.csv"));
}

TEST_CASE("a zip without a table has none, and so has a file that is no zip") {
  const kept::test::ScratchFolder folder;
  const fs::path zip = folder / "download.zip";
  write_zip(zip, {{"Metadata_Country_API_EX.csv", "metadata"}, {"data.csv", "x"}});
  CHECK(is_zip(zip));
  CHECK_FALSE(has_tables(zip));
  CHECK(unpack_tables(zip).empty());
  const fs::path text = folder.write("text.zip", "PK, as it were");
  CHECK_FALSE(is_zip(text));
  CHECK_FALSE(has_tables(text));
  CHECK_FALSE(is_zip(folder.write("short.zip", "PK")));
}

TEST_CASE("a zip that ends too early is refused") {
  const kept::test::ScratchFolder folder;
  const fs::path zip = folder / "download.zip";
  write_zip(zip, {{"API_EX_1.csv", std::string(5000, 'x')}}, ZIP_CM_STORE);
  const std::string bytes = bytes_of(zip);
  for (const std::size_t length : {bytes.size() - 1, bytes.size() / 2, std::size_t{40}, std::size_t{4}}) {
    CAPTURE(length);
    const fs::path cut = folder.write("cut.zip", bytes.substr(0, length));
    CHECK(is_zip(cut));
    CHECK_FALSE(has_tables(cut));
    CHECK(refusal(cut) == "the zip cannot be unpacked: it is damaged");
  }
}

TEST_CASE("a table whose bytes are not those that were packed is refused, and the part of it that was "
          "unpacked goes") {
  const kept::test::ScratchFolder folder;
  const fs::path zip = folder / "download.zip";
  write_zip(zip, {{"API_EX_1.csv", std::string(200'000, 'x')}}, ZIP_CM_STORE);
  std::string bytes = bytes_of(zip);
  bytes.at(150'000) = 'y';
  CHECK(refusal(folder.write("changed.zip", bytes)) == "the zip cannot be unpacked: CRC error");
}

TEST_CASE("a table that would be more than 200 times as long as packed is refused before it is unpacked") {
  const kept::test::ScratchFolder folder;
  const fs::path zip = folder / "bomb.zip";
  write_zip(zip, {{"API_EX_1.csv", std::string(std::size_t{17} << 20, '0')}});
  CHECK(has_tables(zip));
  CHECK(refusal(zip) == "unpacks to over 200 times its size (limit: --max-ratio)");
  set_unpack_limits({UnpackLimits().largest, 2000});
  CHECK(refusal(zip).empty());
  set_unpack_limits({});
}

TEST_CASE("a table that is longer than is allowed is refused, however it is packed") {
  const kept::test::ScratchFolder folder;
  const fs::path zip = folder / "large.zip";
  write_zip(zip, {{"API_EX_1.csv", "x\n"}}, ZIP_CM_STORE);
  // It is not: but it says so, as far as 32 bits can.
  const fs::path says = folder.write("says.zip", with_size(bytes_of(zip), 0xFFFFFFFEU));
  set_unpack_limits({std::uint64_t{1} << 30, 0});
  CHECK(refusal(says) == "unpacks to over 1073741824 bytes (limit: --max-unpacked)");
  set_unpack_limits({});
}

TEST_CASE("a table that is longer than it says is refused as soon as that shows") {
  const kept::test::ScratchFolder folder;
  const fs::path zip = folder / "bomb.zip";
  write_zip(zip, {{"API_EX_1.csv", std::string(std::size_t{8} << 20, '0')}});
  CHECK(refusal(folder.write("lies.zip", with_size(bytes_of(zip), 1000))) ==
        "the zip cannot be unpacked: a table is larger than it says");
}

TEST_CASE("a table that says that it is packed into more bytes than there are is refused") {
  const kept::test::ScratchFolder folder;
  const fs::path zip = folder / "bomb.zip";
  write_zip(zip, {{"API_EX_1.csv", std::string(std::size_t{8} << 20, '0')}});
  // With such a size the ratio would be a modest one.
  std::string bytes = bytes_of(zip);
  put_number(bytes, bytes.find("PK\x03\x04") + 18, 1'000'000);
  put_number(bytes, bytes.find("PK\x01\x02") + 20, 1'000'000);
  CHECK(refusal(folder.write("lies.zip", bytes)) ==
        "the zip cannot be unpacked: a table is packed into more bytes than the zip has");
}

TEST_CASE("a small table may be packed as well as it can be") {
  const kept::test::ScratchFolder folder;
  const fs::path zip = folder / "download.zip";
  const std::string content(std::size_t{16} << 20, ';');
  write_zip(zip, {{"API_EX_1.csv", content}});
  const auto tables = unpack_tables(zip);
  REQUIRE(tables.size() == 1);
  CHECK(read_file(tables[0].path()) == content);
}
