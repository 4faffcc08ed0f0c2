// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/load.hpp"
#include "scratch_folder.hpp"

#include <string>

namespace kept::load {

/// A folder with what a test loads and the store that it loads into.
class Workplace {
public:
  std::string path(const std::string& name) const { return (m_folder / name).string(); }
  /// Writes a file; its path.
  std::string write(const std::string& name, const std::string& content) const {
    return m_folder.write(name, content).string();
  }

  /// What loads `paths` into the store of this test.
  Options options(std::vector<std::string> paths) const {
    Options options;
    options.store = path("test.kept");
    options.paths = std::move(paths);
    options.threads = 1;
    options.data = KEPT_SOURCE_DIR "/data";
    return options;
  }

private:
  test::ScratchFolder m_folder;
};

/// One activity with one disbursement of `value` EUR on 2024-03-15.
inline std::string activity(const std::string& identifier, const std::string& value,
                            const std::string& updated) {
  return "<iati-activity default-currency=\"EUR\" last-updated-datetime=\"" + updated +
         "\">\n<iati-identifier>" + identifier +
         "</iati-identifier>\n<reporting-org ref=\"XE-EXAMPLE\" type=\"10\"><narrative>Example "
         "Agency</narrative>"
         "</reporting-org>\n<title><narrative>Wells</narrative></title>\n<transaction>\n"
         "<transaction-type code=\"3\"/>\n<transaction-date iso-date=\"2024-03-15\"/>\n<value "
         "value-date=\"2024-03-15\">" +
         value + "</value>\n</transaction>\n</iati-activity>\n";
}

inline std::string activities(const std::string& content) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\" "
         "generated-datetime=\"2024-06-01T00:00:00Z\">\n" +
         content + "</iati-activities>\n";
}

} // namespace kept::load
