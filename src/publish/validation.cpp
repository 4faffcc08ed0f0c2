// SPDX-License-Identifier: Apache-2.0
#include "publish/validation.hpp"

#include "base/text.hpp"
#include "publish/grid.hpp"
#include "publish/json_writer.hpp"
#include "publish/lines.hpp"
#include "publish/statement.hpp"
#include "validate/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kept::publish {
namespace {

using validate::FileReport;
using validate::Finding;
using validate::Message;
using validate::Severity;

constexpr std::size_t k_places = 3;       ///< shown of each rule
constexpr std::size_t k_page_width = 110; ///< of text where there is no terminal
constexpr std::array k_severities{Severity::critical, Severity::error, Severity::warning, Severity::advisory};

std::uint64_t count_of(const FileReport& file, Severity severity) {
  return file.summary[static_cast<std::size_t>(severity)];
}

Tint tint_of(Severity severity) {
  return severity == Severity::critical || severity == Severity::error ? Tint::red : Tint::yellow;
}

/// "2 critical, 1 error"
std::string counts(const FileReport& file) {
  std::vector<std::string> parts;
  for (const Severity severity : k_severities)
    if (const auto count = count_of(file, severity); count != 0)
      parts.push_back(fmt::format("{} {}", count, to_string(severity)));
  return parts.empty() ? "nothing to mend" : join(parts, ", ");
}

/// The findings with the same message, in the order of their severities.
std::vector<std::vector<const Finding*>> grouped(const FileReport& file) {
  std::map<std::pair<Severity, std::string_view>, std::vector<const Finding*>> groups;
  for (const Finding& finding : file.findings)
    groups[{validate::message(finding.message).severity, finding.message}].push_back(&finding);
  std::vector<std::vector<const Finding*>> result;
  for (auto& [key, findings] : groups)
    result.push_back(std::move(findings));
  return result;
}

std::string place(const Finding& finding) {
  std::string text = fmt::format("{}:{}", finding.line, finding.column);
  if (!finding.activity.empty())
    text += "  " + finding.activity;
  if (!finding.path.empty())
    text += "  " + finding.path;
  if (!finding.amount.empty())
    text += fmt::format("  ({} {})", finding.currency, finding.amount);
  return text;
}

void append_wrapped(std::string& out, const std::string& text, std::string_view indent,
                    const Terminal& terminal, Tint tint = Tint::none) {
  const std::size_t width = terminal.width == 0 ? k_page_width : terminal.width;
  for (const std::string& line : wrap(printable(text), width - indent.size()))
    out += std::string(indent) + tinted(line, tint, terminal) + '\n';
}

void append_file(std::string& out, const FileReport& file, std::string_view language,
                 const Terminal& terminal) {
  const std::string what = file.kind.empty() ? "" : fmt::format(" ({} {})", file.kind, file.version);
  out += tinted(printable(file.file), Tint::bold, terminal) + printable(what) + ": " +
         tinted(file.valid() ? "valid" : "invalid", file.valid() ? Tint::green : Tint::red, terminal) + ", " +
         counts(file) + '\n';
  for (const auto& findings : grouped(file)) {
    const Message& message = validate::message(findings.front()->message);
    const std::string times =
        findings.size() == 1 ? ""
                             : fmt::format(", {} times", group_thousands(std::to_string(findings.size())));
    out += "\n  " +
           tinted(fmt::format("{} {}", to_string(message.severity), message.rule), tint_of(message.severity),
                  terminal) +
           times + '\n';
    append_wrapped(out, validate::text_of(*findings.front(), language), "    ", terminal);
    append_wrapped(out, validate::remedy_of(*findings.front(), language), "    ", terminal, Tint::dim);
    for (std::size_t i = 0; i < std::min(findings.size(), k_places); ++i)
      append_wrapped(out, place(*findings[i]), "      ", terminal);
    if (findings.size() > k_places)
      out += fmt::format("      … {} more\n", findings.size() - k_places);
  }
  if (file.left_out != 0)
    out += fmt::format("\n  {} findings left out; --max-findings 0 keeps all\n", file.left_out);
  if (!file.rules_not_run.empty())
    out += fmt::format("\n  Not run without --org-prefixes FILE: {}\n", join(file.rules_not_run, ", "));
}

std::string as_text(const std::vector<FileReport>& files, std::string_view language,
                    const Terminal& terminal) {
  std::string out;
  for (const FileReport& file : files) {
    if (!out.empty())
      out += '\n';
    append_file(out, file, language, terminal);
  }
  if (files.size() > 1) {
    const auto valid =
        std::count_if(files.begin(), files.end(), [](const FileReport& file) { return file.valid(); });
    out += fmt::format("\n{} files: {} valid, {} invalid\n", files.size(), valid,
                       static_cast<std::ptrdiff_t>(files.size()) - valid);
  }
  return out;
}

void write_finding(JsonWriter& json, const Finding& finding, std::string_view language) {
  const Message& message = validate::message(finding.message);
  json.begin_object();
  json.field("rule", message.rule);
  json.field("severity", to_string(message.severity));
  json.field("line", finding.line);
  json.field("column", finding.column);
  json.text_field("activity", finding.activity);
  json.field("path", finding.path);
  json.field("message", validate::text_of(finding, language));
  json.field("remedy", validate::remedy_of(finding, language));
  json.text_field("amount", finding.amount);
  json.text_field("currency", finding.currency);
  json.end_object();
}

std::string as_json(const std::vector<FileReport>& files, std::string_view language) {
  JsonWriter json;
  json.begin_object();
  json.key("files");
  json.begin_array();
  for (const FileReport& file : files) {
    json.begin_object();
    json.field("file", file.file);
    json.field("kind", file.kind);
    json.field("version", file.version);
    json.field("valid", file.valid());
    json.key("summary");
    json.begin_object();
    for (const Severity severity : k_severities)
      json.field(to_string(severity), static_cast<std::uint32_t>(count_of(file, severity)));
    json.end_object();
    json.key("findings");
    json.begin_array();
    for (const Finding& finding : file.findings)
      write_finding(json, finding, language);
    json.end_array();
    json.field("left_out", static_cast<std::uint32_t>(file.left_out));
    json.key("rules_not_run");
    json.begin_array();
    for (const std::string& rule : file.rules_not_run)
      json.value(rule);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

std::string as_csv(const std::vector<FileReport>& files, std::string_view language) {
  using Kind = Grid::Kind;
  using Value = std::optional<std::string>;
  const auto text = [](const std::string& words) { return words.empty() ? Value() : Value(words); };
  Grid grid;
  grid.columns = {{"file", Kind::text},   {"rule", Kind::text},     {"severity", Kind::text},
                  {"line", Kind::number}, {"column", Kind::number}, {"activity", Kind::text},
                  {"path", Kind::text},   {"message", Kind::text},  {"remedy", Kind::text},
                  {"amount", Kind::text}, {"currency", Kind::text}};
  for (const FileReport& file : files)
    for (const Finding& finding : file.findings) {
      const Message& message = validate::message(finding.message);
      grid.rows.push_back({file.file, std::string(message.rule), std::string(to_string(message.severity)),
                           std::to_string(finding.line), std::to_string(finding.column),
                           text(finding.activity), text(finding.path), validate::text_of(finding, language),
                           validate::remedy_of(finding, language), text(finding.amount),
                           text(finding.currency)});
    }
  return render(grid, Format::csv, {});
}

} // namespace

std::string render_validation(const std::vector<FileReport>& files, Format format, std::string_view language,
                              const Terminal& terminal) {
  switch (format) {
  case Format::json:
    return as_json(files, language);
  case Format::csv:
    return as_csv(files, language);
  case Format::table:
  case Format::markdown:
    break;
  }
  return as_text(files, language, terminal);
}

} // namespace kept::publish
