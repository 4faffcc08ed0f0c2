// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace kept {

/// The bytes of a file, front to back; gzip is unpacked on the way (recognised by its first two bytes),
/// within the limits of the process (base/unpack_limits.hpp). Not for several threads at once.
class ByteReader {
public:
  /// Is the digest of the file taken while it is read?
  enum class Digest { none, taken };

  /// Throws Error(input) when the file cannot be opened (missing, no permission, a folder).
  explicit ByteReader(const std::filesystem::path& path, Digest digest = Digest::none);
  ~ByteReader();
  ByteReader(ByteReader&&) noexcept;
  ByteReader& operator=(ByteReader&&) noexcept;

  /// Fills `buffer` as far as there are bytes; 0 at the end. Throws Error(input) when the disk or a damaged
  /// gzip stream refuses, UnpackLimitError when more than allowed comes out of it.
  std::size_t read(std::span<char> buffer);

  /// As sha256_of_file, but where the digest was taken, of the very bytes that were read; a packed file is
  /// read once more. Reads what is left. Call once, last. Throws Error(input).
  std::string sha256();

private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// The whole file, unpacked where it is gzip. Throws Error(input) as ByteReader does.
std::string read_file(const std::filesystem::path& path);

/// SHA-256 (64 hexadecimal digits) of the bytes as they lie on the disk, gzip not unpacked. Throws
/// Error(input).
std::string sha256_of_file(const std::filesystem::path& path);

/// A moment as file systems count them, UTC.
using FileTime = std::chrono::sys_time<std::chrono::nanoseconds>;

/// What the file system tells of a file without its content being read. A file that changes gets another
/// state, but for two cases: it changed within one step of the file system's clock (see is_settled), or
/// somebody put its time back on purpose.
struct FileState {
  std::uint64_t size = 0;
  FileTime
      modified; ///< when the content last changed; the end of time where it cannot be told in nanoseconds
  std::uint64_t inode = 0, device = 0; ///< which file of the machine this is, whatever its name

  friend bool operator==(const FileState&, const FileState&) = default;
};

/// The state of what `path` names, symbolic links followed; nothing when it cannot be told (no such file, no
/// permission).
std::optional<FileState> file_state(const std::filesystem::path& path);

/// Whether a file that was in `state` at the time `then` cannot change from then on and be in the same state:
/// when it last changed clearly before. Clocks of file systems go in steps, of up to 2 seconds (FAT), so that
/// two changes soon after each other may bear the same time; git's index calls such a file racily clean. One
/// from the future is not settled either.
bool is_settled(const FileState& state, FileTime then);

/// Writes all bytes to a file descriptor, from where it stands. False, with errno, when that is not possible.
bool write_all(int descriptor, std::string_view bytes);

/// Writes a file piece by piece so that `path` holds either its old or the new content, whole.
class FileWriter {
public:
  /// Throws Error(input) when nothing can be written beside `path`.
  explicit FileWriter(std::filesystem::path path);
  /// Leaves the old content in place, unless finish() was called.
  ~FileWriter();
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;

  /// Throws Error(input), when the disk is full for example.
  void write(std::string_view bytes);
  /// Puts the new content in place. Throws Error(input).
  void finish();

private:
  [[noreturn]] void fail();
  std::filesystem::path m_path, m_aside;
  int m_descriptor = -1;
};

/// The same in one piece.
void write_file(const std::filesystem::path& path, std::string_view bytes);

} // namespace kept
