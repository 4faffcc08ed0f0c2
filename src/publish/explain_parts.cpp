// SPDX-License-Identifier: Apache-2.0
#include "publish/explain_parts.hpp"

#include "publish/numbers.hpp"
#include "publish/statement.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::publish {
namespace {

using measure::Role;

template <typename T> const T* by_id(const std::vector<T>& list, std::string_view id) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const T& item) { return item.id == id; });
  return found == list.end() ? nullptr : &*found;
}

std::string party_name(const Explanation& e, std::string_view id) {
  const ledger::Party* party = e.framework.party(id);
  return party == nullptr ? std::string(id) : party->name.in(e.language);
}

void add(std::vector<std::string>& parts, bool wanted, std::string text) {
  if (wanted)
    parts.push_back(std::move(text));
}

Stated stated_pledge(const Explanation& e, const ledger::Pledge& pledge) {
  Stated result;
  result.by = party_name(e, pledge.by);
  result.to = pledge.to ? party_name(e, *pledge.to) : "";
  result.agreement = pledge.agreement;
  result.window = pledge.window.to ? pledge.window.from.to_string() + " to " + pledge.window.to->to_string()
                                   : "from " + pledge.window.from.to_string();
  std::vector<std::string> parts;
  add(parts, pledge.measure == ledger::Measure::money,
      pledge.basis == ledger::Basis::commitments ? "commitments count" : "payments count");
  if (pledge.baseline_years)
    parts.push_back(fmt::format("additional to the mean of the {} years before", *pledge.baseline_years));
  result.condition = join(parts, "; ");
  return result;
}

Stated stated_claim(const Explanation& e, const ledger::Claim& claim) {
  Stated result;
  result.by = claim.by.empty() ? "" : party_name(e, claim.by);
  result.agreement = claim.agreement;
  result.window = claim.date_text;
  std::vector<std::string> parts;
  add(parts, !claim.about.empty() && claim.about != claim.by, "about " + party_name(e, claim.about));
  add(parts, !claim.indicator.empty(), claim.indicator);
  add(parts, !claim.group.empty(),
      "among " + claim.group + (claim.vintage.empty() ? "" : " (" + claim.vintage + ")"));
  if (claim.top)
    parts.push_back("within the top " + claim.top->amount.trimmed().to_string() +
                    (claim.top->percent ? " %" : ""));
  if (claim.bound)
    parts.push_back(std::string(claim.at_most ? "at most " : "at least ") +
                    claim.bound->trimmed().to_string());
  if (claim.since)
    parts.push_back(fmt::format("since {}", *claim.since));
  result.condition = join(parts, ", ");
  return result;
}

Stated stated_agreement(const Explanation& e, const ledger::Agreement& agreement) {
  Stated result;
  std::vector<std::string> names;
  for (const std::string& id : agreement.parties)
    names.push_back(party_name(e, id));
  result.by = join(names, ", ");
  result.window = agreement.date_text;
  return result;
}

std::string_view effect_of(Role role) {
  switch (role) {
  case Role::confirmed:
    return "low, central, high";
  case Role::reported:
    return "central, high";
  case Role::committed:
    return "high";
  case Role::merged:
    return "removed: counted once already";
  case Role::baseline:
    return "compared with";
  case Role::excluded:
    break;
  }
  return "not counted";
}

} // namespace

Stated stated(const Explanation& e) {
  const std::string& id = e.assessment.id;
  Stated result;
  if (const auto* pledge = by_id(e.framework.pledges, id))
    result = stated_pledge(e, *pledge);
  else if (const auto* claim = by_id(e.framework.claims, id))
    result = stated_claim(e, *claim);
  else if (const auto* agreement = e.framework.agreement(id))
    result = stated_agreement(e, *agreement);
  if (const auto* agreement = e.framework.agreement(result.agreement))
    result.agreement_title = agreement->title.in(e.language);
  return result;
}

std::vector<Line> head_lines(const Explanation& e) {
  const measure::Assessment& a = e.assessment;
  const Stated s = stated(e);
  const bool pledge = a.kind == "pledge";
  const auto amount = [&](const std::optional<Decimal>& number) {
    return number ? display_amount(*number, a.unit) : std::string();
  };
  const std::string agreement =
      s.agreement_title.empty() ? s.agreement : s.agreement + ": " + s.agreement_title;
  const std::string place = a.stated_at.file.empty() ? ""
                                                     : fmt::format("{}:{}:{}", a.stated_at.file,
                                                                   a.stated_at.line, a.stated_at.column);
  std::vector<Line> lines{{pledge              ? "Promised by"
                           : a.kind == "claim" ? "Claimed by"
                                               : "Parties",
                           s.by},
                          {"To", s.to},
                          {"Measure", s.condition.empty() ? a.measure : a.measure + " (" + s.condition + ")"},
                          {"Target", display_target(a)},
                          {pledge ? "Window" : "Date", s.window},
                          {"Agreement", agreement},
                          {"Document", a.attested_by ? display_document(*a.attested_by, e.language) : ""},
                          {"In the ledger", place},
                          {"Verdict", display_verdict(a)},
                          {pledge ? "Delivered" : "Found", display_found(a)},
                          {"Expected by now", amount(a.expected)},
                          {"Counted twice, removed", amount(a.double_counted)},
                          {"Why", a.why},
                          {"Sources", join(a.sources, "; ")}};
  std::erase_if(lines, [](const Line& line) { return line.text.empty(); });
  return lines;
}

std::vector<Sum> sums(const std::vector<TrailGroup>& groups, std::string_view unit) {
  std::vector<Sum> result;
  for (const TrailGroup& group : groups) {
    const bool any = group.without_amount < group.entries.size();
    result.push_back({std::string(to_string(group.role)), group.reason, group.entries.size(),
                      any ? display_amount(group.amount, unit) : "", std::string(effect_of(group.role))});
  }
  return result;
}

std::optional<LeagueView> league_view(const Explanation& e) {
  if (!e.assessment.league || e.assessment.league->rows.empty())
    return std::nullopt;
  return LeagueView{*e.assessment.league, e.area, e.area_name, e.indicator, e.unit};
}

std::string display_place(const measure::FactPlace& place) {
  return place.line == 0 ? place.source : fmt::format("{}:{}", place.source, place.line);
}

} // namespace kept::publish
