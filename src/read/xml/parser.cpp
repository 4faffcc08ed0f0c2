// SPDX-License-Identifier: Apache-2.0
#include "read/xml/parser.hpp"

#include "base/text.hpp"
#include "read/xml/characters.hpp"
#include "read/xml/references.hpp"
#include "read/xml/tree_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kept::read::xml {

constexpr auto npos = std::string_view::npos;

namespace {

/// Reads XML into a tree and remembers what is wrong first. Each function that reads or skips begins at `at`
/// and answers with the place behind, or with the end of the text where it is damaged.
class Parser {
public:
  Parser(std::string_view text, Tree& tree, Arena& resolved, const ParseOptions& options = {})
      : m_text(text), m_tree(tree), m_resolved(resolved), m_options(options) {}

  std::optional<Damage> damage;

  void read_element(std::size_t at) {
    at = read_start_tag(at);
    while (!damage && m_tree.innermost() != nullptr)
      at = read_content(at);
    expect_end(at, "something follows the element");
  }

  void read_one_tag() { expect_end(read_start_tag(0), "something follows the tag"); }

  void read_all_text() {
    bool as_it_stands = true;
    expect_end(skip_text(0, as_it_stands), "a \"<\" that begins no element");
  }

  /// XML 1.0, section 2.8: version, then encoding and standalone if they are given.
  void read_declaration() {
    constexpr std::array<std::string_view, 3> names{"version", "encoding", "standalone"};
    std::size_t next = 0;
    NodeRecord declaration;
    std::size_t at = skip_white(std::string_view("<?xml").size());
    while (!is_at(at, "?>")) {
      const std::size_t begin = at;
      std::string_view name, value;
      at = read_attribute(at, declaration, name, value);
      if (damage)
        return;
      const auto* const known = std::find(names.begin() + next, names.end(), name);
      if (known == names.end() || (next == 0 && known != names.begin())) {
        stop(begin, fmt::format("{} has no place in the XML declaration", excerpt(name)));
        return;
      }
      next = static_cast<std::size_t>(known - names.begin()) + 1;
      at = skip_white(at);
    }
    if (next == 0)
      stop(at, "the XML declaration says no version");
  }

  std::size_t read_markup(std::size_t at) {
    if (is_at(at, "<!--"))
      return read_comment(at);
    if (is_at(at, "<?"))
      return read_instruction(at);
    const std::size_t from = at + 9, end = m_text.find("]]>", from);
    if (end == npos)
      return stop(at, "a CDATA section is not closed");
    check_characters(from, end);
    if (!damage && m_tree.innermost() != nullptr)
      append(Node::Kind::cdata, at, resolved_text(between(from, end)));
    return end + 3;
  }

private:
  bool is_at(std::size_t at, std::string_view expected) const {
    return m_text.substr(at).starts_with(expected);
  }

  [[gnu::cold]] std::size_t stop(std::size_t at, std::string_view why) {
    if (!damage)
      damage = Damage{at, std::string(why)};
    return m_text.size();
  }

  void expect_end(std::size_t at, std::string_view otherwise) {
    if (at != m_text.size())
      stop(at, otherwise);
  }

  NodeRecord* append(Node::Kind kind, std::size_t offset, std::string_view content) {
    if (m_tree.count() == m_options.most_nodes)
      stop(offset, fmt::format("there are over {} elements and texts", m_options.most_nodes));
    return m_tree.append(kind, offset, content);
  }

  std::string_view between(std::size_t begin, std::size_t end) const {
    return {m_text.data() + begin, end - begin};
  }

  /// Of text without references.
  std::string_view resolved_text(std::string_view raw) {
    return raw.find('\r') == npos ? raw : m_resolved.store(resolve_text(raw, ReferencesAre::text));
  }

  /// Text up to the next '<', and the markup that begins with it.
  std::size_t read_content(const std::size_t begin) {
    std::size_t at = skip_white(begin);
    if (at == m_text.size())
      return stop(at, "the element is not closed");
    const bool blank = m_text[at] == '<';
    if (!blank) {
      bool as_it_stands = true;
      at = skip_text(begin, as_it_stands);
      if (damage)
        return at;
      const std::string_view text = between(begin, at);
      append(Node::Kind::text, begin,
             as_it_stands ? text : m_resolved.store(resolve_text(text, ReferencesAre::resolved)));
      if (damage || at == m_text.size())
        return stop(at, "the element is not closed");
    }
    const char second = at + 1 < m_text.size() ? m_text[at + 1] : '\0';
    if (second == '/') {
      if (blank && at != begin && m_tree.is_empty())
        append(Node::Kind::text, begin, resolved_text(between(begin, at)));
      return read_end_tag(at);
    }
    if (second == '?' || (second == '!' && (is_at(at, "<!--") || is_at(at, "<![CDATA["))))
      return read_markup(at);
    return read_start_tag(at);
  }

  /// Of text that holds no markup.
  void check_characters(std::size_t from, std::size_t end) {
    for (std::size_t i = from; i < end && !damage; ++i)
      if ((class_of(m_text[i]) & (forbidden | high)) != 0 && !is_allowed(i))
        stop(i, "a character that XML does not allow");
  }
  /// A byte below a blank, or the beginning of U+FFFE and U+FFFF.
  bool is_allowed(std::size_t at) const {
    if (class_of(m_text[at]) == forbidden)
      return false;
    const std::string_view next = m_text.substr(at, 3);
    return next != "\xEF\xBF\xBE" && next != "\xEF\xBF\xBF";
  }

  std::size_t read_reference(std::size_t at) {
    const std::size_t end = m_text.substr(at, k_longest_reference).find(';');
    const bool known = end != npos && resolve_reference(m_text.substr(at, end + 1));
    if (!known && m_options.meaningless == MeaninglessReferences::stay_as_text)
      return at + 1;
    if (end == npos)
      return stop(at, "an \"&\" that begins no reference: write &amp;");
    const std::string_view reference = m_text.substr(at, end + 1);
    if (!known)
      return stop(at, fmt::format("the reference {} means nothing", excerpt(reference)));
    return at + reference.size();
  }

  /// Text up to the next '<'; `as_it_stands` becomes false where it is to be resolved.
  std::size_t skip_text(std::size_t at, bool& as_it_stands) {
    while ((at = find_byte(m_text, at, is_special)) < m_text.size()) {
      const std::uint8_t what = class_of(m_text[at]);
      if (what == less_than)
        return at;
      as_it_stands &= what != white && what != ampersand;
      if (what == ampersand) {
        at = read_reference(at);
        continue;
      }
      if (what == bracket && is_at(at, "]]>"))
        return stop(at, "\"]]>\" within text: write ]]&gt;");
      if (what != bracket && !is_allowed(at))
        return stop(at, "a character that XML does not allow");
      ++at;
    }
    return at;
  }

  std::size_t read_comment(std::size_t at) {
    const std::size_t end = m_text.find("--", at + 4);
    if (end == npos || m_text.compare(end, 3, "-->") != 0)
      return stop(at, "a comment is not closed, or has \"--\" within it");
    check_characters(at + 4, end);
    return end + 3;
  }

  std::size_t read_instruction(std::size_t begin) {
    const std::size_t end = m_text.find("?>", begin + 2);
    if (end == npos)
      return stop(begin, "a processing instruction is not closed");
    const std::size_t at = skip_name(begin + 2);
    if (damage)
      return at;
    if (fold(between(begin + 2, at)) == "xml")
      return stop(begin, "an XML declaration that is not at the beginning of the file");
    if (at != end && class_of(m_text[at]) != white)
      return stop(at, "a processing instruction without a name");
    check_characters(at, end);
    return end + 2;
  }

  std::size_t skip_name(std::size_t at) {
    if (at >= m_text.size() || (class_of(m_text[at]) & name_start) == 0)
      return stop(at, "a name is missing");
    do
      at = find_byte(m_text, at + 1, is_special_in_name);
    while (at < m_text.size() && (class_of(m_text[at]) & (name_start | name_further)) != 0);
    return at;
  }

  std::size_t skip_white(std::size_t at) const {
    while (at < m_text.size() && m_text[at] <= ' ' && class_of(m_text[at]) == white)
      ++at;
    return at;
  }

  // Tags and attributes are most of what is read: inlined, where GCC would not, they take a twentieth less
  // time.
  [[gnu::always_inline]] std::size_t read_start_tag(const std::size_t begin) {
    std::size_t at = skip_name(begin + 1);
    if (damage)
      return at;
    NodeRecord* const element = append(Node::Kind::element, begin, between(begin + 1, at));
    if (damage)
      return m_text.size();
    AttributeRecord* last = nullptr;
    for (;;) {
      const std::size_t before = at;
      at = skip_white(at);
      if (at == m_text.size())
        return stop(at, "a tag is not closed");
      if (m_text[at] == '>') {
        m_tree.open(element);
        if (m_tree.depth() + m_options.depth > k_deepest)
          return stop(at + 1, fmt::format("elements are nested more than {} deep", k_deepest));
        return at + 1;
      }
      if (m_text[at] == '/' && is_at(at, "/>"))
        return at + 2;
      if (before == at)
        return stop(at, "no blank between attributes");
      std::string_view attribute, value;
      at = read_attribute(at, *element, attribute, value);
      if (damage)
        return at;
      last = m_tree.append_attribute(*element, last, attribute, value);
    }
  }

  /// The next attribute of `element`, which has those before already.
  [[gnu::always_inline]] std::size_t read_attribute(const std::size_t begin, NodeRecord& element,
                                                    std::string_view& name, std::string_view& value) {
    std::size_t at = skip_name(begin);
    if (damage)
      return at;
    name = between(begin, at);
    std::size_t count = 0;
    for (const AttributeRecord* other = element.first_attribute; other != nullptr;
         other = other->next, ++count)
      if (is_same_name(other->name, name))
        return stop(begin, fmt::format("the attribute {} stands twice", excerpt(name)));
    if (count == k_most_attributes)
      return stop(begin, fmt::format("an element has over {} attributes", k_most_attributes));
    element.declares_names |= name.starts_with("xmlns") && (name.size() == 5 || name[5] == ':');
    at = skip_white(at);
    if (at == m_text.size() || m_text[at] != '=')
      return stop(at, "an attribute without a value");
    return read_attribute_value(skip_white(at + 1), value);
  }

  std::size_t read_attribute_value(std::size_t at, std::string_view& value) {
    if (at == m_text.size() || (m_text[at] != '"' && m_text[at] != '\''))
      return stop(at, "an attribute's value without quotes");
    const char quote = m_text[at++];
    const std::size_t begin = at;
    bool as_it_stands = true;
    while ((at = find_byte(m_text, at, is_special_in_value)) < m_text.size() && m_text[at] != quote) {
      const std::uint8_t what = class_of(m_text[at]);
      if (what == ampersand) {
        as_it_stands = false;
        at = read_reference(at);
        continue;
      }
      if (what == less_than)
        return stop(at, "a \"<\" within an attribute: write &lt;");
      if ((what & (forbidden | high)) != 0 && !is_allowed(at))
        return stop(at, "a character that XML does not allow");
      as_it_stands &= what != white;
      ++at;
    }
    if (at == m_text.size())
      return stop(at, "an attribute's value is not closed");
    value = between(begin, at);
    if (!as_it_stands)
      value = m_resolved.store(resolve_attribute(value));
    return at + 1;
  }

  std::size_t read_end_tag(const std::size_t begin) {
    const std::string_view open = m_tree.innermost()->content;
    const std::size_t behind = begin + 2 + open.size();
    if (behind < m_text.size() && m_text[behind] == '>' && is_at(begin + 2, open)) { // nearly always
      m_tree.close();
      return behind + 1;
    }
    const std::size_t name_end = skip_name(begin + 2);
    if (damage)
      return name_end;
    const std::string_view name = between(begin + 2, name_end);
    const std::size_t at = skip_white(name_end);
    if (at == m_text.size() || m_text[at] != '>')
      return stop(at, "an end tag is not closed");
    if (open != name)
      return stop(begin,
                  fmt::format("the end tag {} ends nothing: {} is open", excerpt(name), excerpt(open)));
    m_tree.close();
    return at + 1;
  }

  std::string_view m_text;
  TreeBuilder m_tree;
  Arena& m_resolved;
  ParseOptions m_options;
};

} // namespace

std::optional<Damage> parse(std::string_view text, std::size_t at, Tree& tree, Arena& resolved,
                            const ParseOptions& options) {
  Parser parser(text, tree, resolved, options);
  parser.read_element(at);
  return std::move(parser.damage);
}

namespace {

template <typename Read> std::optional<Damage> damage_in(std::string_view text, const Read& read) {
  Tree tree;
  Arena resolved;
  Parser parser(text, tree, resolved);
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
  return damage_in(markup, [](Parser& parser) { parser.read_markup(0); });
}

} // namespace kept::read::xml
