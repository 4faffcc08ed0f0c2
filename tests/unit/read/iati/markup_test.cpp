// SPDX-License-Identifier: Apache-2.0
#include "read/iati/markup.hpp"

#include <doctest/doctest.h>

namespace kept::read::iati {
namespace {

using Kind = Markup::Kind;

struct Case {
  std::string_view text;
  Kind kind;
};

} // namespace

TEST_CASE("markup ends where XML says, whatever it quotes") {
  for (const Case& one :
       {Case{"<a b='>' c=\"/>\">x", Kind::start_tag}, Case{"<a/>x", Kind::empty_tag},
        Case{"</a >x", Kind::end_tag}, Case{"<!-- <a> -- > --->x", Kind::comment},
        Case{"<![CDATA[ ]] > <a> ]]]>x", Kind::cdata}, Case{"<?x <a> ?>x", Kind::instruction},
        Case{"<!DOCTYPE a [<!ENTITY b \"]>\"><!-- ' ]> --><?c ]> ?>]>x", Kind::doctype},
        Case{"<!DOCTYPE a SYSTEM '>'>x", Kind::doctype}}) {
    CAPTURE(one.text);
    const auto markup = scan_markup(one.text, 0);
    CHECK(markup.kind == one.kind);
    CHECK(markup.end == one.text.size() - 1); // each is followed by one byte
  }
}

TEST_CASE("markup that the text breaks off is incomplete at every cut") {
  for (const std::string_view whole :
       {"<abc d='>'>", "</abc>", "<!-- - -->", "<![CDATA[x]]>", "<?x y?>", "<!DOCTYPE a [<!ENTITY b 'c'>]>"})
    for (std::size_t length = 1; length < whole.size(); ++length) {
      CAPTURE(whole.substr(0, length));
      CHECK(scan_markup(whole.substr(0, length), 0).kind == Kind::incomplete);
    }
}

TEST_CASE("a less-than sign that begins nothing is malformed") {
  CHECK(scan_markup("< 5", 0).kind == Kind::malformed);
  CHECK(scan_markup("<!ELEMENT a>", 0).kind == Kind::malformed);
  CHECK(scan_markup("<a <b>", 0).kind == Kind::malformed);
}

TEST_CASE("the end of an activity is not looked for in comments, CDATA and instructions") {
  const std::string_view text =
      "<x/><!-- </iati-activity> --><![CDATA[</iati-activity>]]><?y </iati-activity>?>"
      "</iati-activity-note></iati-activity\n>rest";
  const auto found = find_activity_end(text, 0);
  CHECK(found.kind == ActivityEnd::Kind::closed);
  CHECK(text.substr(found.end) == "rest");
}

TEST_CASE("an activity without end stops before the next one or the end of the root") {
  const std::string_view next = "<x></x> <iati-activity><y/></iati-activity>";
  CHECK(find_activity_end(next, 0).kind == ActivityEnd::Kind::unclosed);
  CHECK(find_activity_end(next, 0).end == next.find("<iati"));
  const std::string_view last = "<x></x> </iati-activities>";
  CHECK(find_activity_end(last, 0).kind == ActivityEnd::Kind::unclosed);
  CHECK(find_activity_end(last, 0).end == last.find("</iati"));
  CHECK(find_activity_end("<x></x> <!-- </iati-activity>", 0).kind == ActivityEnd::Kind::incomplete);
  CHECK(find_activity_end("<x></x> </iati-activit", 0).kind == ActivityEnd::Kind::incomplete);
}

TEST_CASE("the root stands behind declaration, comments and document type") {
  const std::string_view text =
      " \n<?xml version='1.0'?><!-- <iati-organisations> --><!DOCTYPE a [<!ENTITY b '<c>'>]>\n"
      "<iati-activities version='2.03'>";
  const auto root = find_root(text);
  CHECK(root.kind == RootStart::Kind::found);
  CHECK(root.tag.name == "iati-activities");
  CHECK(root.at == text.rfind('<'));
  CHECK(find_root("{\"a\": 1}").kind == RootStart::Kind::not_xml);
  CHECK(find_root("<!-- nothing else -->").kind == RootStart::Kind::incomplete);
}

} // namespace kept::read::iati
