// SPDX-License-Identifier: Apache-2.0
#include "read/sdmx/concepts.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace kept::read::sdmx {
namespace {

struct Concept {
  std::string_view id; ///< upper case
  Role role;
};

constexpr std::array<Concept, 47> k_concepts{{{"INDICATOR", Role::indicator},
                                              {"SERIES", Role::indicator},
                                              {"INDIC", Role::indicator},
                                              {"REF_AREA", Role::area},
                                              {"GEO", Role::area},
                                              {"GEOAREACODE", Role::area},
                                              {"COUNTRY", Role::area},
                                              {"LOCATION", Role::area},
                                              {"AREA", Role::area},
                                              {"TIME_PERIOD", Role::time},
                                              {"TIME", Role::time},
                                              {"SEX", Role::sex},
                                              {"GENDER", Role::sex},
                                              {"LOWER_BOUND", Role::lower},
                                              {"LOWERBOUND", Role::lower},
                                              {"UPPER_BOUND", Role::upper},
                                              {"UPPERBOUND", Role::upper},
                                              {"UNIT_MEASURE", Role::unit},
                                              {"UNIT", Role::unit},
                                              {"UNIT_MULT", Role::unit_multiplier},
                                              {"UNIT_MULTIPLIER", Role::unit_multiplier},
                                              {"OBS_STATUS", Role::status},
                                              {"OBS_FLAG", Role::status},
                                              {"DATAFLOW", Role::structure},
                                              {"STRUCTURE_ID", Role::structure},
                                              {"ACTION", Role::action},
                                              {"STRUCTURE", Role::passed_over},
                                              {"STRUCTURE_NAME", Role::passed_over},
                                              {"SERIES_KEY", Role::passed_over},
                                              {"OBS_KEY", Role::passed_over},
                                              {"DECIMALS", Role::passed_over},
                                              {"FREQ", Role::passed_over},
                                              {"FREQ_COLL", Role::passed_over},
                                              {"DATA_SOURCE", Role::data_source},
                                              {"SOURCE_LINK", Role::passed_over},
                                              {"REF_PERIOD", Role::passed_over},
                                              {"OBS_CONF", Role::passed_over},
                                              {"COVERAGE_TIME", Role::passed_over},
                                              {"TIME_PERIOD_METHOD", Role::passed_over},
                                              {"TIME_FORMAT", Role::passed_over},
                                              {"COLLECTION", Role::passed_over},
                                              {"COLL_METHOD", Role::passed_over},
                                              {"PREPARED", Role::passed_over},
                                              {"UPDATED", Role::passed_over},
                                              {"LAST_UPDATE", Role::passed_over},
                                              {"OBS_COM", Role::passed_over},
                                              {"PUBL_ECB", Role::passed_over}}};
/// Beginnings and parts of the ids of attributes.
constexpr std::array<std::string_view, 8> k_attribute_parts{
    "FOOTNOTE", "_NOTE", "COMMENT", "TITLE", "SOWC_FLAG", "CONF_STATUS", "EMBARGO", "DOM_SER_IDS"};

} // namespace

Role role_of(std::string_view id) {
  const std::string wanted = upper(id);
  for (const Concept& known : k_concepts)
    if (known.id == wanted)
      return known.role;
  // SDMX 3.0 allows several measures, which are numbered.
  if (wanted.starts_with("OBS_VALUE"))
    return Role::value;
  const bool attribute =
      std::any_of(k_attribute_parts.begin(), k_attribute_parts.end(),
                  [&](std::string_view part) { return wanted.find(part) != std::string::npos; });
  return attribute ? Role::passed_over : Role::dimension;
}

} // namespace kept::read::sdmx
