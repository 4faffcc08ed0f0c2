// SPDX-License-Identifier: Apache-2.0
#include "read/iati/cutter.hpp"

#include "read/iati/reading.hpp"

#include <doctest/doctest.h>

namespace kept::read::iati {
namespace {

struct Cuts {
  std::vector<std::string> activities;
  std::vector<std::uint32_t> lines;
  std::size_t blocks = 0;
  facts::Source source;
  std::vector<facts::Finding> findings;
};

Cuts cut(std::string_view bytes, CutterLimits limits = {}) {
  const test::ScratchFile file(bytes);
  text::DecodedInput input(file.path());
  Cuts cuts;
  Cutter cutter(input, cuts.source, cuts.findings, limits);
  for (Block block; cutter.next(block);) {
    CHECK(block.sequence == cuts.blocks++);
    CHECK(block.first_ordinal == cuts.activities.size());
    CHECK_FALSE(block.activities.empty());
    for (const Block::ActivityText& one : block.activities) {
      cuts.activities.emplace_back(block.bytes.get() + one.offset, one.size);
      cuts.lines.push_back(one.line);
    }
  }
  return cuts;
}

using Strings = std::vector<std::string>;
using Lines = std::vector<std::uint32_t>;

const std::string k_tricky =
    "<iati-activity a='>' b=\"</x>\">\n<!-- </iati-activity> --><![CDATA[</iati-activity>]]>\r\n"
    "<?p </iati-activity>?></iati-activity>";

} // namespace

TEST_CASE("each activity comes out whole with the line where it begins") {
  const auto cuts =
      cut("<?xml version='1.0'?>\n<iati-activities version='2.03'>\r<iati-activity/>\r\n" + k_tricky +
          "<iati-activity >x</iati-activity>\n\n<iati-activity></iati-activity ></iati-activities>\n");
  CHECK(cuts.activities == Strings{"<iati-activity/>", k_tricky, "<iati-activity >x</iati-activity>",
                                   "<iati-activity></iati-activity >"});
  CHECK(cuts.lines == Lines{3, 4, 6, 8});
  CHECK(cuts.findings.empty());
}

TEST_CASE("the cuts are the same for blocks of any size, in bounded memory") {
  std::string activities;
  Strings expected;
  Lines lines;
  for (std::uint32_t i = 0; i < 200; ++i) {
    expected.push_back("<iati-activity>" + std::string(i * 7 % 300, 'x') + "</iati-activity>");
    activities += expected.back() + "\n<!-- a comment between -->\r\n";
    lines.push_back(2 + 2 * i);
  }
  for (const std::size_t block : {16U, 64U, 333U, 4096U, 1U << 20}) {
    const auto cuts = cut("<iati-activities>\n" + activities + "</iati-activities>", {block, 1 << 20});
    CHECK(cuts.activities == expected);
    CHECK(cuts.lines == lines);
    CHECK(cuts.findings.empty());
    CHECK((cuts.blocks > 1) == (block < 100'000));
  }
}

TEST_CASE("the root element tells version, time of generation and whether the data are made up") {
  const auto cuts = cut("<iati-activities version=' 2.03 ' generated-datetime='2025-01-02T03:04:05Z' "
                        "xmlns:kept='urn:kept' kept:illustrative='true'/>");
  CHECK(cuts.source.version == "2.03");
  CHECK(cuts.source.generated->to_string() == "2025-01-02T03:04:05Z");
  CHECK(cuts.source.illustrative);
  CHECK_FALSE(cut("<iati-activities illustrative='false'/>").source.illustrative);
}

TEST_CASE("a time of generation that cannot be read is a finding (bad-date)") {
  const auto cuts = cut("\n<iati-activities generated-datetime='yesterday'/>");
  REQUIRE(cuts.findings.size() == 1);
  CHECK(cuts.findings[0].rule == "bad-date");
  CHECK(cuts.findings[0].line == 2);
  CHECK(cuts.findings[0].message.find("yesterday") != std::string::npos);
}

TEST_CASE("other children of the root are passed over, with all that is in them") {
  const auto cuts = cut("<iati-activities><x:record a='1'/><x:set><iati-activity/><x:set></x:set></x:set>"
                        "<iati-activity-like/><iati-activity>1</iati-activity></iati-activities>");
  CHECK(cuts.activities == Strings{"<iati-activity>1</iati-activity>"});
  CHECK(cuts.findings.empty());
}

TEST_CASE("an activity that is never closed ends where the next one begins") {
  const auto cuts =
      cut("<iati-activities><iati-activity><x></x>\n<iati-activity>2</iati-activity><iati-activity>3"
          "</iati-activities>");
  CHECK(cuts.activities ==
        Strings{"<iati-activity><x></x>\n", "<iati-activity>2</iati-activity>", "<iati-activity>3"});
  CHECK(cuts.findings.empty()); // whoever parses them tells what is wrong
}

TEST_CASE("a truncated file keeps its whole activities and tells where the unfinished one begins") {
  const std::string whole =
      "<iati-activities>\n<iati-activity>1</iati-activity>\n" + k_tricky + "\n</iati-activities>";
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    const auto cuts = cut(std::string_view(whole).substr(0, length));
    REQUIRE(cuts.findings.size() == 1);
    CHECK(cuts.findings[0].rule == "damaged-file");
    CHECK(cuts.findings[0].severity == facts::Severity::critical);
    const std::size_t first = whole.find("1</iati-activity>") + 17, second = whole.find(k_tricky);
    CHECK(cuts.activities.size() == (length >= first) + (length >= second + k_tricky.size()));
    if (length > second + 20 && length < second + k_tricky.size())
      CHECK(cuts.findings[0].line == 3);
  }
}

TEST_CASE("a file that is no activity file is one critical finding (damaged-file)") {
  for (const std::string_view bytes :
       {std::string_view(""), std::string_view(" \n"), std::string_view("{\"a\": 1}"),
        std::string_view("<!DOCTYPE html><html></html>"), std::string_view("<iati-organisations/>"),
        std::string_view("PK\3\4\0\0", 6),
        std::string_view("<?xml version='1.0' encoding='x-made-up'?><iati-activities/>")}) {
    CAPTURE(bytes);
    const auto cuts = cut(bytes);
    CHECK(cuts.activities.empty());
    REQUIRE(cuts.findings.size() == 1);
    CHECK(cuts.findings[0].rule == "damaged-file");
    CHECK(cuts.findings[0].severity == facts::Severity::critical);
  }
}

TEST_CASE("messages show the text of a file cut short and in UTF-8, whatever it is") {
  const auto cuts = cut(std::string("<\xFF").append(100'000, 'x').append("/>"));
  REQUIRE(cuts.findings.size() == 1);
  CHECK(cuts.findings[0].message.size() < 200);
  CHECK(cuts.findings[0].message.find("\xEF\xBF\xBDxxx") != std::string::npos);
}

TEST_CASE("what follows the root element is told, not read") {
  CHECK(cut("<iati-activities></iati-activities>\n<!-- bye --><?x?>\n").findings.empty());
  const auto cuts =
      cut("<iati-activities></iati-activities>\n<iati-activities><iati-activity/></iati-activities>");
  CHECK(cuts.activities.empty());
  REQUIRE(cuts.findings.size() == 1);
  CHECK(cuts.findings[0].line == 2);
}

TEST_CASE("stray markup between activities is told, and no activity is lost by it") {
  const auto cuts = cut("<iati-activities>\n</x>< 5<iati-activity/>\n</iati-activities>");
  CHECK(cuts.activities == Strings{"<iati-activity/>"});
  REQUIRE(cuts.findings.size() == 1);
  CHECK(cuts.findings[0].rule == "damaged-file");
  CHECK(cuts.findings[0].line == 2);
}

TEST_CASE("an activity over the limit ends the reading with a finding, not with the memory") {
  const auto cuts = cut("<iati-activities><iati-activity/>\n<iati-activity>" + std::string(100'000, 'x') +
                            "</iati-activity></iati-activities>",
                        {256, 4096});
  CHECK(cuts.activities == Strings{"<iati-activity/>"});
  REQUIRE(cuts.findings.size() == 1);
  CHECK(cuts.findings[0].rule == "damaged-file");
  CHECK(cuts.findings[0].line == 2);
}

} // namespace kept::read::iati
