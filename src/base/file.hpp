// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace kept {

/// The bytes of a file, front to back; gzip is unpacked on the way (recognised by its first two bytes).
/// Not for several threads at once.
class ByteReader {
public:
  /// Throws Error(input) when the file cannot be opened (missing, no permission, a folder).
  explicit ByteReader(const std::filesystem::path& path);
  ~ByteReader();
  ByteReader(ByteReader&&) noexcept;
  ByteReader& operator=(ByteReader&&) noexcept;

  /// Fills `buffer` as far as there are bytes; 0 at the end. Throws Error(input) when the disk or a damaged
  /// gzip stream refuses.
  std::size_t read(std::span<char> buffer);

private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// The whole file, unpacked where it is gzip. Throws Error(input) as ByteReader does.
std::string read_file(const std::filesystem::path& path);

/// SHA-256 (64 hexadecimal digits) of the bytes as they lie on the disk, gzip not unpacked. Throws
/// Error(input).
std::string sha256_of_file(const std::filesystem::path& path);

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
