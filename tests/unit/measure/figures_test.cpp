// SPDX-License-Identifier: Apache-2.0
#include "measure/figures.hpp"

#include "figures_example.hpp"

#include <doctest/doctest.h>

namespace kept::measure {
namespace {

ObservationRecord of_source(ObservationRecord record, std::string source, std::string publication) {
  record.place.source = std::move(source);
  record.publication = std::move(publication);
  return record;
}

/// Two sources for AAA in 2020, in the store's order of precedence.
FiguresExample two_sources() {
  FiguresExample example;
  example.add(of_source(figure("AAA", 2020, 7), "data/new.csv", "Example Bank, Indicators"));
  example.add(of_source(figure("AAA", 2020, 8), "data/old.csv", "Example Office"));
  return example;
}

double counts_with(const FiguresExample& example, std::string_view preferred) {
  return Figures(example.evidence, "deaths", {}, preferred, day("2026-01-01")).find("AAA", 2020)->value;
}

} // namespace

TEST_CASE("RULES 8: the preferred source's figure counts, by name, file name or a part of its publication") {
  const FiguresExample example = two_sources();
  CHECK(counts_with(example, "") == 7);
  CHECK(counts_with(example, "data/old.csv") == 8);
  CHECK(counts_with(example, "old.csv") == 8);
  CHECK(counts_with(example, "example office") == 8);
  CHECK(counts_with(example, "Example Bank") == 7);
  CHECK(counts_with(example, "nobody") == 7);
}

TEST_CASE("figures that do not count stay visible, behind the one that does") {
  const FiguresExample example = two_sources();
  const Figures figures(example.evidence, "deaths", {}, "Example Office", day("2026-01-01"));
  const auto all = figures.all("AAA", 2020);
  REQUIRE(all.size() == 2);
  CHECK(all[0].value == 8);
  CHECK(all[1].value == 7);
  CHECK(figures.all("AAA", 2019).empty());
  CHECK(figures.all("BBB", 2020).empty());
}

TEST_CASE("years after that of the report do not count, the report's own does") {
  FiguresExample example;
  for (const int year : {2019, 2021, 2020})
    example.add(figure("AAA", year, 5));
  const Figures figures(example.evidence, "deaths", {}, "", day("2020-01-01"));
  CHECK(figures.years("AAA") == std::vector<int>{2019, 2020});
  CHECK(figures.years() == std::vector<int>{2020, 2019});
  CHECK(figures.find("AAA", 2021) == nullptr);
  CHECK(figures.years("BBB").empty());
}

TEST_CASE("a publication is cited with its date where it has one") {
  ObservationRecord record = figure("AAA", 2020, 5);
  CHECK(publication_of(record) == "Example Statistics");
  record.published = day("2025-12-19");
  CHECK(publication_of(record) == "Example Statistics (2025-12-19)");
}

TEST_CASE("a figure is written with the digits that it was published with") {
  CHECK(decimal_of(6.2).to_string() == "6.2");
  CHECK(decimal_of(57.2178538892612).to_string() == "57.2178538892612");
  CHECK(decimal_of(0.1 + 0.2).to_string() == "0.30000000000000004");
  CHECK(decimal_of(0.00001).to_string() == "0.00001");
  CHECK(decimal_of(-3).to_string() == "-3");
}

} // namespace kept::measure
