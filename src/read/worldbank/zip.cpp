// SPDX-License-Identifier: Apache-2.0
#include "read/worldbank/zip.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/unpack_limits.hpp"

#include <zip.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <unistd.h>

namespace kept::read::worldbank {
namespace {

namespace fs = std::filesystem;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

struct CloseMember {
  void operator()(zip_file_t* member) const { zip_fclose(member); }
};

Archive open(const fs::path& path) {
  int error = 0;
  return Archive(zip_open(path.c_str(), ZIP_RDONLY, &error));
}

bool is_table(std::string_view name) {
  name = name.substr(name.find_last_of('/') + 1);
  return name.starts_with("API_") && name.ends_with(".csv");
}

std::vector<zip_uint64_t> tables_in(zip_t* archive) {
  std::vector<zip_uint64_t> found;
  const zip_int64_t members = zip_get_num_entries(archive, 0);
  for (zip_int64_t i = 0; i < members; ++i)
    if (const char* const name = zip_get_name(archive, static_cast<zip_uint64_t>(i), 0);
        name && is_table(name))
      found.push_back(static_cast<zip_uint64_t>(i));
  return found;
}

[[noreturn]] void damaged(const fs::path& path, const std::string& why) {
  throw Error(ErrorKind::input, "the zip cannot be unpacked: " + why, path.string(), "download it again");
}

/// How long the table says it is. What a zip says of sizes is not to be believed: the packed size is checked
/// against the file, and the other one while unpacking.
zip_uint64_t checked_size(const fs::path& path, zip_t* archive, zip_uint64_t member) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  constexpr zip_uint64_t sizes = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
  if (zip_stat_index(archive, member, 0, &stat) != 0 || (stat.valid & sizes) != sizes)
    damaged(path, "a table has no size");
  if (stat.comp_size > fs::file_size(path))
    damaged(path, "a table is packed into more bytes than the zip has");
  unpack_limits().check(stat.size, stat.comp_size, path.string());
  return stat.size;
}

UnpackedTable unpack(const fs::path& path, zip_t* archive, zip_uint64_t member) {
  const zip_uint64_t size = checked_size(path, archive, member);
  std::string name = (fs::temp_directory_path() / "kept-XXXXXX").string();
  const int file = ::mkstemp(name.data());
  if (file < 0)
    damaged(path, std::string("no temporary file can be made: ") + std::strerror(errno));
  UnpackedTable table{fs::path(name)};
  const std::unique_ptr<zip_file_t, CloseMember> packed(zip_fopen_index(archive, member, 0));
  std::string why = packed ? "" : zip_strerror(archive);
  std::vector<char> buffer(std::size_t{1} << 16);
  zip_uint64_t total = 0;
  while (packed && why.empty()) {
    const zip_int64_t count = zip_fread(packed.get(), buffer.data(), buffer.size());
    if (count <= 0) {
      why = count < 0 ? zip_file_strerror(packed.get()) : "";
      break;
    }
    total += static_cast<zip_uint64_t>(count);
    if (total > size)
      why = "a table is larger than it says";
    else if (::write(file, buffer.data(), static_cast<std::size_t>(count)) != count)
      why = std::string("the temporary file cannot be written: ") + std::strerror(errno);
  }
  ::close(file);
  if (!why.empty())
    damaged(path, why);
  return table;
}

} // namespace

UnpackedTable::~UnpackedTable() {
  std::error_code ignored;
  if (!m_path.empty())
    fs::remove(m_path, ignored);
}

bool is_zip(const fs::path& path) {
  char mark[4] = {};
  return ByteReader(path).read(mark) == 4 && std::string_view(mark, 4) == "PK\x03\x04";
}

bool has_tables(const fs::path& path) {
  const Archive archive = open(path);
  return archive && !tables_in(archive.get()).empty();
}

std::vector<UnpackedTable> unpack_tables(const fs::path& path) {
  const Archive archive = open(path);
  if (!archive)
    damaged(path, "it is damaged");
  std::vector<UnpackedTable> tables;
  for (const zip_uint64_t member : tables_in(archive.get()))
    tables.push_back(unpack(path, archive.get(), member));
  return tables;
}

} // namespace kept::read::worldbank
