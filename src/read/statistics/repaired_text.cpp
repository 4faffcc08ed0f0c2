// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/repaired_text.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kept::read::statistics {

std::string_view RepairedText::take(std::string_view text, std::uint32_t line) {
  if (is_utf8(text))
    return text;
  if (m_count++ == 0)
    m_first_line = line;
  m_repaired = repair_utf8(text);
  return m_repaired;
}

void RepairedText::report(ObservationBuilder& builder) const {
  if (m_count == 0)
    return;
  builder.add_finding("invalid-utf8", facts::Severity::warning, m_first_line,
                      fmt::format("bytes that are no characters were replaced by U+FFFD ({} text{})", m_count,
                                  m_count == 1 ? "" : "s"));
}

} // namespace kept::read::statistics
