// SPDX-License-Identifier: Apache-2.0
#include "serve/page_files.hpp"

#include "base/file.hpp"
#include "base/hash.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace kept::serve {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view k_immutable =
    "public, max-age=31536000, immutable"; // names hold a hash of the content

constexpr std::string_view k_not_built = R"(<!doctype html>
<html lang="en"><meta charset="utf-8"><title>kept</title>
<h1>The page is not built</h1>
<p>The API answers all the same: <a href="/api/v1/statements">the statements</a>,
<a href="/api/v1/openapi.json">what can be asked</a>.</p>
<p>To build the page, run <code>make setup</code> in the project and start <code>kept serve</code> again,
or name a folder that holds it: <code>kept serve --page DIR</code>.</p>
</html>
)";

std::string_view content_type(const fs::path& file) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types{{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json; charset=utf-8"},
      {".map", "application/json; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".txt", "text/plain; charset=utf-8"},
      {".webmanifest", "application/manifest+json"},
      {".csv", "text/csv; charset=utf-8"},
      {".xml", "application/xml; charset=utf-8"},
  }};
  const std::string extension = file.extension().string();
  for (const auto& [known, type] : types)
    if (extension == known)
      return type;
  return "application/octet-stream";
}

Answer as_answer(std::string body, std::string_view type, std::string_view cache_control) {
  Response response;
  response.content_type = type;
  response.etag = sha256(body).substr(0, 20);
  response.body = std::move(body);
  response.cache_control = cache_control;
  auto answer = std::make_shared<const Response>(std::move(response));
  answer->packed(); // now, so that the first visitor does not wait
  return answer;
}

} // namespace

PageFiles::PageFiles(const fs::path& folder) {
  std::error_code ignored; // what cannot be looked into is not served
  for (fs::recursive_directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored)) {
    if (!entry->is_regular_file(ignored))
      continue;
    const std::string name = fmt::format("/{}", entry->path().lexically_relative(folder).generic_string());
    m_files.emplace(name, as_answer(read_file(entry->path()), content_type(entry->path()),
                                    name.starts_with("/assets/") ? k_immutable : "no-cache"));
  }
  m_built = m_files.contains("/index.html");
  if (!m_built)
    m_files["/index.html"] = as_answer(std::string(k_not_built), content_type("index.html"), "no-cache");
  m_files["/"] = m_files["/index.html"];
}

Answer PageFiles::find(std::string_view path) const {
  const auto found = m_files.find(path);
  return found == m_files.end() ? nullptr : found->second;
}

fs::path page_folder_beside(const fs::path& data) {
  std::error_code ignored;
  const fs::path installed = data / "page";
  return fs::is_directory(installed, ignored) ? installed : data.parent_path() / "web" / "dist";
}

} // namespace kept::serve
