// SPDX-License-Identifier: Apache-2.0
#include "validate/code_lists.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/tables/csv.hpp"
#include "validate/embedded_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::validate {

using read::xml::is_same_name;

namespace {

constexpr std::string_view k_text = "text()";

/// "1, 2, 10"; empty for a long list.
std::string shown_codes(const CodeLists::Codes& codes) {
  constexpr std::size_t most = 12;
  if (codes.size() > most)
    return {};
  std::vector<std::string> sorted(codes.begin(), codes.end());
  std::sort(sorted.begin(), sorted.end(), [](const std::string& a, const std::string& b) {
    return std::pair(a.size(), a) < std::pair(b.size(), b);
  });
  return fmt::format("{}", fmt::join(sorted, ", "));
}

} // namespace

std::vector<std::vector<std::string_view>> code_list_rule_rows() {
  std::vector<std::vector<std::string_view>> rows;
  for (const EmbeddedText& table : rule_tables())
    if (table.name == "code_list_rules.csv")
      for (const std::string_view line : split(table.text, '\n'))
        if (!line.empty() && !line.starts_with("rule,"))
          rows.push_back(split(line, ','));
  return rows;
}

CodeLists::CodeLists(const std::filesystem::path& codes) {
  read::tables::CsvReader reader(codes);
  read::tables::CsvRecord record;
  while (reader.next(record))
    if (record.cells.size() >= 2)
      m_lists[record.cells[0]].insert(record.cells[1]);
}

const CodeLists::Codes* CodeLists::find(std::string_view list) const {
  const auto found = m_lists.find(std::string(list));
  return found == m_lists.end() ? nullptr : &found->second;
}

CodeRules::CodeRules(const CodeLists& lists) : m_places(1) {
  for (const auto& row : code_list_rule_rows()) {
    Rule rule;
    rule.id = row.at(0);
    rule.list = row.at(2);
    rule.codes = lists.find(rule.list);
    if (rule.codes == nullptr)
      throw Error(ErrorKind::input, "has no code list " + std::string(rule.list), "codes.csv",
                  "take the file that ships");
    rule.shown = shown_codes(*rule.codes);
    for (const std::string_view vocabulary : split(row.at(3), ' '))
      if (!vocabulary.empty())
        rule.vocabularies.push_back(vocabulary);
    rule.of_parent = row.at(4) == "yes";
    rule.not_in = row.at(5);
    std::vector<std::string_view> names = split(row.at(1), '/');
    rule.attribute = names.back().starts_with('@') ? names.back().substr(1) : names.back();
    names.pop_back();
    if (names.empty()) {
      m_language = std::move(rule);
      continue;
    }
    std::size_t place = 0;
    for (const std::string_view name : names) {
      const auto& children = m_places[place].children;
      const auto known = std::find_if(children.begin(), children.end(),
                                      [&](std::size_t index) { return m_places[index].name == name; });
      if (known != children.end()) {
        place = *known;
        continue;
      }
      m_places[place].children.push_back(m_places.size());
      place = m_places.size();
      m_places.push_back({name, {}, {}});
    }
    m_places[place].rules.push_back(std::move(rule));
  }
}

const CodeRules::Place* CodeRules::child(const Place* place, std::string_view name) const {
  if (place != nullptr)
    for (const std::size_t index : place->children)
      if (is_same_name(m_places[index].name, name))
        return &m_places[index];
  return nullptr;
}

void CodeRules::check(Element element, std::string_view version, FindingMaker& findings) const {
  walk(element, child(m_places.data(), element.name()), version, findings);
}

void CodeRules::check_root(Element root, std::string_view version, FindingMaker& findings) const {
  check_element(root, child(m_places.data(), root.name()), version, findings);
}

void CodeRules::walk(Element element, const Place* place, std::string_view version,
                     FindingMaker& findings) const {
  check_element(element, place, version, findings);
  const bool known = place != nullptr && !place->children.empty();
  for (const Element next : element.children())
    walk(next, known ? child(place, next.name()) : nullptr, version, findings);
}

void CodeRules::check_element(Element element, const Place* place, std::string_view version,
                              FindingMaker& findings) const {
  for (const Attribute attribute : element.attributes()) {
    const std::string_view name = attribute.name();
    if (is_same_name(name, m_language.attribute) && !is_language(attribute.value()))
      findings.add(m_language.id, element, name, attribute.value(), m_language.list);
    if (place != nullptr)
      for (const Rule& rule : place->rules)
        if (is_same_name(rule.attribute, name))
          check_value(rule, element, name, attribute.value(), version, findings);
  }
  if (place != nullptr)
    for (const Rule& rule : place->rules)
      if (rule.attribute == k_text)
        if (const std::string_view text = element.text(); !text.empty())
          check_value(rule, element, {}, text, version, findings);
}

/// Languages may be written in any case.
bool CodeRules::is_language(std::string_view code) const {
  return m_language.codes->contains(code) || m_language.codes->contains(lower(code));
}

void CodeRules::check_value(const Rule& rule, Element element, std::string_view attribute,
                            std::string_view value, std::string_view version, FindingMaker& findings) const {
  if (rule.codes->find(value) != rule.codes->end() || (!rule.not_in.empty() && rule.not_in == version))
    return;
  if (!rule.vocabularies.empty()) {
    const Element of = rule.of_parent ? element.parent() : element;
    const Attribute vocabulary = of.attribute("vocabulary");
    if (std::find(rule.vocabularies.begin(), rule.vocabularies.end(),
                  vocabulary ? vocabulary.value() : "-") == rule.vocabularies.end())
      return;
  }
  findings.add(rule.id, element, attribute, value, rule.list, rule.shown);
}

} // namespace kept::validate
