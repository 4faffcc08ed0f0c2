// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/sex.hpp"

#include "base/text.hpp"

#include <array>

namespace kept::read::statistics {
namespace {

struct Spelling {
  std::string_view text; ///< upper case
  std::string_view code;
};
constexpr std::array<Spelling, 22> k_spellings{
    {{"", "_T"},           {"_T", "_T"},      {"T", "_T"},      {"_Z", "_T"},       {"F", "F"},
     {"M", "M"},           {"FEMALE", "F"},   {"MALE", "M"},    {"FMLE", "F"},      {"MLE", "M"},
     {"BTSX", "_T"},       {"SEX_FMLE", "F"}, {"SEX_MLE", "M"}, {"SEX_BTSX", "_T"}, {"BOTHSEX", "_T"},
     {"BOTH SEXES", "_T"}, {"BOTH", "_T"},    {"TOTAL", "_T"},  {"FEMALES", "F"},   {"MALES", "M"},
     {"GIRLS", "F"},       {"BOYS", "M"}}};

} // namespace

std::string_view sdmx_sex(std::string_view text) {
  text = trim(text);
  const std::string folded = upper(text);
  for (const Spelling& spelling : k_spellings)
    if (spelling.text == folded)
      return spelling.code;
  return text;
}

} // namespace kept::read::statistics
