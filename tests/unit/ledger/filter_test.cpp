// SPDX-License-Identifier: Apache-2.0
#include "ledger/scratch_ledger.hpp"

// Guards docs/formats/ledger.md, "Filters", and LEDGER.md: unknown keys and empty filters are errors.

namespace kept::ledger::test {
namespace {

using Texts = std::vector<std::string>;

/// Of a pledge whose filter begins in line 3, column 12.
std::string spend_pledge(const std::string& filter) {
  return "pledges:\n - {id: p, agreement: pact, by: giver, window: {from: 2025-01-01}, measure: spend, "
         "target: open,\n"
         "   filter: " +
         filter + "}\n";
}

Lines problems_of_filter(const std::string& filter) {
  return problems_of_statements(spend_pledge(filter));
}

TEST_CASE("every key of a filter takes one value or a list") {
  const Filter filter =
      framework_of_statements(
          spend_pledge("{provider: giver, receiver: [taker], reporting_org: [giver, taker], "
                       "countries: [XA, XAA], regions: 998, group: example-group, "
                       "sectors: [12220, '130'], gender_marker: [1, 2], "
                       "rmnch_marker: unscreened, statuses: [implementation, 4], "
                       "activities: XX-1-A, tags: [t]}"))
          .pledges.at(0)
          .filter;
  CHECK(filter.provider == Texts{"giver"});
  CHECK(filter.receiver == Texts{"taker"});
  CHECK(filter.reporting_org == Texts{"giver", "taker"});
  CHECK(filter.countries == Texts{"XA", "XAA"});
  CHECK(filter.regions == Texts{"998"});
  CHECK(filter.group == "example-group");
  CHECK(filter.sectors == Texts{"12220", "130"});
  CHECK(filter.gender_marker == Texts{"1", "2"});
  CHECK(filter.rmnch_marker == Texts{"unscreened"});
  CHECK(filter.statuses == Texts{"2", "4"});
  CHECK(filter.activities == Texts{"XX-1-A"});
  CHECK(filter.tags == Texts{"t"});
}

TEST_CASE("an unknown key is told with the one that was meant") {
  CHECK(problems_of_filter("{reciever: taker}") ==
        Lines{"3:13: unknown key `reciever` in filter; did you mean `receiver`?"});
}

TEST_CASE("empty filters are errors at every level") {
  CHECK(problems_of_filter("{}") ==
        Lines{"3:12: `filter` is empty and would count everything; name what counts"});
  CHECK(problems_of_filter("") == Lines{"3:4: `filter` has no value"});
  CHECK(problems_of_filter("{sectors: []}") ==
        Lines{"3:22: `sectors` is an empty list; leave it out or name something"});
  CHECK(problems_of_filter("{sectors: }") == Lines{"3:13: `sectors` has no value"});
  CHECK(problems_of_filter("{sectors: {}}") ==
        Lines{"3:22: `sectors` must be a list or a single value, not a map"});
  CHECK(problems_of_filter("{sectors: [[120]]}") ==
        Lines{"3:23: `sectors` must list single values, not a list"});
}

TEST_CASE("codes that cannot be codes are told") {
  CHECK(problems_of_filter("{countries: [XA, Xland]}") ==
        Lines{"3:29: `Xland` in `countries` is not a country code of two or three capitals (ISO 3166-1)"});
  CHECK(problems_of_filter("{regions: Africa}") ==
        Lines{"3:22: `Africa` in `regions` is not a region code of the DAC such as 298"});
  CHECK(problems_of_filter("{sectors: [health, 122201]}") ==
        Lines{"3:23: `health` in `sectors` is not a sector code of the DAC, or its beginning, such as 12220 "
              "or 122",
              "3:31: `122201` in `sectors` is not a sector code of the DAC, or its beginning, such as 12220 "
              "or 122"});
}

TEST_CASE("unknown markers and statuses are told with what was meant") {
  CHECK(problems_of_filter("{gender_marker: 5}") ==
        Lines{"3:28: unknown gender_marker `5`; it is one of `0`, `1`, `2`, `3`, `4`, `unscreened`"});
  CHECK(problems_of_filter("{rmnch_marker: unscrened}") ==
        Lines{"3:27: unknown rmnch_marker `unscrened`; did you mean `unscreened`?"});
  CHECK(problems_of_filter("{statuses: [implementaton]}") ==
        Lines{"3:24: unknown statuses `implementaton`; did you mean `implementation`?"});
}

TEST_CASE("a party that is not there is told with the one that was meant") {
  CHECK(problems_of_filter("{provider: [giver, takr]}") ==
        Lines{"3:31: `provider`: there is no party `takr`; did you mean `taker`?"});
}

} // namespace
} // namespace kept::ledger::test
