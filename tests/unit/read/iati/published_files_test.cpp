// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "read/iati/reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>

// The files of real publishers, where they lie beside the checkout.

namespace kept::read::iati {
namespace {

struct Published {
  std::string_view file;
  std::size_t activities, transactions;
};
constexpr Published k_published[] = {
    {"data/iati/adb-armenia.xml", 43, 6444},        {"data/iati/covid-2021-many-publishers.xml", 401, 1033},
    {"data/iati/unhcr-2023.xml", 134, 2678},        {"data/iati/usaid-bolivia.xml", 63, 304},
    {"data/iati/who-argentina-2025.xml", 157, 871}, {"data/iati/worldbank-679.xml", 5, 400},
    {"data/iati-v1/dfid-589.xml", 63, 171},         {"data/iati-v1/unitedstates-tz.xml", 263, 263}};

/// The lines in which start tags of `name` stand, found without the reader.
std::vector<std::uint32_t> lines_of(std::string_view text, std::string_view name) {
  const std::string start = std::string("<").append(name);
  std::vector<std::uint32_t> lines;
  std::uint32_t line = 1;
  std::size_t counted = 0;
  for (std::size_t at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) {
    if (std::string_view(" \t\r\n/>").find(text[at + start.size()]) == std::string_view::npos)
      continue;
    line += static_cast<std::uint32_t>(std::count(text.begin() + counted, text.begin() + at, '\n'));
    counted = at;
    lines.push_back(line);
  }
  return lines;
}

template <typename Records> std::vector<std::uint32_t> lines(const Records& records) {
  std::vector<std::uint32_t> result;
  for (const auto* record : records)
    result.push_back(record->line);
  return result;
}

} // namespace

TEST_CASE("every activity and transaction of published files is read, each with its exact line") {
  if (!test::has_shared())
    return;
  for (const Published& one : k_published) {
    CAPTURE(one.file);
    const auto path = test::shared(one.file);
    const auto reading = test::read_file(path);
    CHECK(reading.activities().size() == one.activities);
    CHECK(reading.transactions().size() == one.transactions);
    const std::string text = kept::read_file(path);
    CHECK(lines(reading.activities()) == lines_of(text, "iati-activity"));
    CHECK(lines(reading.transactions()) == lines_of(text, "transaction"));
    CHECK(test::digest(test::read_file(path, 2)) == test::digest(reading));
  }
}

TEST_CASE("budgets, results, locations and documents of published files are read, each with its exact line") {
  if (!test::has_shared())
    return;
  for (const Published& one : k_published) {
    CAPTURE(one.file);
    const auto reading = test::read_file(test::shared(one.file));
    const std::string text = kept::read_file(test::shared(one.file));
    std::vector<std::uint32_t> budgets, results, indicators, periods, locations, markers;
    for (const facts::Activity* activity : reading.activities()) {
      for (const auto& budget : activity->budgets)
        budgets.push_back(budget.line);
      for (const auto& location : activity->locations)
        locations.push_back(location.line);
      for (const auto& marker : activity->policy_markers)
        markers.push_back(marker.line);
      for (const auto& result : activity->results) {
        results.push_back(result.line);
        for (const auto& indicator : result.indicators) {
          indicators.push_back(indicator.line);
          for (const auto& period : indicator.periods)
            periods.push_back(period.line);
        }
      }
    }
    CHECK(budgets == lines_of(text, "budget"));
    CHECK(results == lines_of(text, "result"));
    CHECK(indicators == lines_of(text, "indicator"));
    CHECK(periods == lines_of(text, "period"));
    CHECK(markers == lines_of(text, "policy-marker"));
    CHECK(locations.size() <=
          lines_of(text, "location").size()); // results refer to locations by the same name
  }
}

TEST_CASE("shares of published files stand in the lines of their elements, at both levels") {
  if (!test::has_shared())
    return;
  for (const Published& one : k_published) {
    CAPTURE(one.file);
    const auto reading = test::read_file(test::shared(one.file));
    const std::string text = kept::read_file(test::shared(one.file));
    std::vector<std::uint32_t> sectors, countries;
    const auto add = [](std::vector<std::uint32_t>& to, const std::vector<facts::Share>& shares) {
      for (const facts::Share& share : shares)
        to.push_back(share.line);
    };
    for (const facts::Activity* activity : reading.activities()) {
      add(sectors, activity->sectors);
      add(countries, activity->recipient_countries);
      for (const facts::Transaction& transaction : activity->transactions) {
        add(sectors, transaction.sectors);
        add(countries, transaction.recipient_countries);
      }
    }
    std::sort(sectors.begin(), sectors.end());
    std::sort(countries.begin(), countries.end());
    CHECK(sectors == lines_of(text, "sector"));
    CHECK(countries == lines_of(text, "recipient-country"));
  }
}

TEST_CASE("a file of many publishers names them all, and tells the records that it cannot read") {
  if (!test::has_shared())
    return;
  const auto reading = test::read_file(test::shared("data/iati/covid-2021-many-publishers.xml"));
  CHECK(reading.source.publishers.size() == 18);
  CHECK(reading.source.version == "2.03");
  CHECK(reading.count("bad-date") == 21);
  CHECK(reading.count("damaged-activity") == 0);
}

TEST_CASE("the narratives of a published file keep their languages") {
  if (!test::has_shared())
    return;
  const auto reading = test::read_file(test::shared("data/iati/unhcr-2023.xml"));
  bool arabic = false, chinese = false, russian = false;
  for (const facts::Activity* activity : reading.activities())
    for (const facts::Narrative& title : activity->titles) {
      arabic |= title.language == "ar";
      chinese |= title.language == "zh";
      russian |= title.language == "ru";
    }
  CHECK(arabic);
  CHECK(chinese);
  CHECK(russian);
}

TEST_CASE("version 1 codes of published files are all mapped (RULES.md 2)") {
  if (!test::has_shared())
    return;
  for (const std::string_view file : {"data/iati-v1/dfid-589.xml", "data/iati-v1/unitedstates-tz.xml"}) {
    const auto reading = test::read_file(test::shared(file));
    CHECK(reading.source.version.starts_with("1."));
    CHECK(reading.count("unknown-transaction-type") == 0);
    for (const facts::Activity* activity : reading.activities())
      for (const auto& organisation : activity->participating_orgs)
        CHECK(organisation.role.size() == 1);
  }
}

} // namespace kept::read::iati
