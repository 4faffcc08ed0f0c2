// SPDX-License-Identifier: Apache-2.0
#include "publish/text_table.hpp"

#include "base/text.hpp"

#include <doctest/doctest.h>

using namespace kept::publish;

TEST_CASE("columns align, numbers to the right, without blanks at the ends of lines") {
  TextTable table({{"Name"}, {"Amount", Align::right}});
  table.add_row({"a", "1,000.00"});
  table.add_row({"long name", "2.00"});
  CHECK(table.render({}) == "Name         Amount\n"
                            "─────────  ────────\n"
                            "a          1,000.00\n"
                            "long name      2.00\n");
}

TEST_CASE("Chinese and Korean cells take two columns for each character") {
  TextTable table({{"Name"}, {"x"}});
  table.add_row({"妇女", "1"});
  table.add_row({"여성들", "2"});
  CHECK(table.render({}) == "Name    x\n"
                            "──────  ─\n"
                            "妇女    1\n"
                            "여성들  2\n");
}

TEST_CASE("nothing is cut off where there is no terminal") {
  TextTable table({{"Text", Align::left, Fit::clip}});
  table.add_row({Cell(std::string(300, 'x'))});
  CHECK(table.render({}).find(std::string(300, 'x')) != std::string::npos);
}

TEST_CASE("on a terminal text is clipped or wrapped to the width, numbers never") {
  TextTable table({{"Text", Align::left, Fit::clip}, {"Words", Align::left, Fit::wrap}, {"N", Align::right}});
  table.add_row({"a text that is far too long", "several words to wrap", "123,456,789.00"});
  const std::string out = table.render({40, false});
  for (const std::string_view line : kept::split(out, '\n'))
    CHECK(kept::display_width(line) <= 40);
  CHECK(out.find("…") != std::string::npos);
  CHECK(out.find("123,456,789.00") != std::string::npos);
  for (const char* word : {"several", "words", "wrap"})
    CHECK(out.find(word) != std::string::npos);
}

TEST_CASE("a cell with line ends takes several lines of its row") {
  TextTable table({{"A"}, {"B", Align::right}});
  table.add_row({"one", "1\n(2)"});
  CHECK(table.render({}) == "A      B\n"
                            "───  ───\n"
                            "one    1\n"
                            "     (2)\n");
}

TEST_CASE("escape sequences are written only when colour is wanted, and pad nothing") {
  TextTable table({{"A"}, {"B"}});
  table.add_row({Cell("kept", Tint::green), "x"});
  CHECK(table.render({}).find('\x1b') == std::string::npos);
  CHECK(table.render({0, true}).find("\x1b[32mkept\x1b[0m  x\n") != std::string::npos);
}

TEST_CASE("sections stand apart and notes wrap below their row") {
  TextTable table({{"A"}, {"B"}});
  table.add_section("First");
  table.add_row({"1", "2"});
  table.add_note("a note of some words that needs two lines");
  table.add_section("Second");
  CHECK(table.render({28, false}) == "A  B\n"
                                     "─  ─\n"
                                     "First\n"
                                     "1  2\n"
                                     "    a note of some words\n"
                                     "    that needs two lines\n"
                                     "\n"
                                     "Second\n");
}

TEST_CASE("a column that is shown only if filled goes where no row fills it") {
  TextTable table({{"A"}, {"B", Align::left, Fit::whole, 0, true}, {"C", Align::left, Fit::whole, 0, true}});
  table.add_section("Section");
  table.add_row({"1", "", "x"});
  table.add_row({"2", "", ""});
  CHECK(table.render({}) == "A  C\n─  ─\nSection\n1  x\n2\n");
}

TEST_CASE("a terminal narrower than any table still gets one") {
  TextTable table({{"Text", Align::left, Fit::wrap}, {"More", Align::left, Fit::clip}});
  table.add_row({"some words", "some more words"});
  table.add_note("note");
  CHECK_FALSE(table.render({1, false}).empty());
}
