// SPDX-License-Identifier: Apache-2.0
#include "publish/validation_text.hpp"

#include "base/decimal.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "publish/lines.hpp"
#include "publish/numbers.hpp"
#include "publish/statement.hpp"
#include "publish/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

std::string display_money(const Decimal& amount, const std::string& currency) {
  try {
    return is_currency_code(currency)
               ? display_amount(amount, currency)
               : fmt::format("{} {}", shown(currency, k_longest_value), display_number(amount, ""));
  } catch (const Error&) { // too large to be written with two decimals
    return fmt::format("{} {}", shown(currency, k_longest_value), group_thousands(amount.to_string()));
  }
}

/// Adds up money without regard to signs, as `kept findings --summary` does. Amounts of different currencies,
/// and those without one, do not add.
class MoneySum {
public:
  void add(const Finding& finding) {
    const auto place = std::pair(finding.line, finding.column);
    const bool same = std::exchange(m_last, place) == place;
    if (finding.amount.empty() || same) // two attributes of one amount
      return;
    const std::string currency(trim(finding.currency));
    if (currency.empty()) {
      ++m_without_currency;
      return;
    }
    const auto amount = Decimal::parse(trim(finding.amount));
    try {
      if (amount)
        m_sums[currency] += amount->absolute();
      else
        ++m_not_added;
    } catch (const Error&) { // does not fit
      ++m_not_added;
    }
  }

  /// Empty where there is no money.
  std::string to_string() const {
    std::vector<std::string> parts;
    for (const auto& [currency, sum] : m_sums)
      if (parts.size() < k_currencies)
        parts.push_back(display_money(sum, currency));
    if (m_sums.size() > k_currencies)
      parts.push_back(quantity(m_sums.size() - k_currencies, "more currency", "more currencies"));
    if (m_without_currency != 0)
      parts.push_back(
          quantity(m_without_currency, "amount without a currency", "amounts without a currency"));
    if (m_not_added != 0)
      parts.push_back(
          quantity(m_not_added, "amount that cannot be added up", "amounts that cannot be added up"));
    return join(parts, "; ");
  }

private:
  std::map<std::string, Decimal> m_sums;
  std::uint64_t m_without_currency = 0, m_not_added = 0;
  std::pair<std::uint32_t, std::uint32_t> m_last{0, 0};
};

/// Findings with the same message.
struct Group {
  const Message* message = nullptr;
  std::uint64_t count = 0;
  std::vector<Finding> first; ///< k_places at most
  MoneySum money;
};

/// The severest first, then the most frequent.
std::vector<Group> grouped(const FileReport& file) {
  std::vector<Group> groups;
  std::unordered_map<std::string_view, std::size_t> known;
  for (const Finding& finding : file.findings) {
    const auto [found, fresh] = known.emplace(finding.message, groups.size());
    if (fresh)
      groups.emplace_back().message = &validate::message(finding.message);
    Group& group = groups[found->second];
    if (group.count++ < k_places)
      group.first.push_back(finding);
    group.money.add(finding);
  }
  std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    if (a.message->severity != b.message->severity)
      return a.message->severity < b.message->severity;
    if (a.count != b.count)
      return a.count > b.count;
    if (a.message->rule != b.message->rule)
      return is_rule_before(a.message->rule, b.message->rule);
    return a.message->key < b.message->key;
  });
  return groups;
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
  out += "\n  " +
         tinted(fmt::format("{} {}", to_string(message.severity), message.rule), tint_of(message.severity),
                terminal) +
         (group.count == 1 ? "" : fmt::format(", {} times", grouped_digits(group.count))) + '\n';
  const std::string sentence = validate::text_of(group.first.front(), language);
  append_sentence(out, sentence, 4, terminal);
  append_sentence(out, validate::remedy_of(group.first.front(), language), 4, terminal, Tint::dim);
  if (const std::string money = group.money.to_string(); !money.empty())
    append_sentence(out, "Money affected: " + money, 4, terminal);
  for (const Finding& finding : group.first) {
    append_place(out, finding, terminal);
    if (const std::string own = validate::text_of(finding, language); own != sentence)
      append_sentence(out, own, 8, terminal, Tint::dim);
  }
  if (group.count > k_places)
    out += fmt::format("      … {} more\n", grouped_digits(group.count - k_places));
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

} // namespace

/// Counts by rule, of the findings that were kept.
void ValidationText::count(const FileReport& file) {
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

std::string ValidationText::add(const FileReport& file) {
  ++m_files;
  count(file);
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

std::string ValidationText::rules() const {
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

std::string ValidationText::end() const {
  std::string out;
  if (m_files > 1) {
    if (!m_rules.empty())
      out += "\nBy rule, over all files\n\n" + rules();
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

} // namespace kept::publish
