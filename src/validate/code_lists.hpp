// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/finding_maker.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kept::validate {

/// The standard's code lists (data/codes.csv).
class CodeLists {
public:
  /// Throws Error(input) when the table cannot be read.
  explicit CodeLists(const std::filesystem::path& codes);
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Codes = std::unordered_set<std::string, Hash, std::equal_to<>>;
  /// The codes of a list; nullptr when there is no such list.
  const Codes* find(std::string_view list) const;

private:
  std::unordered_map<std::string, Codes> m_lists;
};

/// Which attribute must hold a code of which list (code_list_rules.csv), as a tree of element names.
class CodeRules {
public:
  explicit CodeRules(const CodeLists& lists);

  /// Looks at an element below the root and at all within it. `version`: of the file.
  void check(Element element, std::string_view version, FindingMaker& findings) const;
  /// Looks at the root's own attributes.
  void check_root(Element root, std::string_view version, FindingMaker& findings) const;

private:
  struct Rule {
    std::string_view id, list;
    std::string attribute; ///< "text()": the element's text
    const CodeLists::Codes* codes = nullptr;
    std::vector<std::string_view> vocabularies; ///< under which it holds; "-" without one; empty: always
    bool of_parent = false;                     ///< the vocabulary is the parent's
    std::string_view not_in;                    ///< a version in which it does not hold
  };
  struct Place {
    std::string_view name;
    std::vector<Rule> rules;
    std::vector<std::size_t> children;
  };
  bool is_language(std::string_view code) const;
  const Place* child(const Place* place, std::string_view name) const;
  void walk(Element element, const Place* place, std::string_view version, FindingMaker& findings) const;
  void check_element(Element element, const Place* place, std::string_view version,
                     FindingMaker& findings) const;
  void check_value(const Rule& rule, Element element, std::string_view attribute, std::string_view value,
                   std::string_view version, FindingMaker& findings) const;

  std::vector<Place> m_places; ///< the first one is above all
  Rule m_language;             ///< of xml:lang, anywhere
};

} // namespace kept::validate
