// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "facts/transaction.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kept::facts {

// Text in these records is a view into the Batch that owns them. Codes are as published, trimmed; version 1
// codes are already mapped to version 2 where RULES.md 2 gives a map. An absent attribute is an empty view.

struct OtherIdentifier {
  std::string_view reference, type, owner_ref, owner_name;
};

struct ActivityDate {
  std::string_view type; ///< 1 planned start, 2 actual start, 3 planned end, 4 actual end
  std::optional<Date> date;
};

struct ParticipatingOrganisation {
  Organisation organisation;
  std::string_view role; ///< 1 funding, 2 accountable, 3 extending, 4 implementing
  std::string_view type, activity_id;
};

struct Location {
  std::uint32_t line = 0;
  std::string_view reference, name, point; ///< point: "latitude longitude" as published
  std::string_view location_class, reach, exactness, feature_designation, administrative_code;
};

struct PolicyMarker {
  std::uint32_t line = 0;
  std::string_view vocabulary; ///< "1" (OECD DAC CRS) when the file gives none
  std::string_view code, significance;
};

struct Budget {
  std::uint32_t line = 0;
  std::string_view type;   ///< 1 original, 2 revised; "1" when absent
  std::string_view status; ///< 1 indicative, 2 committed; "1" when absent
  std::optional<Date> period_start, period_end;
  Amount amount;
};

struct PlannedDisbursement {
  std::uint32_t line = 0;
  std::string_view type;
  std::optional<Date> period_start, period_end;
  Amount amount;
  TransferParty provider, receiver;
};

struct RelatedActivity {
  std::string_view reference;
  std::string_view type; ///< 1 parent, 2 child, 3 sibling, 4 co-funded, 5 third party
};

struct DocumentLink {
  std::uint32_t line = 0;
  std::string_view url, format, title, date;
  std::vector<std::string_view> categories;
};

struct HumanitarianScope {
  std::string_view type, vocabulary, code;
};

struct Dimension {
  std::string_view name, value;
};

/// A baseline, target or actual of a result indicator.
struct IndicatorValue {
  std::uint32_t line = 0;
  std::string_view value; ///< as published; may be text for qualitative indicators
  std::string_view year;  ///< of a baseline
  std::optional<Date> date;
  std::vector<Dimension> dimensions;
};

struct IndicatorPeriod {
  std::uint32_t line = 0;
  std::optional<Date> start, end;
  std::vector<IndicatorValue> targets, actuals;
};

struct Indicator {
  std::uint32_t line = 0;
  std::string_view measure; ///< 1 unit, 2 percentage, 3 nominal, 4 ordinal, 5 qualitative
  std::string_view title;
  std::string_view reference_vocabulary, reference_code;
  bool ascending = true;
  std::vector<IndicatorValue> baselines;
  std::vector<IndicatorPeriod> periods;
};

struct ActivityResult {
  std::uint32_t line = 0;
  std::string_view type; ///< 1 output, 2 outcome, 3 impact, 9 other
  std::string_view title;
  std::vector<Indicator> indicators;
};

/// One iati-activity.
struct Activity {
  std::uint32_t line = 0;    ///< of its start tag, from 1
  std::uint32_t ordinal = 0; ///< among the activities of its source, from 0
  std::string_view iati_identifier;
  std::optional<Moment> last_updated;
  std::string_view default_currency, language;
  std::string_view hierarchy; ///< "1" when absent
  std::optional<bool> humanitarian;
  Organisation reporting_org;
  std::string_view reporting_org_type;
  bool secondary_reporter = false;

  std::vector<OtherIdentifier> other_identifiers;
  std::vector<Narrative> titles;
  std::vector<Narrative> descriptions;
  std::vector<ActivityDate> dates;
  std::string_view
      status; ///< 1 pipeline, 2 implementation, 3 finalisation, 4 closed, 5 cancelled, 6 suspended
  std::string_view scope;
  std::vector<ParticipatingOrganisation> participating_orgs;

  std::vector<Share> recipient_countries; ///< vocabulary is empty
  std::vector<Share> recipient_regions;
  std::vector<Share> sectors;
  std::vector<Location> locations;
  std::vector<Code> tags;
  std::vector<PolicyMarker> policy_markers;
  std::vector<HumanitarianScope> humanitarian_scopes;

  std::string_view collaboration_type, default_flow_type, default_finance_type, default_tied_status;
  std::vector<Code> default_aid_types;
  std::string_view capital_spend_percentage;
  std::optional<bool> conditions_attached;

  std::vector<Budget> budgets;
  std::vector<PlannedDisbursement> planned_disbursements;
  std::vector<Transaction> transactions;
  std::vector<RelatedActivity> related_activities;
  std::vector<DocumentLink> documents;
  std::vector<ActivityResult> results;
};

} // namespace kept::facts
