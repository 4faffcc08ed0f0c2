// SPDX-License-Identifier: Apache-2.0
#include "serve/site/site_folder.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/hash.hpp"

#include <system_error>

namespace kept::serve {

namespace fs = std::filesystem;

namespace {

fs::path with_suffix(fs::path folder, std::string_view suffix) {
  if (!folder.has_filename()) // "site/"
    folder = folder.parent_path();
  folder += suffix;
  return folder;
}

[[noreturn]] void fail(const fs::path& where, const std::error_code& error) {
  throw Error(ErrorKind::input, error.message(), where.string(), "give a folder that can be written");
}

} // namespace

SiteFolder::SiteFolder(const fs::path& folder)
    : m_folder(fs::absolute(folder)), m_aside(with_suffix(m_folder, ".publishing")) {
  std::error_code error;
  if (fs::exists(m_folder, error) && !fs::is_directory(m_folder, error))
    throw Error(ErrorKind::input, "is not a folder", folder.string(), "give another one");
  if (fs::is_directory(m_folder, error) && !fs::is_empty(m_folder, error) &&
      !fs::exists(m_folder / k_manifest, error))
    throw Error(ErrorKind::input, "holds files that `kept publish` has not written", folder.string(),
                "give an empty folder, a new one, or one that holds a site");
  fs::remove_all(m_aside, error);
  fs::create_directories(m_aside, error);
  if (error)
    fail(m_aside, error);
}

SiteFolder::~SiteFolder() {
  std::error_code ignored; // what stays is taken away the next time
  fs::remove_all(m_aside, ignored);
}

fs::path SiteFolder::place(const std::string& name) const {
  fs::path file = m_aside / name;
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error)
    fail(file.parent_path(), error);
  return file;
}

void SiteFolder::write(const std::string& name, std::string_view bytes) {
  write_file(place(name), bytes);
  note(name, {bytes.size(), sha256(bytes)});
}

void SiteFolder::add(const std::string& name) {
  const fs::path file = place(name);
  note(name, {fs::file_size(file), sha256_of_file(file)});
}

void SiteFolder::note(const std::string& name, File file) {
  const std::lock_guard lock(m_mutex);
  m_files[name] = std::move(file);
}

void SiteFolder::finish() {
  const fs::path replaced = with_suffix(m_folder, ".replaced");
  std::error_code error, none_before;
  fs::remove_all(replaced, error);
  fs::rename(m_folder, replaced, none_before);
  fs::rename(m_aside, m_folder, error);
  if (error)
    fail(m_folder, error);
  fs::remove_all(replaced, error);
}

} // namespace kept::serve
