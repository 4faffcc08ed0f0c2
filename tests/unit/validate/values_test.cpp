// SPDX-License-Identifier: Apache-2.0
#include "validate/simple_types.hpp"
#include "validate/uri.hpp"

#include <doctest/doctest.h>

namespace kept::validate {
TEST_CASE("values of the simple types are those of XML Schema") {
  for (const char* good : {"2020-01-01", "2020-02-29", " 2020-01-01 ", "2020-01-01Z", "2020-01-01+14:00",
                           "-0044-03-15", "12020-01-01"})
    CHECK_MESSAGE(is_valid(SimpleType::date, good), good);
  for (const char* bad : {"", "2020-1-1", "2019-02-29", "0000-01-01", "2020-13-01", "2020-01-01T00:00:00",
                          "2020-01-01+14:01", "02020-01-01", "01/02/2020"})
    CHECK_FALSE_MESSAGE(is_valid(SimpleType::date, bad), bad);
  for (const char* good : {"2020-01-01T00:00:00", "2020-01-01T24:00:00", "2020-01-01T23:59:59.999Z"})
    CHECK_MESSAGE(is_valid(SimpleType::date_time, good), good);
  for (const char* bad : {"2020-01-01", "2020-01-01 00:00:00", "2020-01-01T24:00:01", "2020-01-01T00:60:00",
                          "2020-01-01T00:00:00."})
    CHECK_FALSE_MESSAGE(is_valid(SimpleType::date_time, bad), bad);
  for (const char* good : {"1", "-1", "+1.5", ".5", "5.", "00"})
    CHECK_MESSAGE(is_valid(SimpleType::decimal, good), good);
  for (const char* bad : {"", "1e3", "1,000", "abc", ".", "INF", "- 1"})
    CHECK_FALSE_MESSAGE(is_valid(SimpleType::decimal, bad), bad);
  CHECK(is_valid(SimpleType::boolean, "1"));
  CHECK_FALSE(is_valid(SimpleType::boolean, "True"));
  CHECK(is_valid(SimpleType::integer, "-2147483648"));
  CHECK_FALSE(is_valid(SimpleType::integer, "2147483648"));
  CHECK(is_valid(SimpleType::non_negative_integer, "-0"));
  CHECK_FALSE(is_valid(SimpleType::positive_integer, "0"));
  CHECK(is_valid(SimpleType::language, "zh-Hans"));
  CHECK(is_valid(SimpleType::language, ""));
  CHECK_FALSE(is_valid(SimpleType::language, "en_GB"));
  CHECK(is_valid(SimpleType::string, "anything"));
}

TEST_CASE("addresses are references of RFC 3986, what must be escaped taken as if it were") {
  for (const char* good : {"", "https://example.org/a%20b?c=d#e", "a b", "http://[::1]:80/",
                           "mailto:x@example.org", "../a", "http://example.org/é", "#a"})
    CHECK_MESSAGE(is_uri_reference(good), good);
  for (const char* bad : {"a%zz", "http://example.org:port/", ":a", "a#b#c", "http://exa[mple"})
    CHECK_FALSE_MESSAGE(is_uri_reference(bad), bad);
}

} // namespace kept::validate
