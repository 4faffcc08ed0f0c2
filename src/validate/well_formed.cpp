// SPDX-License-Identifier: Apache-2.0
#include "validate/well_formed.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

namespace kept::validate {
namespace {

constexpr auto npos = std::string_view::npos;

enum Class : std::uint8_t { plain = 0, forbidden = 1, ampersand = 2, less_than = 4, bracket = 8, high = 16 };

/// What a byte of text may mean.
constexpr std::array<std::uint8_t, 256> k_classes = [] {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t c = 0; c < 0x20; ++c)
    classes[c] = c == '\t' || c == '\n' || c == '\r' ? plain : forbidden;
  classes['&'] = ampersand;
  classes['<'] = less_than;
  classes[']'] = bracket;
  classes[0xEF] = high; // U+FFFE and U+FFFF begin so
  return classes;
}();

std::uint8_t class_of(char c) {
  return k_classes[static_cast<unsigned char>(c)];
}

bool is_white(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_name_character(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

bool is_character(std::uint32_t code) {
  return code == 0x9 || code == 0xA || code == 0xD || (code >= 0x20 && code <= 0xD7FF) ||
         (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

/// "&amp;", "&#x20;" … without & and ;
bool is_reference(std::string_view name) {
  for (const std::string_view known : {"amp", "lt", "gt", "quot", "apos"})
    if (name == known)
      return true;
  if (!name.starts_with('#'))
    return false;
  const bool hexadecimal = name.starts_with("#x");
  name.remove_prefix(hexadecimal ? 2 : 1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  return !name.empty() && error == std::errc() && end == name.data() + name.size() && is_character(code);
}

/// Reads XML and remembers what is wrong first.
class Reader {
public:
  explicit Reader(std::string_view text) : m_text(text) {}

  std::optional<Damage> damage;

  void read_element(std::size_t depth) {
    do {
      if (m_at == m_text.size())
        return stop("the element is not closed");
      if (m_text[m_at] != '<')
        read_text();
      else if (is_at("</"))
        read_end_tag();
      else if (is_at("<!--") || is_at("<?") || is_at("<![CDATA["))
        read_markup();
      else
        read_start_tag(depth);
    } while (!damage && !m_open.empty());
    if (!damage && m_at != m_text.size())
      stop("something follows the element");
  }

  void read_one_tag() {
    read_start_tag(0);
    if (!damage && m_at != m_text.size())
      stop("something follows the tag");
  }

  void read_all_text() {
    read_text();
    if (!damage && m_at != m_text.size())
      stop("a \"<\" that begins no element");
  }

  void read_markup() {
    if (is_at("<!--"))
      return read_comment();
    if (is_at("<?"))
      return read_instruction();
    const std::size_t end = m_text.find("]]>", m_at + 9);
    if (end == npos)
      return stop("a CDATA section is not closed");
    check_characters(m_at + 9, end);
    m_at = end + 3;
  }

private:
  bool is_at(std::string_view expected) const { return m_text.compare(m_at, expected.size(), expected) == 0; }

  void stop(std::string why) { stop_at(m_at, std::move(why)); }
  void stop_at(std::size_t at, std::string why) {
    if (!damage)
      damage = Damage{at, std::move(why)};
    m_at = m_text.size();
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
    constexpr std::size_t longest = 64;
    const std::size_t end = m_text.substr(m_at, longest).find(';');
    if (end == npos)
      return stop("an \"&\" that begins no reference: write &amp;");
    const std::string_view name = m_text.substr(m_at + 1, end - 1);
    if (!is_reference(name))
      return stop(fmt::format("the reference {} means nothing", excerpt(m_text.substr(m_at, end + 1))));
    m_at += end + 1;
  }

  void read_text() {
    while (m_at < m_text.size()) {
      const std::uint8_t what = class_of(m_text[m_at]);
      if (what == less_than)
        return;
      if (what == ampersand) {
        read_reference();
        continue;
      }
      if (what == bracket && is_at("]]>"))
        return stop("\"]]>\" within text: write ]]&gt;");
      if ((what & (forbidden | high)) != 0 && !is_allowed(m_at))
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
    if (m_at != end && !is_white(m_text[m_at]))
      return stop("a processing instruction without a name");
    check_characters(m_at, end);
    m_at = end + 2;
  }

  std::string_view take_name() {
    const std::size_t begin = m_at;
    if (m_at < m_text.size() && is_name_start(m_text[m_at]))
      while (m_at < m_text.size() && is_name_character(m_text[m_at]))
        ++m_at;
    if (m_at == begin)
      stop("a name is missing");
    return damage ? std::string_view() : m_text.substr(begin, m_at - begin);
  }

  void skip_white() {
    while (m_at < m_text.size() && is_white(m_text[m_at]))
      ++m_at;
  }

  void read_start_tag(std::size_t depth) {
    ++m_at;
    const std::string_view name = take_name();
    m_attributes.clear();
    while (!damage) {
      const std::size_t before = m_at;
      skip_white();
      if (m_at == m_text.size())
        return stop("a tag is not closed");
      if (m_text[m_at] == '>') {
        ++m_at;
        m_open.push_back(name);
        if (m_open.size() + depth > k_deepest)
          stop(fmt::format("elements are nested more than {} deep", k_deepest));
        return;
      }
      if (is_at("/>")) {
        m_at += 2;
        return;
      }
      if (before == m_at)
        return stop("no blank between attributes");
      read_attribute();
    }
  }

  void read_attribute() {
    const std::size_t begin = m_at;
    const std::string_view name = take_name();
    if (damage)
      return;
    if (std::find(m_attributes.begin(), m_attributes.end(), name) != m_attributes.end())
      return stop_at(begin, fmt::format("the attribute {} stands twice", excerpt(name)));
    m_attributes.push_back(name);
    skip_white();
    if (m_at == m_text.size() || m_text[m_at] != '=')
      return stop("an attribute without a value");
    ++m_at;
    skip_white();
    if (m_at == m_text.size() || (m_text[m_at] != '"' && m_text[m_at] != '\''))
      return stop("an attribute's value without quotes");
    const char quote = m_text[m_at++];
    while (m_at < m_text.size() && m_text[m_at] != quote) {
      const std::uint8_t what = class_of(m_text[m_at]);
      if (what == ampersand)
        read_reference();
      else if (what == less_than)
        return stop("a \"<\" within an attribute: write &lt;");
      else if ((what & (forbidden | high)) != 0 && !is_allowed(m_at))
        return stop("a character that XML does not allow");
      else
        ++m_at;
    }
    if (m_at == m_text.size())
      return stop("an attribute's value is not closed");
    ++m_at;
  }

  void read_end_tag() {
    const std::size_t begin = m_at;
    m_at += 2;
    const std::string_view name = take_name();
    skip_white();
    if (damage)
      return;
    if (m_at == m_text.size() || m_text[m_at] != '>')
      return stop("an end tag is not closed");
    ++m_at;
    if (m_open.empty() || m_open.back() != name)
      return stop_at(begin,
                     fmt::format("the end tag {} ends nothing{}", excerpt(name),
                                 m_open.empty() ? "" : fmt::format(": {} is open", excerpt(m_open.back()))));
    m_open.pop_back();
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::vector<std::string_view> m_open, m_attributes;
};

} // namespace

std::optional<Damage> find_damage(std::string_view element, std::size_t depth) {
  Reader reader(element);
  reader.read_element(depth);
  return std::move(reader.damage);
}

std::optional<Damage> find_damage_in_tag(std::string_view tag) {
  Reader reader(tag);
  reader.read_one_tag();
  return std::move(reader.damage);
}

std::optional<Damage> find_damage_in_text(std::string_view text) {
  Reader reader(text);
  reader.read_all_text();
  return std::move(reader.damage);
}

std::optional<Damage> find_damage_in_markup(std::string_view markup) {
  Reader reader(markup);
  reader.read_markup();
  return std::move(reader.damage);
}

} // namespace kept::validate
