// SPDX-License-Identifier: Apache-2.0
#include "read/iati/reading.hpp"

#include <doctest/doctest.h>

namespace kept::read::iati {

TEST_CASE("a result gives its indicators with baselines, periods, targets, actuals and dimensions") {
  const auto reading = test::read_activity(
      "<result type='1'>\n<title><narrative>Health</narrative></title>\n"
      "<indicator measure='1' ascending='0'><title><narrative>Women reached</narrative></title>"
      "<reference vocabulary='99' code='W1'/>\n"
      "<baseline year='2020' iso-date='2020-06-30' value='5'><dimension name='sex' "
      "value='female'/></baseline>\n"
      "<period><period-start iso-date='2021-01-01'/><period-end iso-date='2021-12-31'/>\n"
      "<target value='10'/><target value='11'><dimension name='sex' value='female'/></target>\n"
      "<actual value='9'/></period>\n<period/></indicator><indicator measure='5'/></result>\n");
  REQUIRE(reading.activity().results.size() == 1);
  const auto& result = reading.activity().results[0];
  CHECK(result.line == 4);
  CHECK(result.type == "1");
  CHECK(result.title == "Health");
  REQUIRE(result.indicators.size() == 2);
  const auto& indicator = result.indicators[0];
  CHECK(indicator.line == 6);
  CHECK(indicator.measure == "1");
  CHECK(indicator.title == "Women reached");
  CHECK(indicator.reference_vocabulary == "99");
  CHECK(indicator.reference_code == "W1");
  CHECK_FALSE(indicator.ascending);
  CHECK(result.indicators[1].ascending); // the default
  REQUIRE(indicator.baselines.size() == 1);
  CHECK(indicator.baselines[0].line == 7);
  CHECK(indicator.baselines[0].year == "2020");
  CHECK(indicator.baselines[0].date->to_string() == "2020-06-30");
  CHECK(indicator.baselines[0].value == "5");
  REQUIRE(indicator.baselines[0].dimensions.size() == 1);
  CHECK(indicator.baselines[0].dimensions[0].name == "sex");
  CHECK(indicator.baselines[0].dimensions[0].value == "female");
  REQUIRE(indicator.periods.size() == 2);
  CHECK(indicator.periods[0].line == 8);
  CHECK(indicator.periods[0].start->to_string() == "2021-01-01");
  CHECK(indicator.periods[0].end->to_string() == "2021-12-31");
  REQUIRE(indicator.periods[0].targets.size() == 2);
  CHECK(indicator.periods[0].targets[1].value == "11");
  CHECK(indicator.periods[0].targets[1].line == 9);
  REQUIRE(indicator.periods[0].actuals.size() == 1);
  CHECK(indicator.periods[0].actuals[0].value == "9");
  CHECK(indicator.periods[0].actuals[0].line == 10);
}

TEST_CASE("a document link gives address, format, title, date and categories") {
  const auto reading = test::read_activity(
      "\n<document-link url='https://example.org/a.pdf' "
      "format='application/pdf'><title><narrative>Plan</narrative>"
      "</title><category code='A01'/><category code='A02'/><category/><document-date iso-date='2024-01-02'/>"
      "</document-link>\n");
  REQUIRE(reading.activity().documents.size() == 1);
  const auto& link = reading.activity().documents[0];
  CHECK(link.line == 5);
  CHECK(link.url == "https://example.org/a.pdf");
  CHECK(link.format == "application/pdf");
  CHECK(link.title == "Plan");
  CHECK(link.date == "2024-01-02");
  CHECK(link.categories == std::vector<std::string_view>{"A01", "A02"});
}

} // namespace kept::read::iati
