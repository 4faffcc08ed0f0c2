// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/evidence.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kept::measure {

/// The figures of one indicator that a question may use, and which of several for one area and year counts.
class Figures {
public:
  /// `areas`: alpha-3; none: all countries. Years after that of `as_of` do not count. `preferred`: figures of
  /// that source go before all others (is_of).
  Figures(const Evidence& evidence, std::string_view indicator, const std::vector<std::string>& areas,
          std::string_view preferred, Date as_of);

  /// The figure that counts; nullptr when there is none.
  const ObservationRecord* find(std::string_view area, int year) const;
  /// All figures of the area and year, the one that counts first.
  std::vector<ObservationRecord> all(std::string_view area, int year) const;
  /// The years in which the area has a figure, oldest first.
  std::vector<int> years(std::string_view area) const;
  /// The years in which any area has a figure, newest first.
  std::vector<int> years() const;

private:
  using ByYear = std::map<int, std::vector<ObservationRecord>>;
  std::map<std::string, ByYear, std::less<>> m_by_area;
};

/// `source`: the name of a source, its file name, or a part of its publication's name in any case.
bool is_of(const ObservationRecord& figure, std::string_view source);

/// "World Bank, World Development Indicators (2025-12-19)"
std::string publication_of(const ObservationRecord& figure);

/// The shortest decimal text that reads back as `number`, as a Decimal.
Decimal decimal_of(double number);

} // namespace kept::measure
