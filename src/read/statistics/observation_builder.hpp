// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/observation.hpp"
#include "read/statistics/vocabulary.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace kept::read::statistics {

/// Gets the observations and findings of a source, piece by piece, from one thread.
using ObservationSink = std::function<void(facts::ObservationBatch&&)>;

/// Told how many bytes of the source have been read so far.
using ByteCount = std::function<void(std::uint64_t)>;

/// One figure as a table states it; every text as published, empty where the table does not say. The texts
/// need to live only while `ObservationBuilder::take` runs.
struct RawObservation {
  std::uint32_t line = 0;
  std::string_view indicator;
  std::string_view area;      ///< a code
  std::string_view area_name; ///< tried when the code is empty or not known
  std::string_view time;
  std::string_view sex; ///< code or word
  std::string_view value, lower, upper;
  std::string_view unit;
  std::string_view unit_multiplier; ///< a power of ten: "3" for thousands
  std::string_view status;
  std::span<const Dimension> dimensions; ///< those that have no place above
};

/// Turns figures as tables state them into observations: names are looked up, units converted, times and
/// numbers read. Nothing is dropped silently:
///
/// | rule | severity | |
/// |---|---|---|
/// | bad-row | error | a value, bound or time that cannot be read (`20O3`, `6,2`): the row is not taken |
/// | unknown-area | warning | no code or name that is known; stored as published, never ranked |
/// | unknown-unit | error | of a catalogued indicator, in a unit that cannot be converted: not taken |
/// | unknown-indicator | information | not in the catalogue; stored under its own code |
/// | converted-unit | information | values given in another unit of the same base were converted |
/// | bounds-exclude-value | warning | lower ≤ value ≤ upper does not hold: the bounds are left out |
/// | decimal-comma | warning | commas were read as decimal points |
///
/// All but bad-row and bounds-exclude-value are summed: one finding for each different text, with the number
/// of rows, at the first row's line; at most 1,000 texts per rule, the rest in one finding.
class ObservationBuilder {
public:
  /// `vocabulary` must outlive the builder.
  ObservationBuilder(const Vocabulary& vocabulary, ObservationSink sink);
  ~ObservationBuilder();
  ObservationBuilder(const ObservationBuilder&) = delete;
  ObservationBuilder& operator=(const ObservationBuilder&) = delete;

  /// Numbers with a comma in the place of the point are read too (tables whose cells semicolons separate).
  void accept_decimal_commas();

  void take(const RawObservation& raw);
  /// A finding of the reader itself.
  void add_finding(std::string_view rule, facts::Severity severity, std::uint32_t line, std::string message);

  /// Hands out what is left, with the summed findings. Must be the last call.
  void finish();

private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace kept::read::statistics
