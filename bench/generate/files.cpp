// SPDX-License-Identifier: Apache-2.0
#include "generate/files.hpp"

#include <cerrno>
#include <cstdio>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

namespace kept::bench {
namespace {

constexpr std::size_t k_piece = std::size_t{1} << 20; ///< bytes that are written at once
/// Likewise, where as many files wait as there are publishers.
constexpr std::size_t k_publisher_piece = k_piece / 16;

// Made-up data must say so to people and to programs; the attribute is of another namespace, as the schema
// demands.
constexpr std::string_view k_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!-- Illustrative: generated for benchmarks by bench/generate. No organisation, activity or amount in "
    "this\n"
    "     file exists, and nothing is said about the places whose codes it uses. -->\n"
    "<iati-activities version=\"2.03\" generated-datetime=\"2025-01-01T00:00:00Z\" xmlns:kept=\"urn:kept\" "
    "kept:illustrative=\"true\">\n";
constexpr std::string_view k_foot = "</iati-activities>\n";

/// A file that is written front to back.
class Output {
public:
  explicit Output(const std::filesystem::path& path, bool go_on = false)
      : m_path(path), m_opened(path.empty() ? nullptr : std::fopen(path.c_str(), go_on ? "ab" : "wb")),
        m_file(path.empty() ? stdout : m_opened.get()) {
    if (m_file == nullptr)
      fail();
  }

  void write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), m_file) != text.size())
      fail();
  }

  void finish() {
    if (std::fflush(m_file) != 0)
      fail();
  }

private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  [[noreturn]] void fail() const {
    throw std::runtime_error("cannot write " + (m_path.empty() ? "standard output" : m_path.string()) + ": " +
                             std::generic_category().message(errno));
  }

  std::filesystem::path m_path;
  std::unique_ptr<std::FILE, Close> m_opened;
  std::FILE* m_file;
};

bool is_reached(const Extent& extent, const Produced& produced) {
  return (extent.bytes != 0 && produced.bytes + k_foot.size() >= extent.bytes) ||
         (extent.activities != 0 && produced.activities >= extent.activities) ||
         (extent.transactions != 0 && produced.transactions >= extent.transactions);
}

/// Adds a file to what was produced, with at least one activity, up to `extent` over all of it.
void add_file(const Recipe& recipe, const Extent& extent, const std::filesystem::path& path,
              Produced& produced) {
  Output output(path);
  Text text;
  text.add(k_head);
  produced.bytes += k_head.size();
  do {
    const std::size_t before = text.size();
    produced.transactions += add_activity(text, recipe, produced.activities++);
    produced.bytes += text.size() - before;
    if (text.size() >= k_piece) {
      output.write(text.view());
      text.clear();
    }
  } while (!is_reached(extent, produced));
  text.add(k_foot);
  produced.bytes += k_foot.size();
  output.write(text.view());
  output.finish();
  ++produced.files;
}

/// The file of a publisher, closed between two writes: there may be thousands.
class PublisherFile {
public:
  explicit PublisherFile(std::filesystem::path path) : m_path(std::move(path)) { text.add(k_head); }

  void write() {
    Output output(m_path, m_begun);
    output.write(text.view());
    output.finish();
    text.clear();
    m_begun = true;
  }

  Text text; ///< not yet written

private:
  std::filesystem::path m_path;
  bool m_begun = false;
};

} // namespace

Produced write_file(const Recipe& recipe, const Extent& extent, const std::filesystem::path& path) {
  Produced produced;
  add_file(recipe, extent, path, produced);
  return produced;
}

Produced write_files(const Recipe& recipe, const Extent& extent, std::uint64_t files,
                     const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  Produced produced;
  for (std::uint64_t file = 1; file <= files; ++file) {
    const auto part = [&](std::uint64_t whole) {
      return whole / files * file + whole % files * file / files;
    };
    Text name;
    name.add("bench-", Padded{file, 6}, ".xml");
    add_file(recipe, {part(extent.bytes), part(extent.activities), part(extent.transactions)},
             folder / name.view(), produced);
  }
  return produced;
}

Produced write_by_publisher(const Recipe& recipe, const Extent& extent, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::map<OrganisationNumber, PublisherFile> files;
  Produced produced;
  do {
    const OrganisationNumber publisher = publisher_of(recipe, produced.activities);
    Text name;
    add_reference(name, publisher);
    name.add(".xml");
    const auto [at, is_new] = files.try_emplace(publisher, folder / name.view());
    PublisherFile& file = at->second;
    const std::size_t before = is_new ? 0 : file.text.size();
    produced.transactions += add_activity(file.text, recipe, produced.activities++);
    produced.bytes += file.text.size() - before + (is_new ? k_foot.size() : 0);
    if (file.text.size() >= k_publisher_piece)
      file.write();
  } while (!is_reached(extent, produced));
  for (auto& [publisher, file] : files) {
    file.text.add(k_foot);
    file.write();
  }
  produced.files = files.size();
  return produced;
}

} // namespace kept::bench
