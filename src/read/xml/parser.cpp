// SPDX-License-Identifier: Apache-2.0
#include "read/xml/parser.hpp"

#include "base/text.hpp"
#include "read/xml/characters.hpp"
#include "read/xml/references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kept::read::xml {

constexpr auto npos = std::string_view::npos;

/// Reads XML into a tree and remembers what is wrong first.
class Parser {
public:
  Parser(std::string_view text, std::size_t at, Tree& tree, Arena& resolved, const ParseOptions& options = {})
      : m_text(text), m_at(at), m_tree(tree), m_resolved(resolved), m_options(options) {
    tree.clear();
  }

  std::optional<Damage> damage;

  void read_element() {
    read_start_tag();
    while (!damage && !m_open.empty())
      read_content();
    if (!damage && m_at != m_text.size())
      stop("something follows the element");
  }

  void read_one_tag() {
    read_start_tag();
    if (!damage && m_at != m_text.size())
      stop("something follows the tag");
  }

  void read_all_text() {
    skip_text();
    if (!damage && m_at != m_text.size())
      stop("a \"<\" that begins no element");
  }

  /// XML 1.0, section 2.8: version, then encoding and standalone if they are given.
  void read_declaration() {
    constexpr std::array<std::string_view, 3> names{"version", "encoding", "standalone"};
    std::size_t next = 0;
    NodeRecord declaration;
    m_at = std::string_view("<?xml").size();
    for (skip_white(); !damage && !is_at("?>"); skip_white()) {
      const std::size_t begin = m_at;
      const AttributeRecord* const attribute = read_attribute(declaration);
      if (damage)
        return;
      const auto* const known = std::find(names.begin() + next, names.end(), attribute->name);
      if (known == names.end() || (next == 0 && known != names.begin()))
        return stop_at(begin,
                       fmt::format("{} has no place in the XML declaration", excerpt(attribute->name)));
      next = static_cast<std::size_t>(known - names.begin()) + 1;
    }
    if (!damage && next == 0)
      stop("the XML declaration says no version");
  }

  void read_markup() {
    if (is_at("<!--"))
      return read_comment();
    if (is_at("<?"))
      return read_instruction();
    const std::size_t begin = m_at, from = m_at + 9, end = m_text.find("]]>", from);
    if (end == npos)
      return stop("a CDATA section is not closed");
    check_characters(from, end);
    m_at = end + 3;
    if (!damage && !m_open.empty())
      append(Node::Kind::cdata, begin, resolved_text(m_text.substr(from, end - from), ReferencesAre::text));
  }

private:
  /// An element whose end tag is still to come.
  struct Open {
    NodeRecord* element;
    NodeRecord* last_child;
  };

  bool is_at(std::string_view expected) const { return m_text.compare(m_at, expected.size(), expected) == 0; }

  void stop(std::string why) { stop_at(m_at, std::move(why)); }
  void stop_at(std::size_t at, std::string why) {
    if (!damage)
      damage = Damage{at, std::move(why)};
    m_at = m_text.size();
  }

  NodeRecord* append(Node::Kind kind, std::size_t offset, std::string_view content) {
    if (++m_nodes > m_options.most_nodes)
      stop_at(offset, fmt::format("there are over {} elements and texts", m_options.most_nodes));
    NodeRecord* const node = m_tree.m_nodes.make();
    *node = {};
    node->content = content;
    node->offset = static_cast<std::uint32_t>(offset);
    node->kind = kind;
    if (m_open.empty()) {
      m_tree.m_root = node;
      return node;
    }
    Open& above = m_open.back();
    node->parent = above.element;
    (above.last_child != nullptr ? above.last_child->next : above.element->first_child) = node;
    above.last_child = node;
    return node;
  }

  std::string_view resolved_text(std::string_view raw, ReferencesAre references) {
    if (raw.find('\r') == npos && (references == ReferencesAre::text || raw.find('&') == npos))
      return raw;
    return m_resolved.store(resolve_text(raw, references));
  }

  /// Text up to the next '<', and the markup that begins with it.
  void read_content() {
    const std::size_t begin = m_at;
    skip_white();
    if (m_at == m_text.size())
      return stop("the element is not closed");
    const bool blank = m_text[m_at] == '<';
    if (!blank) {
      skip_text();
      if (damage)
        return;
      append(Node::Kind::text, begin,
             resolved_text(m_text.substr(begin, m_at - begin), ReferencesAre::resolved));
      if (m_at == m_text.size())
        return stop("the element is not closed");
    }
    const char second = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
    if (second == '/') {
      if (blank && m_at != begin && m_open.back().last_child == nullptr)
        append(Node::Kind::text, begin,
               resolved_text(m_text.substr(begin, m_at - begin), ReferencesAre::text));
      read_end_tag();
    } else if (second == '?' || (second == '!' && (is_at("<!--") || is_at("<![CDATA[")))) {
      read_markup();
    } else {
      read_start_tag();
    }
  }

  /// Of text that holds no markup.
  void check_characters(std::size_t from, std::size_t end) {
    for (std::size_t i = from; i < end; ++i)
      if ((class_of(m_text[i]) & (forbidden | high)) != 0 && !is_allowed(i))
        return stop_at(i, "a character that XML does not allow");
  }
  /// A byte below a blank, or the beginning of U+FFFE and U+FFFF.
  bool is_allowed(std::size_t at) const {
    if (class_of(m_text[at]) == forbidden)
      return false;
    const std::string_view next = m_text.substr(at, 3);
    return next != "\xEF\xBF\xBE" && next != "\xEF\xBF\xBF";
  }

  void read_reference() {
    const std::size_t end = m_text.substr(m_at, k_longest_reference).find(';');
    const bool known = end != npos && resolve_reference(m_text.substr(m_at, end + 1));
    if (!known && m_options.meaningless == MeaninglessReferences::stay_as_text) {
      ++m_at;
      return;
    }
    if (end == npos)
      return stop("an \"&\" that begins no reference: write &amp;");
    const std::string_view reference = m_text.substr(m_at, end + 1);
    if (!known)
      return stop(fmt::format("the reference {} means nothing", excerpt(reference)));
    m_at += reference.size();
  }

  void skip_text() {
    while ((m_at = find_special(m_text, m_at)) < m_text.size()) {
      const std::uint8_t what = class_of(m_text[m_at]);
      if (what == less_than)
        return;
      if (what == ampersand) {
        read_reference();
        continue;
      }
      if (what == bracket && is_at("]]>"))
        return stop("\"]]>\" within text: write ]]&gt;");
      if (what != bracket && !is_allowed(m_at))
        return stop("a character that XML does not allow");
      ++m_at;
    }
  }

  void read_comment() {
    const std::size_t end = m_text.find("--", m_at + 4);
    if (end == npos || m_text.compare(end, 3, "-->") != 0)
      return stop("a comment is not closed, or has \"--\" within it");
    check_characters(m_at + 4, end);
    m_at = end + 3;
  }

  void read_instruction() {
    const std::size_t end = m_text.find("?>", m_at + 2);
    if (end == npos)
      return stop("a processing instruction is not closed");
    const std::size_t begin = m_at;
    m_at += 2;
    const std::string_view target = take_name();
    if (damage)
      return;
    if (fold(target) == "xml")
      return stop_at(begin, "an XML declaration that is not at the beginning of the file");
    if (m_at != end && class_of(m_text[m_at]) != white)
      return stop("a processing instruction without a name");
    check_characters(m_at, end);
    m_at = end + 2;
  }

  std::string_view take_name() {
    const std::size_t begin = m_at;
    if (m_at < m_text.size() && (class_of(m_text[m_at]) & name_start) != 0)
      while (m_at < m_text.size() && (class_of(m_text[m_at]) & (name_start | name_further)) != 0)
        ++m_at;
    if (m_at == begin)
      stop("a name is missing");
    return damage ? std::string_view() : m_text.substr(begin, m_at - begin);
  }

  void skip_white() {
    while (m_at < m_text.size() && class_of(m_text[m_at]) == white)
      ++m_at;
  }

  void read_start_tag() {
    const std::size_t begin = m_at++;
    const std::string_view name = take_name();
    if (damage)
      return;
    NodeRecord* const element = append(Node::Kind::element, begin, name);
    AttributeRecord* last = nullptr;
    for (;;) {
      const std::size_t before = m_at;
      skip_white();
      if (m_at == m_text.size())
        return stop("a tag is not closed");
      if (m_text[m_at] == '>') {
        ++m_at;
        m_open.push_back({element, nullptr});
        if (m_open.size() + m_options.depth > k_deepest)
          stop(fmt::format("elements are nested more than {} deep", k_deepest));
        return;
      }
      if (m_text[m_at] == '/' && is_at("/>")) {
        m_at += 2;
        return;
      }
      if (before == m_at)
        return stop("no blank between attributes");
      AttributeRecord* const attribute = read_attribute(*element);
      if (damage)
        return;
      (last != nullptr ? last->next : element->first_attribute) = attribute;
      last = attribute;
    }
  }

  /// The next attribute of `element`, which has those before already.
  AttributeRecord* read_attribute(NodeRecord& element) {
    const std::size_t begin = m_at;
    const std::string_view name = take_name();
    if (damage)
      return nullptr;
    std::size_t count = 0;
    for (const AttributeRecord* other = element.first_attribute; other != nullptr;
         other = other->next, ++count)
      if (is_same_name(other->name, name)) {
        stop_at(begin, fmt::format("the attribute {} stands twice", excerpt(name)));
        return nullptr;
      }
    if (count == k_most_attributes) {
      stop_at(begin, fmt::format("an element has over {} attributes", k_most_attributes));
      return nullptr;
    }
    element.declares_names |= name.starts_with("xmlns") && (name.size() == 5 || name[5] == ':');
    skip_white();
    if (m_at == m_text.size() || m_text[m_at] != '=') {
      stop("an attribute without a value");
      return nullptr;
    }
    ++m_at;
    skip_white();
    AttributeRecord* const attribute = m_tree.m_attributes.make();
    *attribute = {name, read_attribute_value(), nullptr};
    return attribute;
  }

  std::string_view read_attribute_value() {
    if (m_at == m_text.size() || (m_text[m_at] != '"' && m_text[m_at] != '\'')) {
      stop("an attribute's value without quotes");
      return {};
    }
    const char quote = m_text[m_at++];
    const std::size_t begin = m_at;
    bool as_it_stands = true;
    while (m_at < m_text.size() && m_text[m_at] != quote) {
      const std::uint8_t what = class_of(m_text[m_at]);
      if (what == ampersand) {
        as_it_stands = false;
        read_reference();
        continue;
      }
      if (what == less_than) {
        stop("a \"<\" within an attribute: write &lt;");
      } else if ((what & (forbidden | high)) != 0 && !is_allowed(m_at)) {
        stop("a character that XML does not allow");
      } else {
        as_it_stands &= what != white || m_text[m_at] == ' ';
        ++m_at;
      }
    }
    if (m_at == m_text.size()) {
      stop("an attribute's value is not closed");
      return {};
    }
    const std::string_view raw = m_text.substr(begin, m_at++ - begin);
    if (as_it_stands)
      return raw;
    return m_resolved.store(resolve_attribute(raw));
  }

  void read_end_tag() {
    const std::string_view open = m_open.back().element->content;
    const std::size_t begin = m_at, behind = m_at + 2 + open.size();
    m_at += 2;
    if (behind < m_text.size() && m_text[behind] == '>' && is_at(open)) { // nearly always
      m_at = behind + 1;
      m_open.pop_back();
      return;
    }
    const std::string_view name = take_name();
    skip_white();
    if (damage)
      return;
    if (m_at == m_text.size() || m_text[m_at] != '>')
      return stop("an end tag is not closed");
    ++m_at;
    if (open != name)
      return stop_at(begin,
                     fmt::format("the end tag {} ends nothing: {} is open", excerpt(name), excerpt(open)));
    m_open.pop_back();
  }

  std::string_view m_text;
  std::size_t m_at;
  Tree& m_tree;
  Arena& m_resolved;
  ParseOptions m_options;
  std::size_t m_nodes = 0;
  std::vector<Open> m_open;
};

std::optional<Damage> parse(std::string_view text, std::size_t at, Tree& tree, Arena& resolved,
                            const ParseOptions& options) {
  Parser parser(text, at, tree, resolved, options);
  parser.read_element();
  return std::move(parser.damage);
}

namespace {

template <typename Read> std::optional<Damage> damage_in(std::string_view text, const Read& read) {
  Tree tree;
  Arena resolved;
  Parser parser(text, 0, tree, resolved);
  read(parser);
  return std::move(parser.damage);
}

} // namespace

std::optional<Damage> find_damage_in_tag(std::string_view tag) {
  return damage_in(tag, [](Parser& parser) { parser.read_one_tag(); });
}

std::optional<Damage> find_damage_in_text(std::string_view text) {
  return damage_in(text, [](Parser& parser) { parser.read_all_text(); });
}

std::optional<Damage> find_damage_in_declaration(std::string_view declaration) {
  return damage_in(declaration, [](Parser& parser) { parser.read_declaration(); });
}

std::optional<Damage> find_damage_in_markup(std::string_view markup) {
  return damage_in(markup, [](Parser& parser) { parser.read_markup(); });
}

} // namespace kept::read::xml
