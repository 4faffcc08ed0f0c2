// SPDX-License-Identifier: Apache-2.0
#include "store/aside_file.hpp"

#include "base/file.hpp"
#include "store/duckdb_error.hpp"

#include <linux/fs.h>

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>

namespace kept::store {
namespace {

namespace fs = std::filesystem;

/// A file descriptor that closes itself. Throws Error(store) when the file cannot be opened.
class Descriptor {
public:
  Descriptor(const fs::path& path, int flags) : m_number(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (m_number < 0)
      throw_system_error("the store cannot be written", errno, path.string());
  }
  ~Descriptor() { ::close(m_number); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return m_number; }

private:
  int m_number;
};

void synchronise(const fs::path& path, int flags) {
  const Descriptor descriptor(path, flags);
  if (::fsync(descriptor.number()) != 0)
    throw_system_error("the store cannot be written", errno, path.string());
}

} // namespace

AsideFile::AsideFile(const fs::path& store) : m_store(store), m_path(store.string() + ".loading") {
  remove_all();
}

AsideFile::~AsideFile() {
  remove_all();
}

void AsideFile::remove_all() const {
  std::error_code ignored;
  fs::remove(m_path, ignored);
  fs::remove(m_path.string() + ".wal", ignored);
  fs::remove_all(temporary(), ignored);
}

void AsideFile::copy_store() {
  const Descriptor from(m_store, O_RDONLY);
  const Descriptor to(m_path, O_WRONLY | O_CREAT | O_TRUNC);
  if (::ioctl(to.number(), FICLONE, from.number()) == 0)
    return;
  // FICLONE is refused by file systems that cannot share bytes; copy_file_range by some older ones across
  // mounts.
  constexpr std::size_t piece = std::size_t{1} << 26;
  for (;;) {
    const ssize_t copied = ::copy_file_range(from.number(), nullptr, to.number(), nullptr, piece, 0);
    if (copied == 0)
      return;
    if (copied < 0)
      throw_system_error("the store cannot be copied aside", errno, m_path.string());
  }
}

void AsideFile::begin_with(std::string_view bytes) {
  const Descriptor to(m_path, O_WRONLY | O_CREAT | O_TRUNC);
  if (!write_all(to.number(), bytes))
    throw_system_error("the store cannot be written", errno, m_path.string());
}

void AsideFile::put_in_place() {
  synchronise(m_path, O_RDONLY);
  std::error_code error;
  fs::rename(m_path, m_store, error);
  if (error)
    throw_system_error("the new state cannot be put in place", error.value(), m_store.string());
  const fs::path folder = m_store.parent_path();
  synchronise(folder.empty() ? fs::path(".") : folder, O_RDONLY | O_DIRECTORY);
  remove_all();
}

} // namespace kept::store
