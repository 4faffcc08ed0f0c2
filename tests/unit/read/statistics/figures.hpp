// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/reference.hpp"
#include "facts/source.hpp"
#include "read/statistics/observation_builder.hpp"
#include "read/tables/read_reference.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

// What the tests of the readers of statistics share: an invented world, and all that was read as text, one
// line for each figure or finding.

namespace kept::read::statistics::test {

/// Two countries with the codes that ISO 3166-1 leaves to users, some aggregates, two indicators.
inline const facts::Reference& invented_world() {
  static const facts::Reference reference = [] {
    facts::Reference world;
    world.areas = {{"XA", "XAA", "991", "Examplia", "例国", "예시국", "Invented", "Invented"},
                   {"XB", "XBB", "007", "Island of Examples", "例岛", "예시섬", "Invented", "Invented"}};
    world.aliases = {{"XAA", "Republic of Examplia"}, {"XBB", "Isle Ex"}};
    world.aggregates = {{"WLD", "world-bank", "World"},   {"MIC", "world-bank", "Middle income"},
                        {"EUR", "who", "Europe"},         {"GLOBAL", "who", "Global"},
                        {"990", "m49", "Example Region"}, {"XB", "example", "Not Examples"}};
    world.units = {
        {"percent", "%", "any", 100, true, {"PT", "%"}},
        {"per_1000", "per 1,000", "any", 1000, false, {}},
        {"per_1000_examples", "per 1,000 examples", "examples", 1000, false, {"per 1,000 examples"}},
        {"per_100_examples", "per 100 examples", "examples", 100, false, {"EX_PER_100"}},
        {"per_1000_others", "per 1,000 others", "others", 1000, false, {}},
        {"years", "years", "years", 1, false, {"YR"}}};
    facts::CatalogueIndicator rate;
    rate.id = "example_rate";
    rate.unit = "per_1000_examples";
    rate.codes = {{"world-bank", "EX.RATE", {}, ""},
                  {"who", "EX_0000000001", {}, ""},
                  {"example", "EX_IN_100", {}, "per_100_examples"},
                  {"example", "EX_AGED", {{"AGE", "Y0"}}, ""}};
    facts::CatalogueIndicator share;
    share.id = "example_share";
    share.unit = "percent";
    share.codes = {{"world-bank", "EX.SHARE.ZS", {}, ""},
                   {"example", "EX_AGED", {{"AGE", "Y0"}, {"AREA", "URBAN"}}, ""}};
    world.indicators = {rate, share};
    return world;
  }();
  return reference;
}

inline const Vocabulary& invented_words() {
  static const Vocabulary vocabulary(invented_world());
  return vocabulary;
}

/// What ships with the program.
inline const Vocabulary& shipped_words() {
  static const facts::Reference reference = tables::read_reference(KEPT_SOURCE_DIR "/data");
  static const Vocabulary vocabulary(reference);
  return vocabulary;
}

/// "7: example_rate XAA 2020 _T = 6.2 [5.9, 6.5] per_1000_examples; AGE=Y0; period 2020-06; status E",
/// without the parts that there are not. An area that is no country says so.
inline std::string told(const facts::Observation& one) {
  const auto number = [](std::optional<double> value) { return value ? fmt::format("{}", *value) : "none"; };
  std::string text = fmt::format("{}: {} {} ", one.line, one.indicator, one.area);
  if (one.area_kind != facts::AreaKind::country)
    text += fmt::format("({}) ", facts::to_string(one.area_kind));
  text += fmt::format("{} {} = {}", one.year, one.sex, number(one.value));
  if (one.lower || one.upper)
    text += fmt::format(" [{}, {}]", number(one.lower), number(one.upper));
  for (const auto& [before, part] : {std::pair(" ", one.unit), std::pair("; ", one.breakdown),
                                     std::pair("; period ", one.period), std::pair("; status ", one.status)})
    if (!part.empty())
      text.append(before).append(part);
  return text + '\n';
}

/// "7: bad-row, error: column `value`: …"
inline std::string told(const facts::Finding& one) {
  return fmt::format("{}: {}, {}: {}\n", one.line, one.rule, facts::to_string(one.severity), one.message);
}

/// All that was read from one source.
struct Figures {
  facts::Source source;
  std::vector<facts::ObservationBatch> batches;

  ObservationSink sink() {
    return [this](facts::ObservationBatch&& batch) { batches.push_back(std::move(batch)); };
  }
  std::vector<const facts::Observation*> observations() const {
    std::vector<const facts::Observation*> all;
    for (const facts::ObservationBatch& batch : batches)
      for (const facts::Observation& one : batch.observations)
        all.push_back(&one);
    return all;
  }
  /// A line for each, in order.
  std::string figures() const {
    std::string text;
    for (const facts::Observation* one : observations())
      text += told(*one);
    return text;
  }
  std::string findings() const {
    std::string text;
    for (const facts::ObservationBatch& batch : batches)
      for (const facts::Finding& one : batch.findings)
        text += told(one);
    return text;
  }
};

inline void count_nothing(std::uint64_t) {}

} // namespace kept::read::statistics::test
