// SPDX-License-Identifier: Apache-2.0
#include "serve/excerpt.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "store/browse_questions.hpp"
#include "store/overview_questions.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace kept::serve {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t k_before = 3, k_after = 12;          ///< lines
constexpr std::size_t k_longest_line = 400;                  ///< characters shown
constexpr std::uint64_t k_largest_hashed = 64U << 20;        ///< bytes of a file whose content is compared
constexpr std::uint64_t k_furthest = std::uint64_t{4} << 30; ///< bytes to read on the way to a line

struct LoadedFile {
  std::string location, sha256;
  std::uint64_t size = 0;
  std::optional<std::int64_t> modified;
};

std::optional<LoadedFile> loaded_file(const State& state, std::string_view source) {
  const store::Table table = state.ask(store::source_file_question(source));
  if (table.rows.empty())
    return std::nullopt;
  const auto& row = table.rows[0];
  return LoadedFile{row[0].value_or(""), row[3].value_or(""),
                    store::whole_number<std::uint64_t>(row[1]).value_or(0),
                    store::whole_number<std::int64_t>(row[2])};
}

/// Why the file is not the one that was loaded; empty when it is.
std::string why_other(const LoadedFile& loaded) {
  const std::optional<FileState> now = file_state(loaded.location);
  if (!now)
    return "the file is no longer where it was loaded from";
  if (now->size != loaded.size)
    return "the file has changed since it was loaded";
  if (loaded.modified && now->modified.time_since_epoch().count() == *loaded.modified)
    return {};
  if (now->size <= k_largest_hashed && sha256_of_file(loaded.location) == loaded.sha256)
    return {};
  return "the file may have changed since it was loaded";
}

/// Where the first `characters` of `line` end.
std::size_t cut(std::string_view line, std::size_t characters) {
  std::size_t at = 0;
  for (; at < line.size(); ++at)
    if ((static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U && characters-- == 0)
      break;
  return at;
}

/// Lines from `first` to `last`, each as long as is shown.
std::vector<std::string> read_lines(const std::string& path, std::uint64_t first, std::uint64_t last) {
  std::vector<std::string> lines;
  ByteReader reader(path);
  std::array<char, 65536> buffer{};
  std::string line;
  std::uint64_t at = 1, read = 0;
  bool any = false;
  const auto end_line = [&] {
    if (at >= first)
      lines.push_back(line.substr(0, cut(line, k_longest_line)));
    line.clear();
    any = false;
    ++at;
  };
  while (at <= last && read < k_furthest) {
    const std::size_t size = reader.read(buffer);
    if (size == 0)
      break;
    read += size;
    for (const char c : std::string_view(buffer.data(), size)) {
      if (at > last)
        break;
      any = true;
      if (c == '\n')
        end_line();
      else if (at >= first && c != '\r' && line.size() < 4 * k_longest_line)
        line += c;
    }
  }
  if (any && at <= last)
    end_line();
  return lines;
}

Excerpt lines_around(const std::string& path, std::uint64_t line) {
  Excerpt excerpt;
  excerpt.first_line = line > k_before ? line - k_before : 1;
  excerpt.lines = read_lines(path, excerpt.first_line, line + k_after);
  excerpt.mark = static_cast<std::size_t>(line - excerpt.first_line);
  if (excerpt.lines.size() <= excerpt.mark)
    excerpt.why_none = "the file has no such line";
  for (const std::string& text : excerpt.lines)
    if (text.find('\0') != std::string::npos || text.starts_with("PK\x03\x04"))
      excerpt.why_none = "the file is packed, or not text in UTF-8";
  return excerpt;
}

/// Of the figures that come with the program, if the store has those: the line holds what the store knows of
/// it.
Excerpt shipped_excerpt(const State& state, std::uint64_t line) {
  Excerpt excerpt =
      lines_around((state.data() / fs::path(store::k_shipped_figures).filename()).string(), line);
  if (!excerpt.why_none.empty())
    return excerpt;
  const store::Table figures = state.ask(store::shipped_figure_question(line));
  const bool same = !figures.rows.empty() &&
                    std::all_of(figures.rows[0].begin(), figures.rows[0].end(), [&](const auto& cell) {
                      return excerpt.lines[excerpt.mark].find(cell.value_or("")) != std::string::npos;
                    });
  if (!same)
    excerpt.why_none = "the store has other figures than those that come with this program";
  return excerpt;
}

} // namespace

Excerpt excerpt_of(const State& state, std::string_view source, std::uint64_t line) {
  Excerpt excerpt;
  try {
    if (source == store::k_shipped_figures)
      return shipped_excerpt(state, line);
    const std::optional<LoadedFile> loaded = loaded_file(state, source);
    excerpt.known = loaded.has_value();
    excerpt.why_none = loaded ? why_other(*loaded) : "the store has no such source";
    if (excerpt.why_none.empty())
      excerpt = lines_around(loaded->location, line);
  } catch (const Error&) { // what it says names paths of the server
    excerpt.why_none = "the file cannot be read";
  }
  return excerpt;
}

} // namespace kept::serve
