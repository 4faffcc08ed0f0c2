// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/activity.hpp"
#include "read/iati/elements.hpp"

namespace kept::read::iati {

/// The reference and first name of an element that stands for an organisation.
facts::Organisation read_organisation(const ElementReader& reader, Element element);

/// `reporting-org`: who publishes the activity, of which type, and whether at second hand. The first one
/// counts.
void read_reporting_org(const ElementReader& reader, Element element, facts::Activity& activity);

facts::ParticipatingOrganisation read_participating_org(const ElementReader& reader, Element element);

/// `provider-org` or `receiver-org`; its activity is in the attribute named `activity_attribute`.
facts::TransferParty read_transfer_party(const ElementReader& reader, Element element,
                                         std::string_view activity_attribute);
inline facts::TransferParty read_provider_org(const ElementReader& reader, Element element) {
  return read_transfer_party(reader, element, "provider-activity-id");
}
inline facts::TransferParty read_receiver_org(const ElementReader& reader, Element element) {
  return read_transfer_party(reader, element, "receiver-activity-id");
}

} // namespace kept::read::iati
