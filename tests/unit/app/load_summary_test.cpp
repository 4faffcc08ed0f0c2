// SPDX-License-Identifier: Apache-2.0
#include "app/load_summary.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kept;

namespace {

load::Summary sample() {
  load::Summary summary;
  load::SourceSummary source;
  source.source.name = "example.xml";
  source.source.size = 2'500'000;
  source.outcome = load::Outcome::loaded;
  source.activities = 1234;
  source.transactions = 5;
  source.findings = 2;
  summary.sources.push_back(source);
  source.source.name = "same.xml";
  source.outcome = load::Outcome::unchanged;
  summary.sources.push_back(source);
  summary.passed_over = {{"notes.txt", "no known kind"}};
  summary.findings = {{"no-rate", "warning", "ALL", 3, Decimal::parse("1234.5000").value()},
                      {"missing-identifier", "warning", "", 1, std::nullopt}};
  return summary;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the summary of a load names sources, files passed over, findings with their money, and the pace") {
  const std::string out = app::load_summary_as_table(sample(), 0.5, {});
  for (const char* part : {"example.xml", "1,234", "notes.txt", "no known kind", "no-rate", "ALL 1,234.50"})
    CHECK_MESSAGE(holds(out, part), part);
  CHECK(holds(out, "2 sources in 0.50 s, 2.5 MB read, 5.0 MB/s\n")); // the unchanged one was not read
}

TEST_CASE("the summary of a load in JSON keeps amounts exact") {
  const std::string out = app::load_summary_as_json(sample(), 0.5);
  CHECK(holds(out, "\"amount\": 1234.5,"));
  CHECK(holds(out, "\"bytes\": 2500000,"));
  CHECK(holds(out, "\"seconds\": 0.500"));
  CHECK(holds(out, "\"currency\": null"));
}

TEST_CASE("the summary of an empty load is one line") {
  CHECK(app::load_summary_as_table({}, 0.01, {}) == "0 sources in 0.01 s\n");
}
