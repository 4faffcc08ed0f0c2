// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace kept::serve {

/// A folder that is written beside and put in its place whole: whoever looks sees the old site or the new
/// one. Files may be added from several threads.
class SiteFolder {
public:
  /// Throws Error(input) when `folder` holds something that is not a site of kept, or nothing can be written
  /// beside it.
  explicit SiteFolder(const std::filesystem::path& folder);
  /// Without finish(): takes away what was written, the old site stays.
  ~SiteFolder();
  SiteFolder(const SiteFolder&) = delete;
  SiteFolder& operator=(const SiteFolder&) = delete;

  /// Where the site is written until finish().
  const std::filesystem::path& root() const { return m_aside; }
  /// Where `name` ("tables/flows.csv") is to be written; its folder exists then.
  std::filesystem::path place(const std::string& name) const;
  void write(const std::string& name, std::string_view bytes);
  /// Puts down a file that somebody else has written at place(name).
  void add(const std::string& name);

  struct File {
    std::uint64_t size = 0;
    std::string sha256;
  };
  /// All files so far, by name.
  const std::map<std::string, File>& files() const { return m_files; }

  /// Puts the site in its place. Throws Error(input).
  void finish();

private:
  void note(const std::string& name, File file);

  std::filesystem::path m_folder, m_aside;
  std::mutex m_mutex; ///< of m_files
  std::map<std::string, File> m_files;
};

/// The list of files that tells a site from any other folder.
inline constexpr std::string_view k_manifest = "manifest.json";

} // namespace kept::serve
