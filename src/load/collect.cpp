// SPDX-License-Identifier: Apache-2.0
#include "load/collect.hpp"

#include "base/error.hpp"
#include "read/detect.hpp"

#include <chrono>
#include <set>

namespace kept::load {

namespace fs = std::filesystem;

namespace {

/// How a file was found, taken before anything of it is read.
struct Sight {
  FileState state;
  FileTime when;
};

Sight look_at(const fs::path& path) {
  const FileTime when = std::chrono::system_clock::now();
  const auto state = file_state(path);
  if (!state)
    throw Error(ErrorKind::input, "cannot be read", path.string(),
                "check that it is still there and that you may read it");
  return {*state, when};
}

class Collector {
public:
  void add_named_file(const fs::path& path) {
    const Sight sight = look_at(path);
    const auto kind = read::detect(path);
    if (!kind && sight.state.size == 0)
      throw Error(ErrorKind::input, "is empty", path.string(), "nothing was loaded");
    if (!kind)
      throw Error(ErrorKind::input, "is of no kind that can be loaded", path.string(),
                  "what can be loaded:\n" + read::supported_kinds());
    add(path, *kind, sight);
  }

  void add_folder(const fs::path& folder) {
    if (const std::error_code problem = add_entries(folder))
      throw Error(ErrorKind::input, "the folder cannot be read: " + problem.message(), folder.string(),
                  "check that you may read it");
  }

  void add(const fs::path& path, facts::SourceKind kind, const Sight& sight) {
    const std::string location = fs::weakly_canonical(path).string();
    if (!m_locations.insert(location).second)
      return;
    m_found.candidates.push_back(
        {path, path.lexically_normal().string(), location, kind, sight.state, sight.when});
  }

  Collection take() && {
    std::sort(m_found.candidates.begin(), m_found.candidates.end(),
              [](const Candidate& a, const Candidate& b) { return a.name < b.name; });
    std::sort(m_found.passed_over.begin(), m_found.passed_over.end(),
              [](const PassedOver& a, const PassedOver& b) { return a.path < b.path; });
    return std::move(m_found);
  }

private:
  /// Everything below `folder`; a folder in it that cannot be read is passed over. Not a recursive iterator,
  /// which would end at the first such folder.
  std::error_code add_entries(const fs::path& folder) {
    std::error_code problem;
    for (fs::directory_iterator entries(folder, problem); !problem && entries != fs::directory_iterator();
         entries.increment(problem)) {
      std::error_code unreadable;
      const fs::file_type type = entries->status(unreadable).type();
      if (type == fs::file_type::none) { // links that lead in a circle, among others
        pass_over(entries->path(), "cannot be read: " + unreadable.message());
      } else if (type == fs::file_type::directory && !entries->is_symlink()) {
        if (const std::error_code closed = add_entries(entries->path()))
          pass_over(entries->path(), "cannot be read: " + closed.message());
      } else if (type == fs::file_type::regular) {
        add_found_file(entries->path());
      }
    }
    return problem;
  }

  void add_found_file(const fs::path& path) {
    try {
      const Sight sight = look_at(path);
      if (const auto kind = read::detect(path))
        add(path, *kind, sight);
      else
        pass_over(path, "of no kind that can be loaded");
    } catch (const Error& error) {
      pass_over(path, error.happened());
    }
  }

  void pass_over(const fs::path& path, std::string why) {
    m_found.passed_over.push_back({path.lexically_normal().string(), std::move(why)});
  }

  Collection m_found;
  std::set<std::string> m_locations;
};

} // namespace

namespace {

/// Throws Error(input) when there is nothing at `path`, it cannot be reached, or it is a pipe or a device.
fs::file_status status_of(const std::string& path) {
  std::error_code problem;
  const fs::file_status status = fs::status(path, problem);
  if (status.type() == fs::file_type::not_found)
    throw Error(ErrorKind::input, "there is no such file or folder", path, "check the path");
  if (problem)
    throw Error(ErrorKind::input, "cannot be read: " + problem.message(), path, "check that you may read it");
  if (!fs::is_regular_file(status) && !fs::is_directory(status))
    throw Error(ErrorKind::input, "is neither a file nor a folder", path, "write it to a file first");
  return status;
}

} // namespace

Collection collect(const std::vector<std::string>& paths) {
  Collector collector;
  for (const std::string& path : paths) {
    if (fs::is_directory(status_of(path)))
      collector.add_folder(path);
    else
      collector.add_named_file(path);
  }
  return std::move(collector).take();
}

Collection collect_mapped(const std::vector<std::string>& paths) {
  Collector collector;
  for (const std::string& path : paths) {
    if (fs::is_directory(status_of(path)))
      throw Error(ErrorKind::usage, "is a folder, and a map is for tables", path,
                  "name the tables that the map is for");
    collector.add(path, facts::SourceKind::mapped_table, look_at(path));
  }
  return std::move(collector).take();
}

} // namespace kept::load
