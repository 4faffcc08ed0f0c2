// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <doctest/doctest.h>

#include <array>

namespace kept {
namespace {

TEST_CASE("trimming takes XML white space only") {
  CHECK(trim(" \t\r\n a b \n") == "a b");
  CHECK(trim(" \n").empty());
  CHECK(trim("").empty());
  CHECK(trim("\xC2\xA0x") == "\xC2\xA0x"); // a no-break space is not XML white space
}

TEST_CASE("upper case is for ASCII letters, other bytes stay") {
  CHECK(upper("xm-dac-41146") == "XM-DAC-41146");
  CHECK(upper("\xC3\xA9z") == "\xC3\xA9Z");
}

TEST_CASE("names fold to the same text whatever their case, width, composition and blanks") {
  CHECK(fold("  Example \n\t Agency ") == "example agency");
  CHECK(fold("ＥＸＡＭＰＬＥ") == "example");
  CHECK(fold("Cafe\xCC\x81") == fold("CAFÉ"));
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("Example\xC2\xA0\xE3\x80\x80"
             "Agency") == "example agency");
  CHECK(fold("예시 기관") == "예시 기관");
  CHECK(fold("").empty());
  CHECK(fold("a\xFF"
             "b") == fold("a\xEF\xBF\xBD"
                          "b"));
}

TEST_CASE("bytes that are not UTF-8 are told and repaired") {
  CHECK(is_utf8("中国"));
  CHECK(is_utf8(""));
  for (const auto* text : {"\xFF", "a\xC3", "\xC0\x80", "\xED\xA0\x80", "\xE4\xB8", "\xF5\x80\x80\x80"}) {
    CHECK_FALSE(is_utf8(text));
    CHECK(is_utf8(repair_utf8(text)));
  }
  CHECK(repair_utf8("a\xFF中") == "a\xEF\xBF\xBD中");
  CHECK(repair_utf8("中国") == "中国");
}

TEST_CASE("escaped text is safe as XML text and attribute") {
  CHECK(escape_xml("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  CHECK(escape_xml(std::string_view("a\0b\x1B", 4)) == "a\xEF\xBF\xBD"
                                                       "b\xEF\xBF\xBD");
  CHECK(escape_xml("\xEF\xBF\xBE") == "\xEF\xBF\xBD"); // U+FFFE
  CHECK(escape_xml("中\n\t𝄞") == "中\n\t𝄞");
  CHECK(escape_xml("\xC3") == "\xEF\xBF\xBD");
}

TEST_CASE("splitting keeps empty parts") {
  using Parts = std::vector<std::string_view>;
  CHECK(split("a;;b;", ';') == Parts{"a", "", "b", ""});
  CHECK(split("", ';') == Parts{""});
  CHECK(split("a", ';') == Parts{"a"});
}

TEST_CASE("the nearest candidate is one that a slip explains") {
  constexpr std::array<std::string_view, 4> keys{"receiver", "provider", "by", "to"};
  CHECK(nearest("reciever", keys) == "receiver");
  CHECK(nearest("provder", keys) == "provider");
  CHECK(nearest("bz", keys) == "by");
  CHECK(nearest("nothing like it", keys).empty());
  CHECK(nearest("", keys).empty());
  CHECK(nearest("x", keys).empty());
  CHECK(nearest("receiver", {}).empty());
  constexpr std::array<std::string_view, 2> tied{"abcd", "abce"};
  CHECK(nearest("abcf", tied) == "abcd");
}

TEST_CASE("Chinese and Korean characters take two columns, combining ones none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("中国") == 4);
  CHECK(display_width("한국") == 4);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("\xFF") == 1);
  CHECK(display_width("") == 0);
}

TEST_CASE("thousands are separated before the point only") {
  CHECK(group_thousands("0") == "0");
  CHECK(group_thousands("999") == "999");
  CHECK(group_thousands("1000") == "1,000");
  CHECK(group_thousands("-123456.7890") == "-123,456.7890");
  CHECK(group_thousands("-100") == "-100");
}

TEST_CASE("only three upper-case letters are a currency") {
  CHECK(is_currency_code("USD"));
  CHECK_FALSE(is_currency_code("usd"));
  CHECK_FALSE(is_currency_code("steps"));
  CHECK_FALSE(is_currency_code(""));
}

} // namespace
} // namespace kept
