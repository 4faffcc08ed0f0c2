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

/// How many characters each line has, without its end. The validator's lines end with LF alone, as the
/// official program's do.
std::vector<std::size_t> line_lengths(std::string_view text) {
  std::vector<std::size_t> lengths;
  for (const std::string_view line : split(text, '\n'))
    lengths.push_back(static_cast<std::size_t>(std::count_if(
        line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; })));
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
  expect(finding.line >= 1 && finding.line <= lines.size(), "a finding has a line of the file",
         std::to_string(finding.line) + " of " + std::to_string(lines.size()) + ", " + finding.path);
  // The place behind a line's last character is one too: there the end is missing.
  expect(finding.column >= 1 && finding.column <= lines[finding.line - 1] + 1,
         "a finding has a column of its line",
         std::to_string(finding.line) + ":" + std::to_string(finding.column));
  for (const std::string_view language : {"en", "zh", "ko"})
    expect(is_utf8(validate::text_of(finding, language)) && is_utf8(validate::remedy_of(finding, language)),
           "what is said is UTF-8", finding.path);
  for (const std::string_view part : {std::string_view(finding.activity), std::string_view(finding.path),
                                      std::string_view(finding.amount), std::string_view(finding.currency)})
    expect(is_utf8(part), "a finding is UTF-8", finding.path);
  check_path(finding, text);
}

bool is_damage(const Finding& finding) {
  return finding.message == "0.1.1";
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
  const bool damaged = std::any_of(report.findings.begin(), report.findings.end(), is_damage);
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

bool are_sorted(const std::vector<Finding>& findings) {
  return std::is_sorted(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
}

auto told(const Finding& one) {
  return std::tie(one.message, one.line, one.column, one.activity, one.path, one.arguments, one.amount,
                  one.currency);
}

bool are_same(const FileReport& a, const FileReport& b) {
  return std::tie(a.kind, a.version, a.summary, a.left_out, a.rules_not_run) ==
             std::tie(b.kind, b.version, b.summary, b.left_out, b.rules_not_run) &&
         std::equal(a.findings.begin(), a.findings.end(), b.findings.begin(), b.findings.end(),
                    [](const Finding& one, const Finding& other) { return told(one) == told(other); });
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
  if (std::any_of(report->findings.begin(), report->findings.end(), is_damage))
    expect(report->findings.size() == 1 && report->kind.empty() && report->version.empty() &&
               !report->valid(),
           "nothing else is said of what is no XML");
  check_verdict(*report, path, *text);
}

} // namespace kept::fuzz
