// SPDX-License-Identifier: Apache-2.0
#include "micro/generated.hpp"

#include "generate/files.hpp"

#include <numeric>
#include <unistd.h>

namespace kept::bench {
namespace {

constexpr std::uint64_t k_count = 500;

/// A file that is removed at last.
class TemporaryFile {
public:
  explicit TemporaryFile(std::filesystem::path path) : m_path(std::move(path)) {}
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::filesystem::path& path() const { return m_path; }

private:
  std::filesystem::path m_path;
};

} // namespace

const std::vector<std::string>& generated_activities() {
  static const std::vector<std::string> activities = [] {
    std::vector<std::string> made;
    Text text;
    for (std::uint64_t number = 0; number < k_count; ++number) {
      text.clear();
      add_activity(text, Recipe{}, number);
      const std::string_view all = text.view();
      made.emplace_back(all.substr(all.find('<'), all.rfind('>') + 1 - all.find('<')));
    }
    return made;
  }();
  return activities;
}

std::size_t generated_bytes() {
  const std::vector<std::string>& all = generated_activities();
  return std::accumulate(all.begin(), all.end(), std::size_t{0},
                         [](std::size_t sum, const std::string& one) { return sum + one.size(); });
}

const std::filesystem::path& generated_file() {
  static const TemporaryFile file(std::filesystem::temp_directory_path() /
                                  ("kept-bench-" + std::to_string(::getpid()) + ".xml"));
  static const Produced produced = write_file(Recipe{}, Extent{0, k_count, 0}, file.path());
  static_cast<void>(produced);
  return file.path();
}

} // namespace kept::bench
