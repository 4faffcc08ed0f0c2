// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/observation_builder.hpp"

#include "read/statistics/figures.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <functional>
#include <string>

using namespace kept;
using namespace kept::read::statistics;

namespace {

/// A sound figure, which a test changes in one place.
RawObservation sound() {
  RawObservation raw;
  raw.line = 7;
  raw.indicator = "example_rate";
  raw.area = "XAA";
  raw.time = "2020";
  raw.value = "6.2";
  return raw;
}

test::Figures build(const std::function<void(ObservationBuilder&)>& feed) {
  test::Figures figures;
  ObservationBuilder builder(test::invented_words(), figures.sink());
  feed(builder);
  builder.finish();
  return figures;
}

test::Figures build(const RawObservation& raw) {
  return build([&](ObservationBuilder& builder) { builder.take(raw); });
}

test::Figures with_value(std::string_view value, std::string_view lower = "", std::string_view upper = "") {
  RawObservation raw = sound();
  raw.value = value;
  raw.lower = lower;
  raw.upper = upper;
  return build(raw);
}

test::Figures with_unit(std::string_view unit, std::string_view value, std::string_view multiplier = "") {
  RawObservation raw = sound();
  raw.unit = unit;
  raw.value = value;
  raw.unit_multiplier = multiplier;
  return build(raw);
}

} // namespace

TEST_CASE("a figure of the catalogue is kept in the catalogue's unit, with what the table says of it") {
  RawObservation raw = sound();
  raw.lower = "5.9";
  raw.upper = "6.6";
  raw.sex = "female";
  raw.status = " E ";
  const auto read = build(raw);
  CHECK(read.figures() == "7: example_rate XAA 2020 F = 6.2 [5.9, 6.6] per_1000_examples; status E\n");
  CHECK(read.findings().empty());
  CHECK(read.observations().at(0)->in_catalogue);
  CHECK(read.observations().at(0)->raw_value == "6.2");
}

TEST_CASE("a part of a year is kept as published beside its year") {
  RawObservation raw = sound();
  raw.time = " 2020-Q1 ";
  CHECK(build(raw).figures() == "7: example_rate XAA 2020 _T = 6.2 per_1000_examples; period 2020-Q1\n");
}

TEST_CASE("a row whose time, value or bound cannot be read is not taken, with a finding at its line") {
  RawObservation raw = sound();
  const auto refused = [&raw] {
    const auto read = build(raw);
    CHECK(read.figures().empty());
    return read.findings();
  };
  raw.time = "20O3";
  CHECK(refused() == "7: bad-row, error: column `time`: `20O3` is not a year or a part of one "
                     "(expected YYYY, YYYY-MM, YYYY-Q1 …)\n");
  raw.time = "";
  CHECK(refused() == "7: bad-row, error: column `time` is empty\n");
  raw = sound();
  raw.value = "6,2";
  CHECK(refused() ==
        "7: bad-row, error: column `value`: `6,2` is no number: the decimal mark is a point here, "
        "not a comma\n");
  raw.value = "<5";
  CHECK(refused() == "7: bad-row, error: column `value`: `<5` is no number\n");
  raw.value = "inf";
  CHECK(refused() == "7: bad-row, error: column `value`: `inf` is no number\n");
  raw = sound();
  raw.lower = "five";
  CHECK(refused() == "7: bad-row, error: column `lower bound`: `five` is no number\n");
  raw = sound();
  raw.upper = "7,1";
  CHECK(refused() ==
        "7: bad-row, error: column `upper bound`: `7,1` is no number: the decimal mark is a point "
        "here, not a comma\n");
}

TEST_CASE("a figure without a value is stored as one, without its bounds") {
  for (const char* missing : {"", "..", "n/a", "NaN"}) {
    CAPTURE(missing);
    const auto read = with_value(missing, "5", "7");
    CHECK(read.figures() == "7: example_rate XAA 2020 _T = none per_1000_examples\n");
    CHECK(read.findings().empty());
  }
}

TEST_CASE("one bound alone is kept; a bound may equal the value") {
  CHECK(with_value("6.2", "5").figures() ==
        "7: example_rate XAA 2020 _T = 6.2 [5, none] per_1000_examples\n");
  CHECK(with_value("6.2", "..", "7").figures() ==
        "7: example_rate XAA 2020 _T = 6.2 [none, 7] per_1000_examples\n");
  const auto equal = with_value("6.2", "6.2", "6.2");
  CHECK(equal.figures() == "7: example_rate XAA 2020 _T = 6.2 [6.2, 6.2] per_1000_examples\n");
  CHECK(equal.findings().empty());
}

TEST_CASE("bounds that do not hold the value between them are left out, both, with a finding") {
  for (const auto& bounds : {std::pair("7", "5"), std::pair("6.3", "7"), std::pair("5", "6.1"),
                             std::pair("6.3", ""), std::pair("", "6.1")}) {
    const char* const lower = bounds.first;
    const char* const upper = bounds.second;
    CAPTURE(lower);
    CAPTURE(upper);
    const auto read = with_value("6.2", lower, upper);
    CHECK(read.figures() == "7: example_rate XAA 2020 _T = 6.2 per_1000_examples\n");
    CHECK(read.findings() ==
          fmt::format("7: bounds-exclude-value, warning: the value 6.2 does not lie between its "
                      "bounds {} and {}, which are left out\n",
                      lower, upper));
  }
}

TEST_CASE("a figure per 100 becomes one per 1,000, bounds too, exactly, and the source is told once") {
  RawObservation raw = sound();
  raw.unit = "EX_PER_100";
  raw.value = "0.57";
  raw.lower = "0.5";
  raw.upper = "0.61";
  const auto read = build([&](ObservationBuilder& builder) {
    builder.take(raw);
    raw.line = 8;
    raw.time = "2021";
    builder.take(raw);
  });
  CHECK(read.figures() == "7: example_rate XAA 2020 _T = 5.7 [5, 6.1] per_1000_examples\n"
                          "8: example_rate XAA 2021 _T = 5.7 [5, 6.1] per_1000_examples\n");
  CHECK(read.observations().at(0)->raw_value == "0.57");
  CHECK(read.findings() ==
        "7: converted-unit, information: values in the unit \"EX_PER_100\" were converted into "
        "per_1000_examples (2 rows)\n");
}

TEST_CASE("a ratio whose base is not said goes with every ratio") {
  CHECK(with_unit("per_1000", "6.2").figures() == "7: example_rate XAA 2020 _T = 6.2 per_1000_examples\n");
  CHECK(with_unit("per_1000", "6.2").findings().empty());
  CHECK(with_unit("%", "0.62").figures() == "7: example_rate XAA 2020 _T = 6.2 per_1000_examples\n");
}

TEST_CASE("a figure in a unit of another base is not taken, summed by the unit") {
  for (const char* unit : {"per_1000_others", "years", "per mille"}) {
    CAPTURE(unit);
    RawObservation raw = sound();
    raw.unit = unit;
    const auto read = build([&](ObservationBuilder& builder) {
      builder.take(raw);
      raw.line = 9;
      builder.take(raw);
    });
    CHECK(read.figures().empty());
    CHECK(read.findings() ==
          fmt::format("7: unknown-unit, error: example_rate in the unit \"{}\" cannot be converted "
                      "into per_1000_examples: not taken (2 rows)\n",
                      unit));
  }
}

TEST_CASE("a code whose values are known to be in another unit is converted without the table's word") {
  RawObservation raw = sound();
  raw.indicator = "EX_IN_100";
  const auto read = build(raw);
  CHECK(read.figures() == "7: example_rate XAA 2020 _T = 62 per_1000_examples\n");
  CHECK(read.findings() ==
        "7: converted-unit, information: values in the unit \"per_100_examples\" were converted "
        "into per_1000_examples (1 row)\n");
  raw.unit = "per 1,000 examples"; // what the table says goes first
  CHECK(build(raw).figures() == "7: example_rate XAA 2020 _T = 6.2 per_1000_examples\n");
  CHECK(build(raw).findings().empty());
}

TEST_CASE("the unit multiplier is a power of ten that values are multiplied by") {
  CHECK(with_unit("", "0.0062", "3").figures() == "7: example_rate XAA 2020 _T = 6.2 per_1000_examples\n");
  CHECK(with_unit("", "6200", "-3").figures() == "7: example_rate XAA 2020 _T = 6.2 per_1000_examples\n");
  CHECK(with_unit("", "0.62", "+1").figures() == "7: example_rate XAA 2020 _T = 6.2 per_1000_examples\n");
  CHECK(with_unit("EX_PER_100", "62", "-2").figures() ==
        "7: example_rate XAA 2020 _T = 6.2 per_1000_examples\n");
  CHECK(with_unit("", "6.2", "0").figures() == "7: example_rate XAA 2020 _T = 6.2 per_1000_examples\n");
  CHECK(with_unit("", "6.2", "0").findings().empty());
  CHECK(with_unit("", "0.0062", "3").findings() == "7: converted-unit, information: values in the unit "
                                                   "\"per_1000_examples\" with the multiplier \"3\" were "
                                                   "converted into per_1000_examples (1 row)\n");
}

TEST_CASE("a figure that no number can hold once it is converted is not taken (bad-row)") {
  const auto read = with_unit("", "1e308", "3");
  CHECK(read.figures().empty());
  CHECK(read.findings() ==
        "7: bad-row, error: column `value`: `1e308` is too large a number in the indicator's unit\n");
}

TEST_CASE("a unit multiplier that is no power of ten makes the row unfit") {
  for (const char* multiplier : {"x", "1.5", "16", "-16", "3 or so"}) {
    CAPTURE(multiplier);
    const auto read = with_unit("", "6.2", multiplier);
    CHECK(read.figures().empty());
    CHECK(read.findings() ==
          fmt::format(
              "7: unknown-unit, error: the unit multiplier \"{}\" is no power of ten: not taken (1 row)\n",
              multiplier));
  }
}

TEST_CASE("an indicator that the catalogue does not have is kept under its own code, in its own unit") {
  RawObservation raw = sound();
  raw.indicator = "EX_OTHER";
  raw.unit = " apples ";
  const auto read = build(raw);
  CHECK(read.figures() == "7: EX_OTHER XAA 2020 _T = 6.2 apples\n");
  CHECK_FALSE(read.observations().at(0)->in_catalogue);
  CHECK(read.findings() ==
        "7: unknown-indicator, information: \"EX_OTHER\" is not in the catalogue of indicators (1 row)\n");
}

TEST_CASE("an area is looked up by its code, and by its name where the code is empty or not known") {
  RawObservation raw = sound();
  raw.area = "";
  raw.area_name = "Island of Examples";
  CHECK(build(raw).figures() == "7: example_rate XBB 2020 _T = 6.2 per_1000_examples\n");
  raw.area = "EX-2";
  CHECK(build(raw).figures() == "7: example_rate XBB 2020 _T = 6.2 per_1000_examples\n");
  raw.area = "XAA"; // the code goes first
  CHECK(build(raw).figures() == "7: example_rate XAA 2020 _T = 6.2 per_1000_examples\n");
  CHECK(build(raw).findings().empty());
}

TEST_CASE("an aggregate is kept under the code that it is published under, without a finding") {
  RawObservation raw = sound();
  raw.area = "1W";
  raw.area_name = "World";
  const auto read = build(raw);
  CHECK(read.figures() == "7: example_rate 1W (aggregate) 2020 _T = 6.2 per_1000_examples\n");
  CHECK(read.findings().empty());
}

TEST_CASE("an area that nobody knows is kept as published, with a finding for each of them") {
  RawObservation raw = sound();
  const auto read = build([&](ObservationBuilder& builder) {
    raw.area = "XYZ";
    builder.take(raw);
    raw.line = 8;
    raw.area = "";
    builder.take(raw);
    raw.line = 9;
    raw.area = "XYZ";
    builder.take(raw);
    raw.line = 10;
    raw.area = "";
    raw.area_name = "Nowhere";
    builder.take(raw);
  });
  CHECK(read.figures() == "7: example_rate XYZ (unknown) 2020 _T = 6.2 per_1000_examples\n"
                          "8: example_rate  (unknown) 2020 _T = 6.2 per_1000_examples\n"
                          "9: example_rate XYZ (unknown) 2020 _T = 6.2 per_1000_examples\n"
                          "10: example_rate Nowhere (unknown) 2020 _T = 6.2 per_1000_examples\n");
  CHECK(
      read.findings() ==
      "7: unknown-area, warning: \"XYZ\" is no country or aggregate that is known: stored as published, "
      "never "
      "ranked (2 rows)\n"
      "8: unknown-area, warning: the table does not say of which area: never ranked (1 row)\n"
      "10: unknown-area, warning: \"Nowhere\" is no country or aggregate that is known: stored as published, "
      "never ranked (1 row)\n");
}

TEST_CASE(
    "dimensions that are no totals break the figure down, sorted; those of the code's conditions do not") {
  RawObservation raw = sound();
  const std::array dimensions{Dimension{"WEALTH", "Q1"}, Dimension{"AREA", "_T"}, Dimension{"AGE", " Y5T9 "},
                              Dimension{"EDUCATION", "total"}, Dimension{"KIND", ""}};
  raw.dimensions = dimensions;
  CHECK(build(raw).figures() == "7: example_rate XAA 2020 _T = 6.2 per_1000_examples; AGE=Y5T9;WEALTH=Q1\n");
  const std::array aged{Dimension{"AGE", "Y0"}, Dimension{"WEALTH", "Q5"}};
  raw.indicator = "EX_AGED";
  raw.dimensions = aged;
  CHECK(build(raw).figures() == "7: example_rate XAA 2020 _T = 6.2 per_1000_examples; WEALTH=Q5\n");
}

TEST_CASE("rows of different series and areas that follow each other do not mix") {
  const auto read = build([](ObservationBuilder& builder) {
    RawObservation raw = sound();
    for (const char* area : {"XAA", "WLD"})
      for (const char* indicator : {"example_rate", "EX.SHARE.ZS"})
        for (const char* age : {"Y0", "_T"}) {
          const std::array dimensions{Dimension{"AGE", age}};
          raw.area = area;
          raw.indicator = indicator;
          raw.dimensions = dimensions;
          builder.take(raw);
          ++raw.line;
        }
  });
  CHECK(read.figures() == "7: example_rate XAA 2020 _T = 6.2 per_1000_examples; AGE=Y0\n"
                          "8: example_rate XAA 2020 _T = 6.2 per_1000_examples\n"
                          "9: example_share XAA 2020 _T = 6.2 percent; AGE=Y0\n"
                          "10: example_share XAA 2020 _T = 6.2 percent\n"
                          "11: example_rate WLD (aggregate) 2020 _T = 6.2 per_1000_examples; AGE=Y0\n"
                          "12: example_rate WLD (aggregate) 2020 _T = 6.2 per_1000_examples\n"
                          "13: example_share WLD (aggregate) 2020 _T = 6.2 percent; AGE=Y0\n"
                          "14: example_share WLD (aggregate) 2020 _T = 6.2 percent\n");
}

TEST_CASE("decimal commas are read where the table has them, and the source is told once") {
  RawObservation raw = sound();
  raw.value = "6,2";
  raw.upper = "7.1";
  const auto read = build([&](ObservationBuilder& builder) {
    builder.accept_decimal_commas();
    builder.take(raw);
    raw.line = 8;
    builder.take(raw);
  });
  CHECK(read.figures() == "7: example_rate XAA 2020 _T = 6.2 [none, 7.1] per_1000_examples\n"
                          "8: example_rate XAA 2020 _T = 6.2 [none, 7.1] per_1000_examples\n");
  CHECK(read.findings() == "7: decimal-comma, warning: commas were read as decimal points (2 rows)\n");
}

TEST_CASE("a decimal comma is converted as exactly as a point") {
  RawObservation raw = sound();
  raw.value = "0,57";
  raw.unit = "EX_PER_100";
  const auto read = build([&](ObservationBuilder& builder) {
    builder.accept_decimal_commas();
    builder.take(raw);
  });
  CHECK(read.figures() == "7: example_rate XAA 2020 _T = 5.7 per_1000_examples\n");
}

TEST_CASE("a large source comes in several batches, each of which owns its text") {
  constexpr std::uint32_t count = 20'000;
  const auto read = build([](ObservationBuilder& builder) {
    for (std::uint32_t line = 1; line <= count; ++line) {
      const std::string value = std::to_string(line); // gone when the next one comes
      RawObservation raw = sound();
      raw.line = line;
      raw.value = value;
      builder.take(raw);
    }
  });
  CHECK(read.batches.size() == 3);
  const auto all = read.observations();
  REQUIRE(all.size() == count);
  bool sound_text = true;
  for (std::uint32_t i = 0; i < count; ++i)
    sound_text = sound_text && all[i]->line == i + 1 && all[i]->raw_value == std::to_string(i + 1) &&
                 all[i]->indicator == "example_rate" && all[i]->area == "XAA" &&
                 all[i]->unit == "per_1000_examples" && all[i]->sex == "_T";
  CHECK(sound_text);
}

TEST_CASE("a source with a fault in every row does not pile them up") {
  const auto read = build([](ObservationBuilder& builder) {
    RawObservation raw = sound();
    raw.value = "x";
    for (raw.line = 1; raw.line <= 20'000; ++raw.line)
      builder.take(raw);
  });
  CHECK(read.batches.size() == 3);
  CHECK(read.observations().empty());
}
