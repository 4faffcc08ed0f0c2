// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/response.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace kept::serve {

/// The files of the web page, read into memory at the start: a request path is only ever looked up among
/// them.
class PageFiles {
public:
  /// The files below `folder`; without index.html there, a page that says how to build one.
  explicit PageFiles(const std::filesystem::path& folder);

  /// The file at a decoded path; "/" is index.html. nullptr: there is none.
  Answer find(std::string_view path) const;
  bool built() const { return m_built; }

private:
  std::map<std::string, Answer, std::less<>> m_files;
  bool m_built = false;
};

/// The folder of the built page beside the figures of reference: share/kept/page of an installed program,
/// web/dist of the project.
std::filesystem::path page_folder_beside(const std::filesystem::path& data);

} // namespace kept::serve
