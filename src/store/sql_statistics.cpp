// SPDX-License-Identifier: Apache-2.0
#include "store/sql_evidence.hpp"

namespace kept::store {

std::vector<facts::CatalogueIndicator> SqlEvidence::indicators() const {
  return {};
}
std::optional<facts::CatalogueIndicator> SqlEvidence::indicator(std::string_view) const {
  return {};
}
std::vector<measure::ObservationRecord> SqlEvidence::observations(std::string_view,
                                                                  const std::vector<std::string>&) const {
  return {};
}
measure::AreaGroup SqlEvidence::area_group(std::string_view, std::string_view, Date) const {
  return {};
}
std::vector<std::string> SqlEvidence::area_group_names() const {
  return {};
}
std::string SqlEvidence::alpha3(std::string_view) const {
  return {};
}
std::string SqlEvidence::area_name(std::string_view alpha3) const {
  return std::string(alpha3);
}

} // namespace kept::store
