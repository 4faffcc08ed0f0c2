// SPDX-License-Identifier: Apache-2.0
#include "sdmx_message.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "fuzz.hpp"
#include "input_file.hpp"

#include <cmath>

namespace kept::fuzz {
namespace {

/// Areas, indicators and units that do not exist.
const read::statistics::Vocabulary& invented() {
  static const facts::Reference reference = [] {
    facts::Reference made;
    made.areas = {{"XA", "XAA", "901", "Exampleland", "", "", "", ""},
                  {"XB", "XBB", "902", "Samplestan", "", "", "", ""}};
    made.aggregates = {{"X_REGION", "example", "An invented region"}};
    made.units = {{"ex_per_1000", "per 1,000 examples", "examples", 1000, false, {"EX_1000"}},
                  {"ex_per_100", "per 100 examples", "examples", 100, false, {"EX_100"}}};
    made.indicators = {
        {"example_rate", "", "", "", "ex_per_1000", true, {}, {{"example", "EX_RATE", {}, ""}}},
        {"example_cover",
         "",
         "",
         "",
         "ex_per_100",
         false,
         {},
         {{"example", "EX_COVER", {{"AGE", "Y1"}}, ""}}}};
    return made;
  }();
  static const read::statistics::Vocabulary vocabulary(reference);
  return vocabulary;
}

void check_figure(const facts::Observation& one, std::uint32_t lines) {
  expect(one.line >= 1 && one.line <= lines, "a figure has a line within the file");
  for (const std::string_view text :
       {one.indicator, one.area, one.period, one.sex, one.breakdown, one.unit, one.raw_value, one.status})
    expect(is_utf8(text), "the text of figures is UTF-8");
  expect(one.year >= 0 && one.year <= 9999, "a year has four digits");
  for (const auto& number : {one.value, one.lower, one.upper})
    expect(!number || std::isfinite(*number), "a figure is finite");
  expect(!one.value || !one.lower || *one.lower <= *one.value, "a lower bound is not over its figure");
  expect(!one.value || !one.upper || *one.upper >= *one.value, "an upper bound is not under its figure");
  expect(one.area_kind != facts::AreaKind::country || one.area == "XAA" || one.area == "XBB",
         "a country is one that is known");
}

} // namespace

void check_message(SdmxReader reader, std::span<const std::uint8_t> bytes, bool is_decoded) {
  const std::filesystem::path path = input_file(bytes);
  const auto text = is_decoded ? decoded(path) : unpacked(path);
  const std::uint32_t lines = text ? lines_of(*text) : UINT32_MAX;
  facts::Source source;
  const auto sink = [&](facts::ObservationBatch&& batch) {
    for (const facts::Observation& one : batch.observations)
      check_figure(one, lines);
    expect_within(batch.findings, lines);
  };
  try {
    reader(path, source, invented(), sink, [](std::uint64_t) {});
  } catch (const Error& error) {
    expect(error.kind() == ErrorKind::input, "a message that cannot be read is the input's fault");
    return;
  }
  expect(source.size == bytes.size() && source.sha256.size() == 64, "the source is described");
}

} // namespace kept::fuzz
