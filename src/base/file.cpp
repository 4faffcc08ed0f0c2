// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include "base/error.hpp"
#include "base/hash.hpp"
#include "base/unpack_limits.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace kept {

namespace fs = std::filesystem;

namespace {

/// Bytes to unpack before the limits are looked at again.
constexpr std::size_t k_piece = std::size_t{1} << 24;

/// The longest step of a file system's clock.
constexpr std::chrono::seconds k_clock_step{2};

FileTime file_time(const timespec& time) {
  constexpr std::int64_t seconds = FileTime::max().time_since_epoch() / std::chrono::seconds(1) - 1;
  if (time.tv_sec > seconds || time.tv_sec < -seconds)
    return FileTime::max();
  return FileTime(std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
}

/// zlib puts the file's name before what happened, and of a descriptor it knows none but "<fd:3>: ".
std::string_view without_name(std::string_view message) {
  const auto end = message.find(">: ");
  return message.starts_with("<fd:") && end != std::string_view::npos ? message.substr(end + 3) : message;
}

} // namespace

struct ByteReader::State {
  bool is_packed() const { return gzdirect(file.get()) == 0; }

  /// What of a packed file has become more than it may is not handed out.
  void check_limits(std::size_t count) {
    unpacked += count;
    if (is_packed())
      limits.check(unpacked, static_cast<std::uint64_t>(gzoffset(file.get())), path);
  }

  std::string path;
  std::unique_ptr<gzFile_s, decltype(&gzclose)> file{nullptr, &gzclose};
  UnpackLimits limits = unpack_limits();
  std::uint64_t unpacked = 0;
  std::optional<Sha256> digest; ///< of what was read, unless the file is packed
};

ByteReader::ByteReader(const fs::path& path, Digest digest) : m_state(std::make_unique<State>()) {
  m_state->path = path.string();
  if (digest == Digest::taken)
    m_state->digest.emplace();
  std::error_code unknown; // a folder that may not be entered is told by open below
  if (fs::is_directory(path, unknown))
    throw Error(ErrorKind::input, "is a folder, not a file", m_state->path);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    throw Error(ErrorKind::input, std::string("cannot be opened: ") + std::strerror(errno), m_state->path,
                "check the name and that you may read it");
  m_state->file.reset(gzdopen(descriptor, "rb"));
  if (!m_state->file) {
    ::close(descriptor);
    throw Error(ErrorKind::input, "cannot be read: no memory for its buffer", m_state->path);
  }
  gzbuffer(m_state->file.get(), 1U << 18);
}
ByteReader::~ByteReader() = default;
ByteReader::ByteReader(ByteReader&&) noexcept = default;
ByteReader& ByteReader::operator=(ByteReader&&) noexcept = default;

std::size_t ByteReader::read(std::span<char> buffer) {
  std::size_t filled = 0;
  while (filled < buffer.size()) {
    const auto wanted = static_cast<unsigned>(std::min<std::size_t>(buffer.size() - filled, k_piece));
    const int got = gzread(m_state->file.get(), buffer.data() + filled, wanted);
    if (got > 0) {
      m_state->check_limits(static_cast<std::size_t>(got));
      if (m_state->digest && !m_state->is_packed())
        m_state->digest->update({buffer.data() + filled, static_cast<std::size_t>(got)});
      filled += static_cast<std::size_t>(got);
      continue;
    }
    // What came before the damage is handed out first; zlib refuses again at the next call. It tells a
    // truncated stream by Z_BUF_ERROR only, and otherwise answers as at a sound end.
    int code = 0;
    const char* message = gzerror(m_state->file.get(), &code);
    if (filled > 0 || (got == 0 && code != Z_BUF_ERROR))
      break;
    throw Error(ErrorKind::input,
                std::string("cannot be read: ")
                    .append(code == Z_ERRNO ? std::string_view(std::strerror(errno)) : without_name(message)),
                m_state->path);
  }
  return filled;
}

std::string ByteReader::sha256() {
  if (!m_state->digest || m_state->is_packed())
    return sha256_of_file(m_state->path);
  std::vector<char> rest(std::size_t{1} << 18);
  while (read(rest) > 0)
    continue;
  return m_state->digest->hex();
}

std::string read_file(const fs::path& path) {
  ByteReader reader(path);
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (const std::size_t count = reader.read(buffer))
    bytes.append(buffer.data(), count);
  return bytes;
}

std::string sha256_of_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  Sha256 hash;
  std::vector<char> buffer(std::size_t{1} << 18);
  while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0)
    hash.update({buffer.data(), static_cast<std::size_t>(in.gcount())});
  if (!in.eof())
    throw Error(ErrorKind::input, std::string("cannot be read: ") + std::strerror(errno), path.string(),
                "check the name and that you may read it");
  return hash.hex();
}

std::optional<FileState> file_state(const fs::path& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0)
    return std::nullopt;
  return FileState{static_cast<std::uint64_t>(found.st_size), file_time(found.st_mtim), found.st_ino,
                   found.st_dev};
}

bool is_settled(const FileState& state, FileTime then) {
  return state.modified < then - k_clock_step;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0)
      bytes.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR)
      return false;
  }
  return true;
}

FileWriter::FileWriter(fs::path path) : m_path(std::move(path)), m_aside(m_path) {
  m_aside += ".writing";
  m_descriptor = ::open(m_aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (m_descriptor < 0)
    fail();
}

FileWriter::~FileWriter() {
  if (m_descriptor < 0)
    return;
  ::close(m_descriptor);
  ::unlink(m_aside.c_str());
}

void FileWriter::fail() {
  throw Error(ErrorKind::input, std::string("cannot be written: ") + std::strerror(errno), m_path.string(),
              "check that the folder exists, that you may write there, and the room on the disk");
}

void FileWriter::write(std::string_view bytes) {
  if (!write_all(m_descriptor, bytes))
    fail();
}

void FileWriter::finish() {
  // On the disk before it gets its name: a crash must not leave the name with half the bytes.
  if (::fsync(m_descriptor) != 0 || std::rename(m_aside.c_str(), m_path.c_str()) != 0)
    fail();
  ::close(std::exchange(m_descriptor, -1));
}

void write_file(const fs::path& path, std::string_view bytes) {
  FileWriter writer(path);
  writer.write(bytes);
  writer.finish();
}

} // namespace kept
