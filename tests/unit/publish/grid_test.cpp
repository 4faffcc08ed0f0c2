// SPDX-License-Identifier: Apache-2.0
#include "publish/grid.hpp"

#include "publish/json_writer.hpp"
#include "publish/markdown.hpp"

#include <doctest/doctest.h>

using namespace kept::publish;

namespace {

Grid sample() {
  Grid grid;
  grid.columns = {{"name", Grid::Kind::text}, {"usd", Grid::Kind::number}, {"counted", Grid::Kind::boolean}};
  grid.rows = {{"plain", "123456789012345678901234.5600", "true"},
               {"a \"quoted\", text\nover | lines", std::nullopt, "false"},
               {std::nullopt, "-0.5", std::nullopt},
               {"", "1", "true"}};
  return grid;
}

} // namespace

TEST_CASE("CSV follows RFC 4180: quotes where needed, CRLF, nothing for no value, quotes for an empty text") {
  CHECK(render(sample(), Format::csv, {}) == "name,usd,counted\r\n"
                                             "plain,123456789012345678901234.5600,true\r\n"
                                             "\"a \"\"quoted\"\", text\nover | lines\",,false\r\n"
                                             ",-0.5,\r\n"
                                             "\"\",1,true\r\n");
}

TEST_CASE("JSON keeps every digit of a number and tells null from an empty text") {
  CHECK(render(sample(), Format::json, {}) == R"([
  {
    "name": "plain",
    "usd": 123456789012345678901234.5600,
    "counted": true
  },
  {
    "name": "a \"quoted\", text\nover | lines",
    "usd": null,
    "counted": false
  },
  {
    "name": null,
    "usd": -0.5,
    "counted": null
  },
  {
    "name": "",
    "usd": 1,
    "counted": true
  }
]
)");
}

TEST_CASE("Markdown cells cannot break out of their table") {
  CHECK(render(sample(), Format::markdown, {}) == "| name | usd | counted |\n"
                                                  "| --- | ---: | --- |\n"
                                                  "| plain | 123456789012345678901234.5600 | true |\n"
                                                  "| a \"quoted\", text over \\| lines |  | false |\n"
                                                  "|  | -0.5 |  |\n"
                                                  "|  | 1 | true |\n");
}

TEST_CASE("Markdown's own characters are escaped, underscores within a word left alone") {
  CHECK(escape_markdown("iati_identifier") == "iati_identifier");
  CHECK(escape_markdown("_a_ *b* [c](d) <e> `f` #g \\") ==
        "\\_a\\_ \\*b\\* \\[c\\](d) \\<e\\> \\`f\\` \\#g \\\\");
  CHECK(escape_markdown("a\nb") == "a b");
}

TEST_CASE("a table shows no value as a dash and line ends as blanks") {
  const std::string out = render(sample(), Format::table, {});
  CHECK(out.find("a \"quoted\", text over | lines") != std::string::npos);
  CHECK(out.find("–") != std::string::npos);
}

TEST_CASE("an answer without rows is valid in every format") {
  Grid grid;
  grid.columns = {{"name", Grid::Kind::text}};
  CHECK(render(grid, Format::json, {}) == "[]\n");
  CHECK(render(grid, Format::csv, {}) == "name\r\n");
  CHECK(render(grid, Format::markdown, {}) == "| name |\n| --- |\n");
  CHECK(render(grid, Format::table, {}) == "name\n────\n(no rows)\n");
}

TEST_CASE("what is no JSON number becomes text, so that the document stays JSON") {
  for (const char* number : {"0", "-0", "12", "-1.50", "1e5", "1.5E-7", "10"})
    CHECK(is_json_number(number));
  for (const char* other :
       {"", "-", "nan", "inf", "-inf", "01", "1.", ".5", "+1", "1e", "0x1", "1 ", "1,000"})
    CHECK_FALSE(is_json_number(other));
  Grid grid;
  grid.columns = {{"x", Grid::Kind::number}};
  grid.rows = {{"nan"}};
  CHECK(render(grid, Format::json, {}) == "[\n  {\n    \"x\": \"nan\"\n  }\n]\n");
}

TEST_CASE("text that is not UTF-8 is repaired in JSON") {
  Grid grid;
  grid.columns = {{"x", Grid::Kind::text}};
  grid.rows = {{"caf\xE9"}};
  CHECK(render(grid, Format::json, {}).find("caf\xEF\xBF\xBD") != std::string::npos);
}

TEST_CASE("format names are read, unknown ones refused with the nearest") {
  CHECK(parse_format("table") == Format::table);
  CHECK(parse_format("json") == Format::json);
  CHECK(parse_format("csv") == Format::csv);
  CHECK(parse_format("md") == Format::markdown);
  const auto refused = parse_format("jsno");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().why.find("did you mean `json`?") != std::string::npos);
}
