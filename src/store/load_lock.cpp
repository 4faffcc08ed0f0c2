// SPDX-License-Identifier: Apache-2.0
#include "store/load_lock.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/duckdb_error.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kept::store {
namespace {

/// Whether the file behind the descriptor still lies at the path: the last holder removes it.
bool lies_at(int descriptor, const std::filesystem::path& path) {
  struct stat opened = {}, present = {};
  return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &present) == 0 &&
         opened.st_ino == present.st_ino && opened.st_dev == present.st_dev;
}

std::string holder(int descriptor) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  return std::string(trim(std::string_view(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0)));
}

} // namespace

LoadLock::LoadLock(const std::filesystem::path& store) : m_path(store.string() + ".lock") {
  for (;;) {
    m_descriptor = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (m_descriptor < 0)
      throw_system_error("the store cannot be written", errno, m_path.string());
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
      const std::string process = holder(m_descriptor);
      ::close(m_descriptor);
      throw Error(ErrorKind::store, "another load (process " + process + ") is writing", store.string(),
                  "wait until it is done");
    }
    if (lies_at(m_descriptor, m_path))
      break;
    ::close(m_descriptor);
  }
  const std::string process = std::to_string(::getpid()) + "\n";
  if (::ftruncate(m_descriptor, 0) != 0 ||
      ::pwrite(m_descriptor, process.data(), process.size(), 0) != static_cast<ssize_t>(process.size())) {
    const int error = errno;
    ::unlink(m_path.c_str());
    ::close(m_descriptor);
    throw_system_error("the store cannot be written", error, m_path.string());
  }
}

LoadLock::~LoadLock() {
  ::unlink(m_path.c_str());
  ::close(m_descriptor);
}

} // namespace kept::store
