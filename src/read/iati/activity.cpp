// SPDX-License-Identifier: Apache-2.0
#include "read/iati/activity.hpp"

#include "base/text.hpp"
#include "read/iati/budget.hpp"
#include "read/iati/classification.hpp"
#include "read/iati/codes.hpp"
#include "read/iati/document_link.hpp"
#include "read/iati/location.hpp"
#include "read/iati/organisation.hpp"
#include "read/iati/result.hpp"
#include "read/iati/share.hpp"
#include "read/iati/transaction.hpp"

#include <fmt/format.h>

#include <array>

namespace kept::read::iati {
namespace {

using Reader = const ElementReader&;
using Node = Element;
using facts::Activity;

/// Version 1 gives the owner as attributes and the identifier as text.
facts::OtherIdentifier read_other_identifier(Reader reader, Node element) {
  const auto owner = element.child("owner-org");
  facts::OtherIdentifier other;
  other.reference = or_default(attribute(element, "ref"), own_text(element));
  other.type = attribute(element, "type");
  other.owner_ref = or_default(attribute(owner, "ref"), attribute(element, "owner-ref"));
  other.owner_name = or_default(reader.first_narrative(owner), attribute(element, "owner-name"));
  return other;
}

// In the order in which they are frequent.
constexpr std::array<ChildReader<Activity>, 28> k_children{{
    {"transaction", [](Reader reader, Node node,
                       Activity& to) { to.transactions.push_back(read_transaction(reader, node)); }},
    {"result",
     [](Reader reader, Node node, Activity& to) { to.results.push_back(read_result(reader, node)); }},
    {"budget",
     [](Reader reader, Node node, Activity& to) { to.budgets.push_back(read_budget(reader, node)); }},
    {"sector",
     [](Reader reader, Node node, Activity& to) { to.sectors.push_back(read_sector(reader, node)); }},
    {"participating-org",
     [](Reader reader, Node node, Activity& to) {
       to.participating_orgs.push_back(read_participating_org(reader, node));
     }},
    {"policy-marker", [](Reader reader, Node node,
                         Activity& to) { to.policy_markers.push_back(read_policy_marker(reader, node)); }},
    {"document-link", [](Reader reader, Node node,
                         Activity& to) { to.documents.push_back(read_document_link(reader, node)); }},
    {"location",
     [](Reader reader, Node node, Activity& to) { to.locations.push_back(read_location(reader, node)); }},
    {"activity-date",
     [](Reader reader, Node node, Activity& to) {
       to.dates.push_back({activity_date_type(attribute(node, "type")), reader.date_of(node)});
     }},
    {"title", [](Reader reader, Node node, Activity& to) { reader.narratives(node, to.titles); }},
    {"description", [](Reader reader, Node node, Activity& to) { reader.narratives(node, to.descriptions); }},
    {"recipient-country",
     [](Reader reader, Node node, Activity& to) {
       to.recipient_countries.push_back(read_recipient_country(reader, node));
     }},
    {"recipient-region",
     [](Reader reader, Node node, Activity& to) {
       to.recipient_regions.push_back(read_recipient_region(reader, node));
     }},
    {"reporting-org", read_reporting_org},
    {"other-identifier",
     [](Reader reader, Node node, Activity& to) {
       to.other_identifiers.push_back(read_other_identifier(reader, node));
     }},
    {"planned-disbursement",
     [](Reader reader, Node node, Activity& to) {
       to.planned_disbursements.push_back(read_planned_disbursement(reader, node));
     }},
    {"related-activity",
     [](Reader, Node node, Activity& to) {
       to.related_activities.push_back({attribute(node, "ref"), attribute(node, "type")});
     }},
    {"tag", [](Reader, Node node, Activity& to) { to.tags.push_back(read_code(node)); }},
    {"humanitarian-scope",
     [](Reader, Node node, Activity& to) {
       to.humanitarian_scopes.push_back(read_humanitarian_scope(node));
     }},
    {"activity-status", [](Reader, Node node, Activity& to) { set_first(to.status, code_of(node)); }},
    {"activity-scope", [](Reader, Node node, Activity& to) { set_first(to.scope, code_of(node)); }},
    {"collaboration-type",
     [](Reader, Node node, Activity& to) { set_first(to.collaboration_type, code_of(node)); }},
    {"default-flow-type",
     [](Reader, Node node, Activity& to) { set_first(to.default_flow_type, code_of(node)); }},
    {"default-finance-type",
     [](Reader, Node node, Activity& to) { set_first(to.default_finance_type, code_of(node)); }},
    {"default-tied-status",
     [](Reader, Node node, Activity& to) { set_first(to.default_tied_status, code_of(node)); }},
    {"default-aid-type",
     [](Reader, Node node, Activity& to) { to.default_aid_types.push_back(read_code(node)); }},
    {"capital-spend",
     [](Reader, Node node, Activity& to) {
       set_first(to.capital_spend_percentage, attribute(node, "percentage"));
     }},
    {"conditions",
     [](Reader, Node node, Activity& to) {
       if (!to.conditions_attached)
         to.conditions_attached = boolean(node, "attached");
     }},
}};

std::optional<Moment> read_last_updated(Reader reader, Node element, std::uint32_t line) {
  const auto text = attribute(element, "last-updated-datetime");
  if (text.empty())
    return {};
  const auto moment = Moment::parse(text);
  if (moment)
    return *moment;
  reader.report("bad-date", facts::Severity::warning, line,
                fmt::format("last-updated-datetime {}: {}", excerpt(text), moment.error().why));
  return {};
}

} // namespace

facts::Activity read_activity(ElementReader& reader, Element element) {
  Activity activity;
  activity.line = reader.line(element);
  activity.iati_identifier = reader.text(element.child("iati-identifier"));
  activity.language = attribute(element, "xml:lang");
  reader.begin(activity.iati_identifier, activity.language);
  activity.last_updated = read_last_updated(reader, element, activity.line);
  activity.default_currency = attribute(element, "default-currency");
  activity.hierarchy = or_default(attribute(element, "hierarchy"), "1");
  activity.humanitarian = boolean(element, "humanitarian");
  if (activity.iati_identifier.empty())
    reader.report("missing-identifier", facts::Severity::warning, activity.line,
                  "the activity has no iati-identifier; it goes by its source and line");
  read_children<Activity>(reader, element, k_children, activity);
  if (activity.reporting_org.ref.empty() && activity.reporting_org.name.empty())
    reader.report("missing-reporting-org", facts::Severity::warning, activity.line,
                  "the activity does not say who reports it");
  return activity;
}

} // namespace kept::read::iati
