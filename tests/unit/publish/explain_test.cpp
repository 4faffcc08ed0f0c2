// SPDX-License-Identifier: Apache-2.0
#include "publish/explain.hpp"

#include "base/text.hpp"
#include "publish/sample.hpp"
#include "publish/trail.hpp"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <string>

using namespace kept::publish;
using kept::measure::Role;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string explained(Format format, std::size_t limit = 0, bool illustrative = false) {
  kept::ledger::Framework framework = sample::framework();
  framework.illustrative = illustrative;
  const kept::measure::Assessment assessment = sample::pledge();
  return render_explanation({framework, assessment, sample::day("2026-06-30"), "en", limit}, format, {});
}

} // namespace

TEST_CASE("a trail is read from what counts to what does not, the excluded by reason with their totals") {
  const auto trail = sample::pledge().trail;
  const auto groups = group_trail(trail);
  REQUIRE(groups.size() == 5);
  CHECK(groups[0].role == Role::confirmed);
  CHECK(groups[1].role == Role::reported);
  CHECK(groups[2].role == Role::merged);
  CHECK(groups[3].reason == "outside the window"); // two facts before one
  CHECK(groups[3].entries.size() == 2);
  CHECK(groups[3].amount == 15);
  CHECK(groups[4].reason == "no date");
  CHECK(groups[4].without_amount == 1);
}

TEST_CASE("facts excluded by one kind of reason are one group, whichever record's reason it is") {
  auto trail = sample::pledge().trail;
  for (std::size_t i = 0; i < trail.size(); ++i)
    if (trail[i].reason == "outside the window")
      trail[i].reason += ", by example.xml:" + std::to_string(i);
  const auto groups = group_trail(trail);
  REQUIRE(groups.size() == 5);
  CHECK(groups[3].reason == "outside the window");
  CHECK(groups[3].entries.size() == 2);
}

TEST_CASE("the explanation says who promised what to whom, by when, and where that is stated") {
  const std::string out = explained(Format::table);
  for (const char* part :
       {"Example Ministry", "Example Agency", "payments count; additional to the mean of the 3 years before",
        "USD 10,000,000.00", "2025-10-13 to 2030-10-12", "example-agreement: A memorandum",
        "Example Declaration", "ledger.yaml:12:5", "on track (uncertain)", "USD 2,000,000.50", "USD 100.00"})
    CHECK_MESSAGE(holds(out, part), part);
}

TEST_CASE("the trail leads to source and line, identifier and transaction, with the reason") {
  const std::string out = explained(Format::table);
  for (const char* part :
       {"example.xml:10 · XX-EXAMPLE-1 · abc-10",
        "example.xml:11 · XX-EXAMPLE-1 · abc-11 · counted as example.xml:10", "USD 2775114", "2,775,114.00",
        "excluded: outside the window", "excluded: no date"})
    CHECK_MESSAGE(holds(out, part), part);
  for (const std::string_view line : kept::split(out, '\n'))
    CHECK(kept::display_width(line) <= 110);
}

TEST_CASE("a limit shows the first facts to count and says how many were left out") {
  const std::string out = explained(Format::table, 2);
  CHECK(holds(out, "example.xml:10"));
  CHECK(holds(out, "example.xml:20"));
  CHECK_FALSE(holds(out, "example.xml:40"));
  CHECK(holds(out, "4 of 6 facts left out; --limit 0 shows all"));
  CHECK_FALSE(holds(explained(Format::table, 6), "left out"));
  CHECK(holds(explained(Format::markdown, 2), "4 of 6 facts left out"));
}

TEST_CASE("the JSON of an explanation holds statement, sums and trail with exact numbers") {
  const std::string out = explained(Format::json);
  rapidjson::Document document;
  document.Parse(out.c_str());
  REQUIRE_FALSE(document.HasParseError());
  CHECK(std::string(document["statement"]["id"].GetString()) == "example-money");
  CHECK(std::string(document["stated"]["to"].GetString()) == "Example Agency");
  REQUIRE(document["trail"].Size() == 6);
  CHECK(std::string(document["trail"][0]["role"].GetString()) == "confirmed");
  CHECK(document["trail"][0]["line"].GetInt() == 10);
  CHECK(document["trail"][0]["rate"].IsNull());
  CHECK(document["trail_size"].GetInt() == 6);
  CHECK(holds(out, "\"amount\": 500.5,"));
  CHECK(document["sums"].Size() == 5);
}

TEST_CASE("the CSV of an explanation is its trail, a fact per line") {
  const std::string out = explained(Format::csv);
  CHECK(kept::split(out, '\n').size() == 8);
  CHECK(holds(out, "example-money,merged,2026-02-03,example.xml,11,XX-EXAMPLE-1,abc-11,"
                   "incoming funds from Example Agency,100,USD,,,100,USD,example.xml:10,false\r\n"));
}

TEST_CASE("illustrative explanations say so in every format") {
  CHECK(holds(explained(Format::table, 0, true), "ILLUSTRATIVE: made-up data"));
  CHECK(holds(explained(Format::markdown, 0, true), "ILLUSTRATIVE: made-up data"));
  CHECK(holds(explained(Format::json, 0, true), "\"illustrative\": true"));
  CHECK(holds(explained(Format::csv, 0, true), ",true\r\n"));
}

TEST_CASE("a statement without a trail is explained by its document") {
  const kept::ledger::Framework framework = sample::framework();
  const kept::measure::Assessment assessment = sample::agreement();
  const std::string out =
      render_explanation({framework, assessment, sample::day("2026-06-30"), "en", 0}, Format::table, {});
  CHECK(holds(out, "Example Ministry, Example Agency"));
  CHECK(holds(out, "2025-10"));
  CHECK(holds(out, "Example Declaration, Example Press, published 2026-01"));
  CHECK_FALSE(holds(out, "Trail"));
}

TEST_CASE("a document alone is shown as the trail, without sums of nothing") {
  const kept::ledger::Framework framework = sample::framework();
  kept::measure::Assessment assessment = sample::agreement();
  assessment.trail = {sample::fact(Role::confirmed, 7, "")};
  for (const Format format : {Format::table, Format::markdown}) {
    const std::string out =
        render_explanation({framework, assessment, sample::day("2026-06-30"), "en", 0}, format, {});
    CHECK(holds(out, "example.xml:7"));
    CHECK_FALSE(holds(out, "How the number came about"));
  }
}
