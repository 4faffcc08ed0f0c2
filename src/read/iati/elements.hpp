// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/arena.hpp"
#include "base/date.hpp"
#include "base/text.hpp"
#include "facts/finding.hpp"
#include "facts/transaction.hpp"
#include "read/iati/lines.hpp"
#include "read/xml/tree.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kept::read::iati {

using xml::Element;

/// What reading the elements of one activity (or organisation) needs: where the text lives that records view,
/// in which line an element lies, and where findings go. Elements are found by their whole name, so that
/// those of a foreign namespace ("x:value") are never taken for standard ones.
class ElementReader {
public:
  /// `lines` tells the lines of the text that the elements were parsed from.
  ElementReader(Arena& text, LineFinder& lines, std::vector<facts::Finding>& findings)
      : m_text(text), m_lines(lines), m_findings(findings) {}

  /// Begins with a record: its identifier, for findings, and its language, for narratives that give none.
  void begin(std::string_view identifier, std::string_view language) {
    m_identifier = identifier;
    m_language = language;
  }

  /// The line of the element's start tag.
  std::uint32_t line(Element element) const;
  /// The text of an element with that of the elements in it, without foreign ones; trimmed.
  std::string_view text(Element element) const;
  /// Each non-empty `narrative` in the element (version 2), else the element's own text (version 1).
  void narratives(Element element, std::vector<facts::Narrative>& into) const;
  /// The text of the first of them; empty where there is none.
  std::string_view first_narrative(Element element) const;
  /// The date in the attribute `iso-date`, else in the element's own text; none where both are absent. One
  /// that cannot be read is a finding.
  std::optional<Date> date_of(Element element) const;
  /// Two texts with a blank between them; empty when either is.
  std::string_view joined(std::string_view first, std::string_view second) const;
  /// `text` as a date; one that cannot be read is a finding that names `element`.
  std::optional<Date> date(Element element, std::string_view text) const;

  void report(std::string_view rule, facts::Severity severity, std::uint32_t line, std::string message) const;

private:
  Arena& m_text;
  LineFinder& m_lines;
  std::vector<facts::Finding>& m_findings;
  std::string_view m_identifier, m_language;
};

/// The attribute's value, trimmed; empty where it is absent.
inline std::string_view attribute(Element element, std::string_view name) {
  return trim(element.attribute(name).value());
}
/// The attribute `code`.
inline std::string_view code_of(Element element) {
  return attribute(element, "code");
}
/// The element's first piece of text, without that of elements in it; trimmed.
std::string_view own_text(Element element);
/// What the attribute `iso-date`, else the element's own text, says.
std::string_view date_text_of(Element element);
/// "1" and "true", "0" and "false"; none for anything else.
std::optional<bool> boolean(Element element, std::string_view name);

/// `value`, unless a field that may be given once has one already: the first counts.
inline void set_first(std::string_view& field, std::string_view value) {
  if (field.empty())
    field = value;
}
inline std::string_view or_default(std::string_view code, std::string_view otherwise) {
  return code.empty() ? otherwise : code;
}

/// How the child elements of one name are read into a record.
template <typename Record> struct ChildReader {
  std::string_view name;
  void (*read)(const ElementReader& reader, Element child, Record& record);
};

/// Reads all children of `element` that `readers` know, in their order in the file.
template <typename Record>
void read_children(const ElementReader& reader, Element element, std::span<const ChildReader<Record>> readers,
                   Record& record) {
  for (const Element child : element.children())
    for (const ChildReader<Record>& known : readers)
      if (xml::is_same_name(known.name, child.name())) {
        known.read(reader, child, record);
        break;
      }
}

} // namespace kept::read::iati
