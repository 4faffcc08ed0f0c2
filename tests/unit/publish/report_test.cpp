// SPDX-License-Identifier: Apache-2.0
#include "publish/report.hpp"

#include "base/text.hpp"
#include "publish/sample.hpp"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace kept::publish;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// By position: the comparison of RapidJSON's iterators is ambiguous in C++20.
std::vector<std::string> keys_of(const rapidjson::Value& object) {
  std::vector<std::string> keys;
  for (rapidjson::SizeType i = 0; i < object.MemberCount(); ++i)
    keys.emplace_back((object.MemberBegin() + static_cast<std::ptrdiff_t>(i))->name.GetString());
  return keys;
}

} // namespace

TEST_CASE("the JSON of a report has the published keys in their order") {
  const std::string out = render_report(sample::report(), Format::json, "en", {});
  rapidjson::Document document;
  document.Parse(out.c_str());
  REQUIRE_FALSE(document.HasParseError());
  CHECK(keys_of(document) ==
        std::vector<std::string>{"framework", "as_of", "statements", "title", "illustrative"});
  CHECK(keys_of(document["statements"][1]) ==
        std::vector<std::string>{"id",     "kind",    "measure", "verdict",  "certainty",
                                 "target", "low",     "central", "high",     "unit",
                                 "rank",   "of",      "value",   "year",     "probability",
                                 "why",    "sources", "title",   "expected", "double_counted"});
  CHECK(std::string(document["as_of"].GetString()) == "2026-06-30");
  CHECK_FALSE(document["illustrative"].GetBool());
}

TEST_CASE("amounts in JSON are exact number tokens, absent values null") {
  const std::string out = render_report(sample::report(), Format::json, "en", {});
  CHECK(holds(out, "\"low\": 2775114,\n"));
  CHECK(holds(out, "\"central\": 2775614.5,\n"));
  CHECK(holds(out, "\"high\": 3000000.123456789012345678,\n"));
  CHECK(holds(out, "\"probability\": 0.9375,\n"));
  CHECK(holds(out, "\"certainty\": \"uncertain\""));
  rapidjson::Document document;
  document.Parse(out.c_str());
  const auto& agreement = document["statements"][0];
  for (const char* key : {"certainty", "target", "low", "central", "high", "unit", "rank", "of", "value",
                          "year", "probability", "why", "expected", "double_counted"})
    CHECK(agreement[key].IsNull());
  CHECK(agreement["sources"].IsArray());
}

TEST_CASE("CSV of a report has one line per statement and the keys of the JSON as columns") {
  const std::string out = render_report(sample::report(), Format::csv, "en", {});
  const auto lines = kept::split(out, '\n');
  REQUIRE(lines.size() == 5); // header, three statements, nothing behind the last line end
  CHECK(lines[0] ==
        "id,kind,measure,verdict,certainty,target,low,central,high,unit,rank,of,value,year,probability,"
        "why,sources,title,expected,double_counted,framework,as_of,illustrative\r");
  CHECK(holds(
      out, "\nexample-money,pledge,money,on track,uncertain,10000000,2775114,2775614.5,"
           "3000000.123456789012345678,USD,,,,,,Central is over 90 % of what was expected.,"
           "example.xml; other.xml,Money for the Example Agency,2000000.5,100,example,2026-06-30,false\r\n"));
  CHECK(holds(out, "\nexample-rank,claim,rank,true,certain,10,,,,,8,104,6.2,2023,0.9375,"));
}

TEST_CASE("escape sequences in a title do not reach the terminal") {
  kept::measure::Report report = sample::report();
  report.title = sample::text("Example \x1b[31mframework");
  for (kept::measure::Assessment& statement : report.statements)
    statement.title = sample::text("a \x1b]0;title\x07");
  const std::string out = render_report(report, Format::table, "en", {});
  CHECK(holds(out, "Example  [31mframework (example)"));
  CHECK_FALSE(holds(out, "\x1b"));
  CHECK_FALSE(holds(out, "\x07"));
}

TEST_CASE("the scoreboard shows title, verdict, interval, target and why, within 110 columns") {
  const std::string out = render_report(sample::report(), Format::table, "en", {});
  for (const char* part :
       {"An example (example), as of 2026-06-30", "example-money", "on track", "(uncertain)",
        "USD 2,775,614.50", "(2,775,114.00 – 3,000,000.12)", "USD 10,000,000.00", "8 of 104", "6.2 in 2023",
        "probability 0.94", "\n    Money for the Example Agency\n",
        "Central is over 90 % of what was expected.",
        "Agreements: 1 true. Pledges: 1 on track. Claims: 1 true."})
    CHECK_MESSAGE(holds(out, part), part);
  for (const std::string_view line : kept::split(out, '\n'))
    CHECK(kept::display_width(line) <= 110);
  CHECK_FALSE(holds(out, "\x1b"));
}

TEST_CASE("verdicts are coloured: green what holds, red what does not, dim what is unknown") {
  kept::measure::Report report = sample::report();
  report.statements[1].certain = true;
  const auto shown = [&](kept::measure::Verdict verdict) {
    report.statements[1].verdict = verdict;
    return render_report(report, Format::table, "en", {120, true});
  };
  CHECK(holds(shown(kept::measure::Verdict::kept), "\x1b[32mkept\x1b[0m"));
  CHECK(holds(shown(kept::measure::Verdict::behind), "\x1b[33mbehind\x1b[0m"));
  CHECK(holds(shown(kept::measure::Verdict::broken), "\x1b[31mbroken\x1b[0m"));
  CHECK(holds(shown(kept::measure::Verdict::no_evidence), "\x1b[2mno evidence\x1b[0m"));
}

TEST_CASE("titles come in the language asked for, else in English") {
  CHECK(holds(render_report(sample::report(), Format::table, "ko", {}), "예시 기관을 위한 자금"));
  CHECK(holds(render_report(sample::report(), Format::json, "zh", {}), "给示例机构的资金"));
  CHECK(holds(render_report(sample::report(), Format::markdown, "ko", {}), "Among the best of ten"));
}

TEST_CASE("illustrative frameworks say so in every format, others in none") {
  for (const Format format : {Format::table, Format::markdown}) {
    CHECK(holds(render_report(sample::report(true), format, "en", {}), "ILLUSTRATIVE: made-up data"));
    CHECK_FALSE(holds(render_report(sample::report(false), format, "en", {}), "ILLUSTRATIVE"));
  }
  CHECK(holds(render_report(sample::report(true), Format::json, "en", {}), "\"illustrative\": true"));
  CHECK(holds(render_report(sample::report(true), Format::csv, "en", {}), ",true\r\n"));
  CHECK(holds(render_report(sample::report(false), Format::csv, "en", {}), ",false\r\n"));
}

TEST_CASE("a pledge without a stated number has an open target") {
  kept::measure::Report report = sample::report();
  report.statements[1].target.reset();
  CHECK(holds(render_report(report, Format::json, "en", {}), "\"target\": null"));
  CHECK(holds(render_report(report, Format::markdown, "en", {}), "| open |"));
}

TEST_CASE("Markdown of a report is one table per kind of statement") {
  const std::string out = render_report(sample::report(), Format::markdown, "en", {});
  for (const char* part :
       {"# An example\n", "## Agreements\n", "## Pledges\n", "## Claims\n", "| `example-rank` |"})
    CHECK_MESSAGE(holds(out, part), part);
}

TEST_CASE("where nothing could have been seen the scoreboard shows no zero, the JSON what was summed") {
  kept::measure::Report report = sample::report();
  kept::measure::Assessment& pledge = report.statements[1];
  pledge.verdict = kept::measure::Verdict::no_evidence;
  pledge.low = pledge.central = pledge.high = 0;
  CHECK_FALSE(holds(render_report(report, Format::table, "en", {}), "USD 0.00"));
  CHECK(holds(render_report(report, Format::json, "en", {}), "\"central\": 0,"));
  pledge.verdict = kept::measure::Verdict::not_started;
  CHECK(holds(render_report(report, Format::table, "en", {}), "USD 0.00"));
}

TEST_CASE("a document that the reason names already is not named twice") {
  kept::measure::Report report = sample::report();
  report.statements[0].why = "Attested by Example Declaration, not computed.";
  report.statements[0].sources = {"Example Declaration"};
  CHECK_FALSE(holds(render_report(report, Format::table, "en", {}), "Sources: Example Declaration"));
}
