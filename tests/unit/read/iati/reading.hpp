// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/batch.hpp"
#include "facts/source.hpp"
#include "scratch_folder.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// What the tests of the IATI readers share: files that go away with the test, and all that was read from one.

namespace kept::read::iati::test {

class ScratchFile {
public:
  explicit ScratchFile(std::string_view bytes) : m_path(m_folder.write("source", bytes)) {}
  const std::filesystem::path& path() const { return m_path; }

private:
  kept::test::ScratchFolder m_folder;
  std::filesystem::path m_path;
};

/// All batches of a file in order.
struct Reading {
  facts::Source source;
  std::vector<facts::Batch> batches;

  std::vector<const facts::Activity*> activities() const;
  std::vector<const facts::Transaction*> transactions() const;
  std::vector<const facts::Finding*> findings() const;
  /// The only activity; fails the test when there are more or none.
  const facts::Activity& activity() const;
  /// The only finding of this rule; fails the test when there are more or none.
  const facts::Finding& finding(std::string_view rule) const;
  std::size_t count(std::string_view rule) const;
};

Reading read_file(const std::filesystem::path& path, unsigned threads = 1);
Reading read_bytes(std::string_view bytes, unsigned threads = 1);

/// The document around activities of version 2.03; the first of them begins in line 2.
std::string document(std::string_view activities);
/// An activity with an identifier, a reporter and this content, on three lines: the content begins in line 4.
std::string activity(std::string_view content, std::string_view identifier = "XX-EXAMPLE-1");
/// A file with one such activity.
Reading read_activity(std::string_view content);

std::string gzip(std::string_view bytes);
/// ASCII and Latin-1 text in UTF-16, without byte order mark.
std::string utf16(std::string_view text, bool big_endian);

/// Everything that was read, as text, so that two readings compare; findings sorted.
std::string digest(const Reading& reading);

/// The folder with the data of others, and whether it is there.
std::filesystem::path shared(std::string_view below);
bool has_shared();

} // namespace kept::read::iati::test
