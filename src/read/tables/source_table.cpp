// SPDX-License-Identifier: Apache-2.0
#include "read/tables/source_table.hpp"

#include "base/text.hpp"
#include "read/source_file.hpp"

#include <fmt/format.h>

namespace kept::read::tables {
namespace {

using facts::Severity;

constexpr std::size_t k_longest_quotation = 60;

/// At most k_longest_quotation bytes, cut between characters.
std::string_view beginning(std::string_view text) {
  if (text.size() <= k_longest_quotation)
    return text;
  std::size_t length = k_longest_quotation;
  while ((static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
    --length;
  return text.substr(0, length);
}

} // namespace

std::string about_cell(std::string_view column, std::string_view text, std::string_view why) {
  if (text.empty())
    return fmt::format("column `{}` is empty", column);
  const std::string_view shown = beginning(text);
  return fmt::format("column `{}`: `{}{}` is {}", column, shown, shown.size() < text.size() ? "…" : "", why);
}

SourceTable::SourceTable(const std::filesystem::path& path, facts::Source& source,
                         std::vector<facts::Finding>& findings)
    : m_table(path), m_findings(findings) {
  describe(path, source);
  source.illustrative = m_table.illustrative();
}

bool SourceTable::next() {
  while (m_table.next()) {
    if (m_table.damage() == Damage::rest) {
      add_finding("damaged-file", Severity::critical,
                  m_table.why_damaged() + ": no row from this line on can be read");
      return false;
    }
    if (m_table.repaired() && !m_told_encoding) {
      add_finding("bad-encoding", Severity::warning,
                  "there are characters that are not UTF-8, shown as \xEF\xBF\xBD: save the table as UTF-8");
      m_told_encoding = true;
    }
    if (m_table.damage() == Damage::none)
      return true;
    bad_row(m_table.why_damaged());
  }
  return false;
}

void SourceTable::bad_row(std::string why) {
  add_finding("bad-row", Severity::error, std::move(why));
}

void SourceTable::bad_row(std::string_view column, std::string_view text, std::string_view why) {
  bad_row(about_cell(column, text, why));
}

void SourceTable::add_finding(std::string_view rule, Severity severity, std::string message) {
  facts::Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.line = m_table.line();
  finding.message = std::move(message);
  m_findings.push_back(std::move(finding));
}

std::optional<Date> SourceTable::date(std::optional<std::size_t> column, bool& sound) {
  const std::string_view text = m_table.cell(column);
  if (text.empty())
    return std::nullopt;
  const auto date = Date::parse(text);
  if (date)
    return *date;
  bad_row("date", text, date.error().why);
  sound = false;
  return std::nullopt;
}

} // namespace kept::read::tables
