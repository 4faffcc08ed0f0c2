// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "facts/source.hpp"
#include "read/sdmx/read_sdmx.hpp"
#include "read/tables/read_reference.hpp"
#include "scratch_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// What the tests of the SDMX readers share: an invented vocabulary, and all that was read from one message,
// as text that says every field.

namespace kept::read::sdmx::test {

using Reader = void (*)(const std::filesystem::path&, facts::Source&, const statistics::Vocabulary&,
                        const statistics::ObservationSink&, const statistics::ByteCount&);

/// Areas, indicators and units that do not exist.
inline const statistics::Vocabulary& invented() {
  static const facts::Reference reference = [] {
    facts::Reference made;
    made.areas = {{"XA", "XAA", "901", "Exampleland", "", "", "", ""},
                  {"XB", "XBB", "902", "Samplestan", "", "", "", ""}};
    made.aggregates = {{"X_REGION", "example", "An invented region"}};
    made.units = {{"ex_per_1000", "per 1,000 examples", "examples", 1000, false, {"EX_1000"}},
                  {"ex_per_100", "per 100 examples", "examples", 100, false, {"EX_100"}},
                  {"percent", "%", "any", 100, true, {"PT"}},
                  {"ex_years", "years", "ex_years", 1, false, {"EX_YR"}}};
    made.indicators = {
        {"example_rate", "", "", "", "ex_per_1000", true, {}, {{"example", "EX_RATE", {}, ""}}},
        {"example_cover", "", "", "", "percent", false, {}, {{"example", "EX_COVER", {{"AGE", "Y1"}}, ""}}}};
    return made;
  }();
  static const statistics::Vocabulary vocabulary(reference);
  return vocabulary;
}

/// That of the figures of reference that ship with the program.
inline const statistics::Vocabulary& shipped() {
  static const facts::Reference reference = tables::read_reference(KEPT_SOURCE_DIR "/data");
  static const statistics::Vocabulary vocabulary(reference);
  return vocabulary;
}

/// All batches of a message.
struct Reading {
  facts::Source source;
  std::vector<facts::ObservationBatch> batches; ///< own the text of the observations
  std::vector<facts::Observation> observations;
  std::vector<facts::Finding> findings;
  std::uint64_t bytes_read = 0;

  /// One line for each observation:
  /// "2: example_rate XAA country 2020 F [AGE=Y1] 14.5 (12-17) ex_per_1000 <14.5> A". A "?" stands behind an
  /// indicator that is in no catalogue, "-" for what is none or empty.
  std::string figures() const {
    std::string text;
    for (const facts::Observation& one : observations)
      text += fmt::format("{}: {}\n", one.line, figure(one));
    return text;
  }
  /// The same without the lines in the file.
  std::string figures_anywhere() const {
    std::string text;
    for (const facts::Observation& one : observations)
      text += figure(one) + "\n";
    return text;
  }
  /// One line for each finding: "bad-row 3 error: message".
  std::string told() const {
    std::string text;
    for (const facts::Finding& one : findings)
      text += fmt::format("{} {} {}: {}\n", one.rule, one.line, facts::to_string(one.severity), one.message);
    return text;
  }

private:
  static std::string shown(const std::optional<double>& number) {
    return number ? fmt::format("{}", *number) : std::string("-");
  }
  static std::string_view shown(std::string_view text) { return text.empty() ? "-" : text; }
  static std::string figure(const facts::Observation& one) {
    return fmt::format("{}{} {} {} {}{} {} [{}] {} ({}-{}) {} <{}> {}", shown(one.indicator),
                       one.in_catalogue ? "" : "?", shown(one.area), facts::to_string(one.area_kind),
                       one.year, one.period.empty() ? std::string() : fmt::format("/{}", one.period), one.sex,
                       one.breakdown, shown(one.value), shown(one.lower), shown(one.upper), shown(one.unit),
                       one.raw_value, shown(one.status));
  }
};

inline Reading read_path(Reader reader, const std::filesystem::path& path,
                         const statistics::Vocabulary& vocabulary) {
  Reading reading;
  reader(
      path, reading.source, vocabulary,
      [&](facts::ObservationBatch&& batch) {
        reading.observations.insert(reading.observations.end(), batch.observations.begin(),
                                    batch.observations.end());
        reading.findings.insert(reading.findings.end(), batch.findings.begin(), batch.findings.end());
        reading.batches.push_back(std::move(batch));
      },
      [&](std::uint64_t bytes) { reading.bytes_read = bytes; });
  return reading;
}

/// With the invented vocabulary.
inline Reading read_text(Reader reader, std::string_view content) {
  const kept::test::ScratchFolder folder;
  return read_path(reader, folder.write("message", content), invented());
}

/// What a message is refused with; empty when it is not.
inline std::string refusal(Reader reader, std::string_view content) {
  try {
    read_text(reader, content);
  } catch (const Error& error) {
    return error.happened();
  }
  return {};
}

/// A file of publishers, of the folder that may lie beside the checkout.
inline std::filesystem::path published(std::string_view name) {
  return std::filesystem::path(KEPT_SOURCE_DIR "/../shared/data/sdmx") / name;
}
inline bool has_published() {
  const bool there = std::filesystem::is_directory(published(""));
  if (!there)
    MESSAGE("the shared data are not at hand; skipped");
  return there;
}

/// ASCII text in UTF-16 with its byte order mark.
inline std::string utf16(std::string_view text, bool big_endian) {
  std::string result(big_endian ? "\xFE\xFF" : "\xFF\xFE");
  for (const char c : text) {
    const char pair[] = {big_endian ? '\0' : c, big_endian ? c : '\0'};
    result.append(pair, 2);
  }
  return result;
}

} // namespace kept::read::sdmx::test
