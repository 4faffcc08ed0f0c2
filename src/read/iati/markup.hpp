// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace kept::read::iati {

/// A piece of markup of an XML text, found without building a tree.
struct Markup {
  enum class Kind {
    start_tag,
    empty_tag, ///< <a/>
    end_tag,
    comment,
    cdata,
    instruction, ///< <?…?>, the XML declaration too
    doctype,
    incomplete, ///< the text ends before it does
    malformed,
  };
  Kind kind = Kind::incomplete;
  std::size_t end = 0;   ///< of the byte behind it
  std::string_view name; ///< of tags, with its prefix
};

/// The markup that begins at `at`, where text[at] is '<'. An attribute's value may contain '>', a document
/// type declaration quoted text, comments and an internal subset; nothing is expanded.
Markup scan_markup(std::string_view text, std::size_t at);

/// Where an iati-activity ends.
struct ActivityEnd {
  enum class Kind {
    closed,    ///< by its end tag; `end` is the position behind that
    unclosed,  ///< another activity begins, or the root ends, at `end`
    incomplete ///< the text ends before the activity does
  };
  Kind kind = Kind::incomplete;
  std::size_t end = 0;
};

/// Looks for the end of an iati-activity whose content begins at `at`. Comments, CDATA sections and
/// processing instructions are passed over.
ActivityEnd find_activity_end(std::string_view text, std::size_t at);

/// Where the root element begins: behind white space, comments, processing instructions and the document
/// type.
struct RootStart {
  enum class Kind { found, incomplete, not_xml };
  Kind kind = Kind::incomplete;
  std::size_t at = 0; ///< of its '<', or of what is no XML
  Markup tag;
};
RootStart find_root(std::string_view text);

} // namespace kept::read::iati
