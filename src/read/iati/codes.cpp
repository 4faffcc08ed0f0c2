// SPDX-License-Identifier: Apache-2.0
#include "read/iati/codes.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace kept::read::iati {
namespace {

struct Pair {
  std::string_view first_version, second_version;
};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equal(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view mapped(std::string_view published, std::span<const Pair> pairs) {
  if (published.empty() || (published.front() >= '0' && published.front() <= '9'))
    return published;
  for (const Pair& pair : pairs)
    if (equal(published, pair.first_version))
      return pair.second_version;
  return published;
}

} // namespace

std::string_view transaction_type(std::string_view published) {
  static constexpr std::array<Pair, 10> k_types{{{"IF", "1"},
                                                 {"C", "2"},
                                                 {"D", "3"},
                                                 {"E", "4"},
                                                 {"IR", "5"},
                                                 {"LR", "6"},
                                                 {"R", "7"},
                                                 {"QP", "8"},
                                                 {"QS", "9"},
                                                 {"CG", "10"}}};
  return mapped(published, k_types);
}

bool is_transaction_type(std::string_view code) {
  return (code.size() == 1 && code >= "1" && code <= "9") ||
         (code.size() == 2 && code >= "10" && code <= "13");
}

std::string_view activity_date_type(std::string_view published) {
  static constexpr std::array<Pair, 4> k_types{
      {{"start-planned", "1"}, {"start-actual", "2"}, {"end-planned", "3"}, {"end-actual", "4"}}};
  return mapped(published, k_types);
}

std::string_view organisation_role(std::string_view published) {
  static constexpr std::array<Pair, 4> k_roles{
      {{"Funding", "1"}, {"Accountable", "2"}, {"Extending", "3"}, {"Implementing", "4"}}};
  return mapped(published, k_roles);
}

std::string_view sector_vocabulary(std::string_view published) {
  static constexpr std::array<Pair, 8> k_vocabularies{{{"DAC", "1"},
                                                       {"DAC-3", "2"},
                                                       {"COFOG", "3"},
                                                       {"NACE", "4"},
                                                       {"NTEE", "5"},
                                                       {"ADT", "6"},
                                                       {"RO2", "98"},
                                                       {"RO", "99"}}};
  return mapped(published, k_vocabularies);
}

std::string_view marker_vocabulary(std::string_view published) {
  static constexpr std::array<Pair, 1> k_vocabularies{{{"DAC", "1"}}};
  return mapped(published, k_vocabularies);
}

std::string_view budget_type(std::string_view published) {
  static constexpr std::array<Pair, 2> k_types{{{"Original", "1"}, {"Revised", "2"}}};
  return mapped(published, k_types);
}

} // namespace kept::read::iati
