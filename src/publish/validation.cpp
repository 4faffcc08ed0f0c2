// SPDX-License-Identifier: Apache-2.0
#include "publish/validation.hpp"

#include "base/decimal.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "publish/csv.hpp"
#include "publish/grid.hpp"
#include "publish/json_writer.hpp"
#include "publish/lines.hpp"
#include "publish/numbers.hpp"
#include "publish/statement.hpp"
#include "publish/text_table.hpp"
#include "validate/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace kept::publish {
namespace {

using validate::FileReport;
using validate::Finding;
using validate::Message;
using validate::Severity;

constexpr std::size_t k_places = 3;         ///< shown of each message
constexpr std::size_t k_currencies = 5;     ///< shown of each message; a file may have invented any number
constexpr std::size_t k_page_width = 110;   ///< of sentences where there is no terminal
constexpr std::size_t k_least_width = 20;   ///< of sentences on a narrow terminal
constexpr std::size_t k_longest_name = 120; ///< of identifiers and paths of a source, in columns
constexpr std::size_t k_longest_value = 40; ///< of amounts and currencies of a source, in columns
constexpr std::array k_severities{Severity::critical, Severity::error, Severity::warning, Severity::advisory};

std::uint64_t count_of(const FileReport& file, Severity severity) {
  return file.summary[static_cast<std::size_t>(severity)];
}

std::string grouped_digits(std::uint64_t number) {
  return group_thousands(std::to_string(number));
}

/// "1 file", "2,000 files"
std::string quantity(std::uint64_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", grouped_digits(number), number == 1 ? one : many);
}

Tint tint_of(Severity severity) {
  return severity == Severity::critical || severity == Severity::error ? Tint::red : Tint::yellow;
}

/// What a source wrote, on one line, harmless, and of bearable length.
std::string shown(std::string_view published, std::size_t width) {
  return clip(printable(trim(published)), width);
}

/// "2 critical, 1 error"
std::string counts(const FileReport& file) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, k_severities.size()> words{
      {{"critical", "critical"}, {"error", "errors"}, {"warning", "warnings"}, {"advisory", "advisories"}}};
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < k_severities.size(); ++i)
    if (const auto count = count_of(file, k_severities[i]); count != 0)
      parts.push_back(quantity(count, words[i].first, words[i].second));
  return parts.empty() ? "nothing to mend" : join(parts, ", ");
}

/// 1.9.1 before 1.10.1
bool is_rule_before(std::string_view a, std::string_view b) {
  const auto parts_a = split(a, '.'), parts_b = split(b, '.');
  return std::lexicographical_compare(
      parts_a.begin(), parts_a.end(), parts_b.begin(), parts_b.end(),
      [](std::string_view x, std::string_view y) { return std::pair(x.size(), x) < std::pair(y.size(), y); });
}

/// Findings with the same message.
struct Group {
  const Message* message = nullptr;
  std::vector<const Finding*> findings;
};

/// The severest first, then the most frequent.
std::vector<Group> grouped(const FileReport& file) {
  std::vector<Group> groups;
  std::unordered_map<std::string_view, std::size_t> known;
  for (const Finding& finding : file.findings) {
    const auto [found, fresh] = known.emplace(finding.message, groups.size());
    if (fresh)
      groups.push_back({&validate::message(finding.message), {}});
    groups[found->second].findings.push_back(&finding);
  }
  std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    if (a.message->severity != b.message->severity)
      return a.message->severity < b.message->severity;
    if (a.findings.size() != b.findings.size())
      return a.findings.size() > b.findings.size();
    if (a.message->rule != b.message->rule)
      return is_rule_before(a.message->rule, b.message->rule);
    return a.message->key < b.message->key;
  });
  return groups;
}

std::string display_money(const Decimal& amount, const std::string& currency) {
  try {
    return is_currency_code(currency)
               ? display_amount(amount, currency)
               : fmt::format("{} {}", shown(currency, k_longest_value), display_number(amount, ""));
  } catch (const Error&) { // too large to be written with two decimals
    return fmt::format("{} {}", shown(currency, k_longest_value), group_thousands(amount.to_string()));
  }
}

/// Without regard to signs, as `kept findings --summary` counts, each record once. Amounts of different
/// currencies, and those without one, do not add. Empty where there is no money.
std::string money_of(const Group& group) {
  std::map<std::string, Decimal> sums;
  std::uint64_t without_currency = 0, not_added = 0;
  std::set<std::pair<std::uint32_t, std::uint32_t>> records;
  for (const Finding* finding : group.findings) {
    if (finding->amount.empty() || !records.emplace(finding->record_line, finding->record_column).second)
      continue;
    if (trim(finding->currency).empty()) {
      ++without_currency;
      continue;
    }
    const auto amount = Decimal::parse(trim(finding->amount));
    try {
      if (amount)
        sums[std::string(trim(finding->currency))] += amount->absolute();
      else
        ++not_added;
    } catch (const Error&) { // does not fit
      ++not_added;
    }
  }
  std::vector<std::string> parts;
  for (const auto& [currency, sum] : sums)
    if (parts.size() < k_currencies)
      parts.push_back(display_money(sum, currency));
  if (sums.size() > k_currencies)
    parts.push_back(quantity(sums.size() - k_currencies, "more currency", "more currencies"));
  if (without_currency != 0)
    parts.push_back(quantity(without_currency, "amount without a currency", "amounts without a currency"));
  if (not_added != 0)
    parts.push_back(quantity(not_added, "amount that cannot be added up", "amounts that cannot be added up"));
  return join(parts, "; ");
}

/// "12:5  XM-EX-1  iati-activities/iati-activity/budget/value  (USD 1000)"
std::string place_of(const Finding& finding) {
  std::string text = fmt::format("{}:{}", finding.line, finding.column);
  for (const std::string& name : {finding.activity, finding.path})
    if (!name.empty())
      text += "  " + shown(name, k_longest_name);
  if (!finding.amount.empty()) {
    const std::string amount = shown(finding.amount, k_longest_value);
    const std::string currency = shown(finding.currency, k_longest_value);
    text += currency.empty() ? fmt::format("  ({})", amount) : fmt::format("  ({} {})", currency, amount);
  }
  return text;
}

void append_line(std::string& out, std::string_view line, std::size_t indent, const Terminal& terminal,
                 Tint tint) {
  out.append(indent, ' ');
  out += tinted(line, tint, terminal);
  out += '\n';
}

void append_sentence(std::string& out, std::string_view sentence, std::size_t indent,
                     const Terminal& terminal, Tint tint = Tint::none) {
  const std::size_t width = terminal.width == 0 ? k_page_width : terminal.width;
  for (const std::string& line : wrap(printable(sentence), std::max(width, indent + k_least_width) - indent))
    append_line(out, line, indent, terminal, tint);
}

/// A place stays on one line where there is no terminal, so that programs can find it.
void append_place(std::string& out, const Finding& finding, const Terminal& terminal) {
  constexpr std::size_t indent = 6, further = 8;
  const std::string place = place_of(finding);
  if (terminal.width == 0)
    return append_line(out, place, indent, terminal, Tint::none);
  const auto lines = wrap(place, std::max(terminal.width, further + k_least_width) - further);
  for (std::size_t i = 0; i < lines.size(); ++i)
    append_line(out, lines[i], i == 0 ? indent : further, terminal, Tint::none);
}

void append_group(std::string& out, const Group& group, std::string_view language, const Terminal& terminal) {
  const Message& message = *group.message;
  const std::size_t count = group.findings.size();
  out += "\n  " +
         tinted(fmt::format("{} {}", to_string(message.severity), message.rule), tint_of(message.severity),
                terminal) +
         (count == 1 ? "" : fmt::format(", {} times", grouped_digits(count))) + '\n';
  const Finding& first = *group.findings.front();
  const std::string sentence = validate::text_of(first, language);
  append_sentence(out, sentence, 4, terminal);
  append_sentence(out, validate::remedy_of(first, language), 4, terminal, Tint::dim);
  if (const std::string money = money_of(group); !money.empty())
    append_sentence(out, "Money affected: " + money, 4, terminal);
  for (std::size_t i = 0; i < std::min(count, k_places); ++i) {
    const Finding& finding = *group.findings[i];
    append_place(out, finding, terminal);
    if (const std::string own = validate::text_of(finding, language); own != sentence)
      append_sentence(out, own, 8, terminal, Tint::dim);
  }
  if (count > k_places)
    out += fmt::format("      … {} more\n", grouped_digits(count - k_places));
}

/// The head of a file: name, kind and version, verdict, counts.
void append_head(std::string& out, const FileReport& file, const Terminal& terminal) {
  out += tinted(printable(file.file), Tint::bold, terminal);
  if (!file.kind.empty())
    out += fmt::format(" ({}, {})", shown(file.kind, k_longest_value),
                       file.version.empty() ? "no version" : shown(file.version, k_longest_value));
  out += ": " + tinted(file.valid() ? "valid" : "invalid", file.valid() ? Tint::green : Tint::red, terminal) +
         ", " + counts(file) + '\n';
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

void write_count(JsonWriter& json, std::string_view name, std::uint64_t count) {
  json.key(name);
  json.number_token(std::to_string(count));
}

std::string json_of(const FileReport& file, std::string_view language) {
  JsonWriter json;
  json.begin_object();
  json.field("file", file.file);
  json.field("kind", file.kind);
  json.field("version", file.version);
  json.field("valid", file.valid());
  json.key("summary");
  json.begin_object();
  for (const Severity severity : k_severities)
    write_count(json, to_string(severity), count_of(file, severity));
  json.end_object();
  json.key("findings");
  json.begin_array();
  for (const Finding& finding : file.findings)
    write_finding(json, finding, language);
  json.end_array();
  write_count(json, "left_out", file.left_out);
  json.key("rules_not_run");
  json.begin_array();
  for (const std::string& rule : file.rules_not_run)
    json.value(rule);
  json.end_array();
  json.end_object();
  return json.take();
}

/// A document as the element of an array that begins a line: JSON has no line ends within its texts.
std::string as_element(std::string_view document) {
  constexpr std::string_view indent = "\n    ";
  std::string out;
  for (const std::string_view line : split(document.substr(0, document.find_last_not_of('\n') + 1), '\n'))
    out.append(indent).append(line);
  return out;
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

/// With the header line.
std::string csv_of(const FileReport& file, std::string_view language) {
  const auto text = [](const std::string& words) {
    return words.empty() ? std::nullopt : std::optional(repair_utf8(words));
  };
  Grid grid = empty_grid();
  for (const Finding& finding : file.findings) {
    const Message& message = validate::message(finding.message);
    grid.rows.push_back({text(file.file), std::string(message.rule), std::string(to_string(message.severity)),
                         std::to_string(finding.line), std::to_string(finding.column), text(finding.activity),
                         text(finding.path), text(validate::text_of(finding, language)),
                         text(validate::remedy_of(finding, language)), text(finding.amount),
                         text(finding.currency)});
  }
  return render(grid, Format::csv, {});
}

} // namespace

/// Counts by rule, of the findings that were kept.
void ValidationWriter::count(const FileReport& file) {
  m_valid += file.valid() ? 1 : 0;
  m_left_out += file.left_out;
  m_not_run.insert(file.rules_not_run.begin(), file.rules_not_run.end());
  std::set<std::string_view> here;
  for (const Finding& finding : file.findings) {
    const Message& message = validate::message(finding.message);
    RuleCount& rule = m_rules[message.rule];
    if (rule.findings++ == 0) {
      rule.severity = message.severity;
      rule.category = message.category;
      rule.example = validate::text_of(finding, m_language);
    }
    if (here.insert(message.rule).second)
      ++rule.files;
  }
}

std::string ValidationWriter::text_of_file(const FileReport& file) {
  std::string out;
  const bool has_findings = !file.findings.empty() || file.left_out != 0;
  if (m_files > 1 && (has_findings || m_last_had_findings))
    out += '\n';
  m_last_had_findings = has_findings;
  append_head(out, file, m_terminal);
  for (const Group& group : grouped(file))
    append_group(out, group, m_language, m_terminal);
  if (file.left_out != 0)
    out += fmt::format("\n  {} left out by --max-findings\n", quantity(file.left_out, "finding", "findings"));
  return out;
}

std::string ValidationWriter::text_of_rules() const {
  std::vector<std::pair<std::string_view, const RuleCount*>> rules;
  for (const auto& [id, rule] : m_rules)
    rules.emplace_back(id, &rule);
  std::sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
    if (a.second->severity != b.second->severity)
      return a.second->severity < b.second->severity;
    if (a.second->findings != b.second->findings)
      return a.second->findings > b.second->findings;
    return is_rule_before(a.first, b.first);
  });
  TextTable table({{"Severity"},
                   {"Rule"},
                   {"About"},
                   {"Findings", Align::right},
                   {"Files", Align::right},
                   {"For example", Align::left, Fit::clip}});
  for (const auto& [id, rule] : rules)
    table.add_row({Cell(std::string(to_string(rule->severity)), tint_of(rule->severity)),
                   Cell(std::string(id)), Cell(std::string(rule->category)),
                   Cell(grouped_digits(rule->findings)), Cell(grouped_digits(rule->files)),
                   Cell(printable(rule->example))});
  return table.render(m_terminal);
}

std::string ValidationWriter::text_at_end() const {
  std::string out;
  if (m_files > 1) {
    if (!m_rules.empty())
      out += "\nBy rule, over all files\n\n" + text_of_rules();
    if (m_left_out != 0)
      out += fmt::format("{} left out by --max-findings\n", quantity(m_left_out, "finding", "findings"));
    out += fmt::format("\n{}: {} valid, {} invalid\n", quantity(m_files, "file", "files"),
                       grouped_digits(m_valid), grouped_digits(m_files - m_valid));
  }
  if (!m_not_run.empty()) {
    std::vector<std::string> rules(m_not_run.begin(), m_not_run.end());
    std::sort(rules.begin(), rules.end(), is_rule_before);
    out += '\n';
    append_sentence(out,
                    fmt::format("Not run: {}, for want of the approved agency codes (--org-prefixes FILE)",
                                join(rules, ", ")),
                    0, m_terminal);
  }
  return out;
}

std::string ValidationWriter::add(const FileReport& file) {
  ++m_files;
  switch (m_format) {
  case Format::json:
    return (m_files == 1 ? "{\n  \"files\": [" : ",") + as_element(json_of(file, m_language));
  case Format::csv: {
    const std::string text = csv_of(file, m_language);
    return m_files == 1 ? text : text.substr(text.find(k_csv_line_end) + k_csv_line_end.size());
  }
  case Format::table:
  case Format::markdown:
    break;
  }
  count(file);
  return text_of_file(file);
}

std::string ValidationWriter::end() {
  switch (m_format) {
  case Format::json:
    return m_files == 0 ? "{\n  \"files\": []\n}\n" : "\n  ]\n}\n";
  case Format::csv:
    return m_files == 0 ? render(empty_grid(), Format::csv, {}) : "";
  case Format::table:
  case Format::markdown:
    break;
  }
  return text_at_end();
}

std::string render_validation(const std::vector<FileReport>& files, Format format, std::string_view language,
                              const Terminal& terminal) {
  ValidationWriter writer(format, language, terminal);
  std::string out;
  for (const FileReport& file : files)
    out += writer.add(file);
  return out + writer.end();
}

} // namespace kept::publish
