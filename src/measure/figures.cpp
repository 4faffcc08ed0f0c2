// SPDX-License-Identifier: Apache-2.0
#include "measure/figures.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace kept::measure {
namespace {

std::string_view file_name(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);
}

} // namespace

bool is_of(const ObservationRecord& figure, std::string_view source) {
  return figure.place.source == source || file_name(figure.place.source) == source ||
         fold(figure.publication).find(fold(source)) != std::string::npos;
}

Figures::Figures(const Evidence& evidence, std::string_view indicator, const std::vector<std::string>& areas,
                 std::string_view preferred, Date as_of) {
  for (ObservationRecord& figure : evidence.observations(indicator, areas))
    if (figure.year <= as_of.year())
      m_by_area[figure.area][figure.year].push_back(std::move(figure));
  if (preferred.empty())
    return;
  for (auto& [area, by_year] : m_by_area)
    for (auto& [year, figures] : by_year)
      std::stable_partition(figures.begin(), figures.end(),
                            [&](const ObservationRecord& figure) { return is_of(figure, preferred); });
}

const ObservationRecord* Figures::find(std::string_view area, int year) const {
  const auto by_year = m_by_area.find(area);
  if (by_year == m_by_area.end())
    return nullptr;
  const auto figures = by_year->second.find(year);
  return figures == by_year->second.end() ? nullptr : &figures->second.front();
}

std::vector<ObservationRecord> Figures::all(std::string_view area, int year) const {
  const auto by_year = m_by_area.find(area);
  if (by_year == m_by_area.end() || by_year->second.count(year) == 0)
    return {};
  return by_year->second.at(year);
}

std::vector<int> Figures::years(std::string_view area) const {
  std::vector<int> years;
  if (const auto by_year = m_by_area.find(area); by_year != m_by_area.end())
    for (const auto& [year, figures] : by_year->second)
      years.push_back(year);
  return years;
}

std::vector<int> Figures::years() const {
  std::set<int, std::greater<>> years;
  for (const auto& [area, by_year] : m_by_area)
    for (const auto& [year, figures] : by_year)
      years.insert(year);
  return {years.begin(), years.end()};
}

std::string publication_of(const ObservationRecord& figure) {
  return figure.published ? fmt::format("{} ({})", figure.publication, figure.published->to_string())
                          : figure.publication;
}

Decimal decimal_of(double number) {
  if (const auto exact = Decimal::parse(fmt::format("{}", number)))
    return *exact;
  constexpr int places = 12; // what is written with an exponent: below 0.0001, or over 10^16
  return Decimal::parse(fmt::format("{:.{}f}", number, places)).value_or(Decimal()).trimmed();
}

} // namespace kept::measure
