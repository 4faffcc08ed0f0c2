// SPDX-License-Identifier: Apache-2.0
#include "read/iati/organisation.hpp"

#include "read/iati/codes.hpp"

namespace kept::read::iati {

facts::Organisation read_organisation(const ElementReader& reader, Element element) {
  return {attribute(element, "ref"), reader.first_narrative(element)};
}

void read_reporting_org(const ElementReader& reader, Element element, facts::Activity& activity) {
  if (!activity.reporting_org.ref.empty() || !activity.reporting_org.name.empty())
    return;
  activity.reporting_org = read_organisation(reader, element);
  activity.reporting_org_type = attribute(element, "type");
  activity.secondary_reporter = boolean(element, "secondary-reporter").value_or(false);
}

facts::ParticipatingOrganisation read_participating_org(const ElementReader& reader, Element element) {
  return {read_organisation(reader, element), organisation_role(attribute(element, "role")),
          attribute(element, "type"), attribute(element, "activity-id")};
}

facts::TransferParty read_transfer_party(const ElementReader& reader, Element element,
                                         std::string_view activity_attribute) {
  return {read_organisation(reader, element), attribute(element, "type"),
          attribute(element, activity_attribute)};
}

} // namespace kept::read::iati
