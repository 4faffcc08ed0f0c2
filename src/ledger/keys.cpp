// SPDX-License-Identifier: Apache-2.0
#include "ledger/keys.hpp"

#include <array>

namespace kept::ledger {

namespace {

constexpr bool k_required = true;

constexpr Key k_ledger[] = {{"framework", k_required},
                            {"title", k_required},
                            {"illustrative"},
                            {"include"},
                            {"parties"},
                            {"agreements"},
                            {"pledges"},
                            {"claims"}};
constexpr Key k_included[] = {{"parties"}, {"agreements"}, {"pledges"}, {"claims"}};
constexpr Key k_party[] = {{"name", k_required}, {"country"}, {"orgs"}, {"aliases"}};
constexpr Key k_agreement[] = {{"id", k_required},      {"title"}, {"kind", k_required}, {"date", k_required},
                               {"parties", k_required}, {"source"}};
constexpr Key k_pledge[] = {{"id", k_required},
                            {"title"},
                            {"agreement", k_required},
                            {"by", k_required},
                            {"to"},
                            {"measure", k_required},
                            {"window", k_required},
                            {"target"},
                            {"additional"},
                            {"basis"},
                            {"level"},
                            {"waypoints"},
                            {"filter"},
                            {"people"},
                            {"meetings"},
                            {"steps"},
                            {"source"}};
constexpr Key k_target[] = {{"amount"}, {"currency"}, {"count"}};
constexpr Key k_additional[] = {{"baseline_years", k_required}};
constexpr Key k_window[] = {{"from", k_required}, {"to"}};
constexpr Key k_waypoint[] = {{"date", k_required}, {"amount"}, {"count"}};
constexpr Key k_filter[] = {{"provider"},     {"receiver"}, {"reporting_org"}, {"countries"},
                            {"regions"},      {"group"},    {"sectors"},       {"gender_marker"},
                            {"rmnch_marker"}, {"statuses"}, {"activities"},    {"tags"}};
constexpr Key k_people[] = {{"from", k_required}, {"programmes"}, {"sex"}, {"indicators"}, {"periods"}};
constexpr Key k_meetings[] = {{"kinds", k_required}, {"per"}};
constexpr Key k_step[] = {{"id", k_required}, {"title"}, {"due"}, {"done"}, {"document"}};
constexpr Key k_claim[] = {{"id", k_required},
                           {"title"},
                           {"agreement"},
                           {"by"},
                           {"about"},
                           {"claim", k_required},
                           {"indicator"},
                           {"group"},
                           {"vintage"},
                           {"lower_is_better"},
                           {"top"},
                           {"year"},
                           {"since"},
                           {"at_most"},
                           {"at_least"},
                           {"companion"},
                           {"preferred_source"},
                           {"date"},
                           {"source"}};
constexpr Key k_document[] = {{"title", k_required}, {"publisher"}, {"published"}, {"url"}};
constexpr Key k_local_text[] = {{"en", k_required}, {"zh"}, {"ko"}};

using Names = std::string_view[];
constexpr Names k_measure_keys = {"target", "additional", "basis",    "level", "waypoints",
                                  "filter", "people",     "meetings", "steps"};
constexpr Names k_money_needs = {"target"};
constexpr Names k_money_takes = {"additional", "basis", "waypoints", "filter"};
constexpr Names k_filtered_needs = {"target", "filter"};
constexpr Names k_spend_takes = {"additional", "waypoints"};
constexpr Names k_waypoints = {"waypoints"};
constexpr Names k_activities_takes = {"level", "waypoints"};
constexpr Names k_people_needs = {"target", "people"};
constexpr Names k_people_takes = {"filter", "waypoints"};
constexpr Names k_milestone_needs = {"steps"};
constexpr Names k_meetings_needs = {"target", "meetings"};

constexpr KindKeys k_by_measure[] = {{"money", k_money_needs, k_money_takes},
                                     {"spend", k_filtered_needs, k_spend_takes},
                                     {"activities", k_filtered_needs, k_activities_takes},
                                     {"people", k_people_needs, k_people_takes},
                                     {"countries", k_filtered_needs, k_waypoints},
                                     {"milestone", k_milestone_needs, {}},
                                     {"meetings", k_meetings_needs, k_waypoints}};

constexpr Names k_claim_kind_keys = {"indicator", "group",     "vintage",         "lower_is_better",
                                     "top",       "year",      "since",           "at_most",
                                     "at_least",  "companion", "preferred_source"};
constexpr Names k_rank_needs = {"indicator", "group", "top"};
constexpr Names k_rank_takes = {"vintage", "lower_is_better", "year", "preferred_source"};
constexpr Names k_threshold_needs = {"indicator"};
constexpr Names k_threshold_takes = {"at_most", "at_least", "year", "preferred_source"};
constexpr Names k_pace_needs = {"indicator", "since"};
constexpr Names k_pace_takes = {"group", "vintage", "lower_is_better", "top",
                                "year",  "at_most", "at_least",        "preferred_source"};
constexpr Names k_event_needs = {"date"};
constexpr Names k_recognition_takes = {"companion"};

constexpr KindKeys k_by_claim_kind[] = {{"rank", k_rank_needs, k_rank_takes},
                                        {"threshold", k_threshold_needs, k_threshold_takes},
                                        {"pace", k_pace_needs, k_pace_takes},
                                        {"event", k_event_needs, {}},
                                        {"recognition", {}, k_recognition_takes}};

} // namespace

namespace keys {
const RecordKeys ledger{"ledger", k_ledger};
const RecordKeys included{"file", k_included};
const RecordKeys party{"party", k_party};
const RecordKeys agreement{"agreement", k_agreement};
const RecordKeys pledge{"pledge", k_pledge};
const RecordKeys target{"target", k_target};
const RecordKeys additional{"additional", k_additional};
const RecordKeys window{"window", k_window};
const RecordKeys waypoint{"waypoint", k_waypoint};
const RecordKeys filter{"filter", k_filter};
const RecordKeys people{"people", k_people};
const RecordKeys meetings{"meetings", k_meetings};
const RecordKeys step{"step", k_step};
const RecordKeys claim{"claim", k_claim};
const RecordKeys document{"document", k_document};
const RecordKeys local_text{"text", k_local_text};
} // namespace keys

std::span<const RecordKeys* const> all_record_keys() {
  static constexpr std::array<const RecordKeys*, 16> all = {
      &keys::ledger,     &keys::included, &keys::party,    &keys::agreement, &keys::pledge, &keys::target,
      &keys::additional, &keys::window,   &keys::waypoint, &keys::filter,    &keys::people, &keys::meetings,
      &keys::step,       &keys::claim,    &keys::document, &keys::local_text};
  return all;
}

std::span<const std::string_view> measure_keys() {
  return k_measure_keys;
}
std::span<const KindKeys> keys_by_measure() {
  return k_by_measure;
}
std::span<const std::string_view> claim_kind_keys() {
  return k_claim_kind_keys;
}
std::span<const KindKeys> keys_by_claim_kind() {
  return k_by_claim_kind;
}

} // namespace kept::ledger
