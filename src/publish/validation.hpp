// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/format.hpp"
#include "publish/json_writer.hpp"
#include "publish/validation_text.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::publish {

/// Writes what was said of files, one file after the other and piece by piece, so that neither all reports
/// nor all of the text need be held. Table and Markdown: text for people (validation_text.hpp). JSON: one
/// document with every finding that was kept. CSV: a line for each finding.
class ValidationWriter {
public:
  using Write = std::function<void(std::string_view)>;

  /// `language` of what is said: "en", "zh" or "ko". `write` gets the text.
  ValidationWriter(Format format, std::string_view language, const Terminal& terminal, Write write);

  void add(const validate::FileReport& file);
  /// Call once, last, also where there was no file.
  void end();

private:
  void add_json(const validate::FileReport& file);
  void add_csv(const validate::FileReport& file);

  Format m_format;
  std::string m_language;
  Write m_write;
  ValidationText m_text;
  JsonWriter m_json; ///< within the array of files
};

/// The same in one piece.
std::string render_validation(const std::vector<validate::FileReport>& files, Format format,
                              std::string_view language, const Terminal& terminal);

} // namespace kept::publish
