// SPDX-License-Identifier: Apache-2.0
#include "publish/validation.hpp"

#include "base/text.hpp"
#include "publish/csv.hpp"
#include "publish/grid.hpp"

#include <array>
#include <utility>

namespace kept::publish {
namespace {

using validate::FileReport;
using validate::Finding;
using validate::Message;
using validate::Severity;

constexpr std::size_t k_at_once = 500; ///< findings that are written in one piece

void write_finding(JsonWriter& json, const Finding& finding, std::string_view language) {
  const Message& message = validate::message(finding.message);
  json.begin_object();
  json.field("rule", message.rule);
  json.field("severity", to_string(message.severity));
  json.field("line", finding.place.line);
  json.field("column", finding.place.column);
  json.text_field("activity", finding.activity);
  json.field("path", finding.path);
  json.field("message", validate::text_of(finding, language));
  json.field("remedy", validate::remedy_of(finding, language));
  json.text_field("amount", finding.amount);
  json.text_field("currency", finding.currency);
  json.end_object();
}

Grid empty_grid() {
  using Kind = Grid::Kind;
  Grid grid;
  grid.columns = {{"file", Kind::text},   {"rule", Kind::text},     {"severity", Kind::text},
                  {"line", Kind::number}, {"column", Kind::number}, {"activity", Kind::text},
                  {"path", Kind::text},   {"message", Kind::text},  {"remedy", Kind::text},
                  {"amount", Kind::text}, {"currency", Kind::text}};
  return grid;
}

std::string without_header(std::string_view csv) {
  return std::string(csv.substr(csv.find(k_csv_line_end) + k_csv_line_end.size()));
}

} // namespace

ValidationWriter::ValidationWriter(Format format, std::string_view language, const Terminal& terminal,
                                   Write write)
    : m_format(format), m_language(language), m_write(std::move(write)), m_text(language, terminal) {
  if (format == Format::csv)
    m_write(render(empty_grid(), Format::csv, {}));
  if (format != Format::json)
    return;
  m_json.begin_object();
  m_json.key("files");
  m_json.begin_array();
}

void ValidationWriter::add(const FileReport& file) {
  if (m_format == Format::json)
    add_json(file);
  else if (m_format == Format::csv)
    add_csv(file);
  else
    m_write(m_text.add(file));
}

void ValidationWriter::add_json(const FileReport& file) {
  m_json.begin_object();
  m_json.field("file", file.file);
  m_json.field("kind", file.kind);
  m_json.field("version", file.version);
  m_json.field("valid", file.valid());
  m_json.key("summary");
  m_json.begin_object();
  for (const Severity severity : {Severity::critical, Severity::error, Severity::warning, Severity::advisory})
    m_json.field(to_string(severity), file.summary[static_cast<std::size_t>(severity)]);
  m_json.end_object();
  m_json.key("findings");
  m_json.begin_array();
  std::size_t waiting = 0;
  for (const Finding& finding : file.findings) {
    write_finding(m_json, finding, m_language);
    if (++waiting % k_at_once == 0)
      m_write(m_json.drain());
  }
  m_json.end_array();
  m_json.field("left_out", file.left_out);
  m_json.key("rules_not_run");
  m_json.begin_array();
  for (const std::string& rule : file.rules_not_run)
    m_json.value(rule);
  m_json.end_array();
  m_json.end_object();
  m_write(m_json.drain());
}

void ValidationWriter::add_csv(const FileReport& file) {
  const auto text = [](const std::string& words) {
    return words.empty() ? std::nullopt : std::optional(repair_utf8(words));
  };
  Grid grid = empty_grid();
  const auto write = [&] { m_write(without_header(render(grid, Format::csv, {}))); };
  for (const Finding& finding : file.findings) {
    const Message& message = validate::message(finding.message);
    grid.rows.push_back(
        {text(file.file), std::string(message.rule), std::string(to_string(message.severity)),
         std::to_string(finding.place.line), std::to_string(finding.place.column), text(finding.activity),
         text(finding.path), text(validate::text_of(finding, m_language)),
         text(validate::remedy_of(finding, m_language)), text(finding.amount), text(finding.currency)});
    if (grid.rows.size() < k_at_once)
      continue;
    write();
    grid.rows.clear();
  }
  write();
}

void ValidationWriter::end() {
  if (m_format == Format::json) {
    m_json.end_array();
    m_json.end_object();
    m_write(m_json.take());
  } else if (m_format != Format::csv) {
    m_write(m_text.end());
  }
}

std::string render_validation(const std::vector<FileReport>& files, Format format, std::string_view language,
                              const Terminal& terminal) {
  std::string out;
  ValidationWriter writer(format, language, terminal, [&](std::string_view text) { out += text; });
  for (const FileReport& file : files)
    writer.add(file);
  writer.end();
  return out;
}

} // namespace kept::publish
