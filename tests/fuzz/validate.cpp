// SPDX-License-Identifier: Apache-2.0
// A file that is validated, whatever it is.
#include "validate/validate.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "fuzz.hpp"
#include "input_file.hpp"
#include "read/text/decoded_input.hpp"
#include "validate/messages.hpp"
#include "well_formed_oracle.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace kept::fuzz {
namespace {

using validate::FileReport;
using validate::Finding;

std::optional<FileReport> report_of(const validate::Validator& validator, const std::filesystem::path& path) {
  try {
    return validator.validate(path);
  } catch (const Error& error) {
    expect(error.kind() == ErrorKind::input, "a file that cannot be read is the input's fault", error.what());
    return {};
  }
}

validate::Options options(unsigned threads) {
  validate::Options options;
  options.data = KEPT_SOURCE_DIR "/data";
  options.threads = threads;
  options.today = Date::parse("2025-06-30").value();
  return options;
}

/// How many characters each line has, without its end: LF, CR, or both.
std::vector<std::size_t> line_lengths(std::string_view text) {
  std::vector<std::size_t> lengths{0};
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || text[i] == '\r') {
      i += text.substr(i, 2) == "\r\n" ? 1 : 0;
      lengths.push_back(0);
    } else {
      lengths.back() += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80 ? 1 : 0;
    }
  return lengths;
}

/// A path names elements of the file; the last may be one that is not there.
void check_path(const Finding& finding, std::string_view text) {
  const std::vector<std::string_view> steps = split(finding.path, '/');
  for (std::size_t i = 0; i + 1 < steps.size(); ++i)
    expect(!steps[i].empty() && text.find("<" + std::string(steps[i])) != std::string_view::npos,
           "the elements of a path are in the file", finding.path);
}

void check_finding(const Finding& finding, std::string_view text, const std::vector<std::size_t>& lines) {
  expect(!validate::message(finding.message).rule.empty(), "a finding is in the catalogue");
  expect(finding.place.line >= 1 && finding.place.line <= lines.size(), "a finding has a line of the file",
         std::to_string(finding.place.line) + " of " + std::to_string(lines.size()) + ", " + finding.path);
  // The place behind a line's last character is one too: there the end is missing.
  expect(finding.place.column >= 1 && finding.place.column <= lines[finding.place.line - 1] + 1,
         "a finding has a column of its line",
         std::to_string(finding.place.line) + ":" + std::to_string(finding.place.column));
  for (const std::string_view language : {"en", "zh", "ko"})
    expect(is_utf8(validate::text_of(finding, language)) && is_utf8(validate::remedy_of(finding, language)),
           "what is said is UTF-8", finding.path);
  for (const std::string_view part : {std::string_view(finding.activity), std::string_view(finding.path),
                                      std::string_view(finding.amount), std::string_view(finding.currency)})
    expect(is_utf8(part), "a finding is UTF-8", finding.path);
  check_path(finding, text);
}

bool has_damage(const FileReport& report) {
  for (const Finding& finding : report.findings)
    if (finding.message == "0.1.1")
      return true;
  return false;
}

/// Is the file XML? Two parsers agree, but for what docs/validation.md names and for what ours does not look
/// at: unknown encodings, document type declarations, names beyond ASCII, and what the XML declaration says.
void check_verdict(const FileReport& report, const std::filesystem::path& path, std::string_view text) {
  if (!read::text::DecodedInput(path).is_encoding_known() ||
      text.find("<!DOCTYPE") != std::string_view::npos ||
      (report.findings.size() == 1 && report.findings[0].message == "0.6.1"))
    return; // of version 1 no more is read than the root's tag
  constexpr std::size_t deepest = 256;
  const OtherVerdict other = other_verdict(text);
  const bool damaged = has_damage(report);
  if (other.well_formed) {
    expect(!damaged || other.deepest > deepest, "what another parser takes for XML is XML",
           damaged ? report.findings[0].arguments[0] : "");
    return;
  }
  const bool ascii =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  const bool in_declaration = text.starts_with("<?xml") && other.at < text.find("?>");
  expect(damaged || (!ascii && is_utf8(text)) || in_declaration,
         "what another parser takes for no XML is none",
         text.substr(std::min(other.at, text.size())).substr(0, 40));
}

bool are_sorted(const validate::FindingLog& findings) {
  validate::Place last;
  for (const Finding& finding : findings) {
    if (finding.place < last)
      return false;
    last = finding.place;
  }
  return true;
}

auto told(const Finding& one) {
  return std::tie(one.message, one.place, one.activity, one.path, one.arguments, one.amount, one.currency);
}

bool have_same_findings(const FileReport& a, const FileReport& b) {
  if (a.findings.size() != b.findings.size())
    return false;
  auto other = b.findings.begin();
  for (const Finding& one : a.findings) {
    if (told(one) != told(*other))
      return false;
    ++other;
  }
  return true;
}

bool are_same(const FileReport& a, const FileReport& b) {
  return std::tie(a.kind, a.version, a.summary, a.left_out, a.rules_not_run) ==
             std::tie(b.kind, b.version, b.summary, b.left_out, b.rules_not_run) &&
         have_same_findings(a, b);
}

} // namespace

void fuzz_one(std::span<const std::uint8_t> bytes) {
  static const validate::Validator alone(options(1)), with_others(options(3));
  const std::filesystem::path path = input_file(bytes);
  const auto report = report_of(alone, path), again = report_of(with_others, path);
  expect(report.has_value() == again.has_value(), "whether a file can be read does not depend on threads");
  const auto text = decoded(path);
  if (!report || !text)
    return;
  expect(are_same(*report, *again), "what is found does not depend on threads");
  expect(are_sorted(report->findings), "findings are sorted by their place");
  expect(std::accumulate(report->summary.begin(), report->summary.end(), std::uint64_t{0}) ==
             report->findings.size() + report->left_out,
         "every finding is counted once");
  const std::vector<std::size_t> lines = line_lengths(*text);
  for (const Finding& finding : report->findings)
    check_finding(finding, *text, lines);
  if (has_damage(*report))
    expect(report->findings.size() == 1 && report->kind.empty() && report->version.empty() &&
               !report->valid(),
           "nothing else is said of what is no XML");
  check_verdict(*report, path, *text);
}

} // namespace kept::fuzz
