// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "measure/coverage.hpp"
#include "measure/measures.hpp"
#include "measure/parties.hpp"
#include "measure/periods.hpp"
#include "measure/trail.hpp"
#include "measure/window.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace kept::measure {
namespace {

/// How lists of events may name a party, folded: names, aliases, references and the party's id.
struct PartyNames {
  std::set<std::string> folded;
};

/// The parties of the pledge and of its agreement, each once.
std::vector<PartyNames> parties_of(const Question& question, const ledger::Pledge& pledge) {
  std::set<std::string> ids = {pledge.by};
  if (pledge.to)
    ids.insert(*pledge.to);
  if (const ledger::Agreement* agreement = question.framework.agreement(pledge.agreement))
    ids.insert(agreement->parties.begin(), agreement->parties.end());
  std::vector<PartyNames> parties;
  for (const std::string& id : ids) {
    const OrganisationMatch match = organisation_match(question.framework, party_of(question.framework, id));
    PartyNames names{{match.names.begin(), match.names.end()}};
    for (const std::string& ref : match.refs)
      names.folded.insert(fold(ref));
    names.folded.insert(fold(id));
    parties.push_back(std::move(names));
  }
  return parties;
}

/// Two of the parties must meet (the one, where there is only one).
bool is_between(const EventRecord& event, const std::vector<PartyNames>& parties) {
  std::set<std::string> present;
  for (const std::string& name : event.parties)
    present.insert(fold(name));
  const auto is_present = [&](const PartyNames& party) {
    return std::any_of(party.folded.begin(), party.folded.end(),
                       [&](const std::string& name) { return present.count(name) != 0; });
  };
  const auto found = static_cast<std::size_t>(std::count_if(parties.begin(), parties.end(), is_present));
  return found >= std::min<std::size_t>(2, parties.size());
}

TrailEntry entry_of(const EventRecord& event) {
  TrailEntry entry;
  entry.place = event.place;
  entry.label = event.document.empty() ? event.title : fmt::format("{} ({})", event.title, event.document);
  entry.date = event.date;
  entry.raw_value = event.kind;
  entry.amount = Decimal(0);
  return entry;
}

/// What a pledge of so many meetings per period comes to (ledger::MeetingRule::per).
void set_periodic_target(Count& count, const Question& question, const ledger::Pledge& pledge) {
  const ledger::Period per = *pledge.meetings.per;
  const Decimal each = *pledge.target.amount;
  const Date first = pledge.window.from;
  // Before the window it is the first period's, so that nothing is kept before it began.
  const Date last = std::max(first, pledge.window.to.value_or(question.as_of));
  const int periods = period_at(first, per, last) + 1;
  count.target = each * Decimal(periods);
  count.note =
      fmt::format("Promised are {} per {}, in {} period{}{}.", each.to_string(), ledger::to_string(per),
                  periods, periods == 1 ? "" : "s", pledge.window.to ? "" : " begun so far");
  // A period is over when the day after the report belongs to the next one.
  if (!pledge.window.to)
    count.expected = each * Decimal(std::max(0, period_at(first, per, question.as_of.plus_days(1))));
}

/// Takes out of `counted` (indices of the trail) what each period has beyond `each`: first what no document
/// attests, then what came later.
void keep_what_periods_need(std::vector<TrailEntry>& trail, std::vector<std::size_t>& counted,
                            const std::vector<bool>& has_document, const ledger::Pledge& pledge) {
  std::stable_sort(counted.begin(), counted.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(!has_document[a], *trail[a].date) < std::tuple(!has_document[b], *trail[b].date);
  });
  std::map<int, Decimal> in_period;
  const auto is_surplus = [&](std::size_t index) {
    Decimal& held = in_period[period_at(pledge.window.from, *pledge.meetings.per, *trail[index].date)];
    if (held < *pledge.target.amount) {
      held = held + Decimal(1);
      return false;
    }
    trail[index].reason = "beyond what its period needs";
    return true;
  };
  std::vector<std::size_t> needed;
  std::remove_copy_if(counted.begin(), counted.end(), std::back_inserter(needed), is_surplus);
  counted = std::move(needed);
}

} // namespace

Count count_meetings(const Question& question, const ledger::Pledge& pledge) {
  Count count;
  count.unit = "meetings";
  count.target = pledge.target.amount;
  const bool is_periodic = pledge.meetings.per && pledge.target.amount;
  if (is_periodic)
    set_periodic_target(count, question, pledge);
  const std::vector<EventRecord> events = question.evidence.events(pledge.meetings.kinds);
  std::vector<std::optional<Date>> dates;
  dates.reserve(events.size());
  for (const EventRecord& event : events)
    dates.push_back(event.date);
  count.coverage = coverage_by_rows(question, pledge.window, dates,
                                    fmt::format("events ({})", fmt::join(pledge.meetings.kinds, ", ")));

  const std::vector<PartyNames> parties = parties_of(question, pledge);
  // The same meeting in two lists counts once, by the row with a document.
  std::map<std::tuple<std::string, Date, std::string>, std::size_t> meetings;
  std::vector<bool> has_document;
  for (const EventRecord& event : events) {
    TrailEntry entry = entry_of(event);
    if (!event.date)
      entry.reason = "no date";
    else if (const std::string_view outside = reason_outside(pledge.window, question.as_of, *event.date);
             !outside.empty())
      entry.reason = outside;
    else if (!is_between(event, parties))
      entry.reason = "not between the parties";
    has_document.push_back(!event.document.empty());
    count.trail.push_back(std::move(entry));
    if (!count.trail.back().reason.empty())
      continue;

    const std::size_t current = count.trail.size() - 1;
    const auto [known, is_new] =
        meetings.try_emplace({fold(event.kind), *event.date, fold(event.title)}, current);
    if (is_new)
      continue;
    std::size_t loser = current;
    if (!has_document[known->second] && has_document[current])
      std::swap(known->second, loser);
    count.trail[loser].role = Role::merged;
  }

  std::vector<std::size_t> counted;
  counted.reserve(meetings.size());
  for (const auto& [meeting, index] : meetings)
    counted.push_back(index);
  if (is_periodic)
    keep_what_periods_need(count.trail, counted, has_document, pledge);
  int attested = 0;
  for (const std::size_t index : counted) {
    TrailEntry& entry = count.trail[index];
    entry.role = has_document[index] ? Role::confirmed : Role::reported;
    entry.amount = Decimal(1);
    attested += has_document[index] ? 1 : 0;
  }
  for (std::size_t i = 0; i < events.size(); ++i)
    if (count.trail[i].role == Role::merged)
      count.trail[i].reason = text_of(
          count.trail[meetings.at({fold(events[i].kind), *events[i].date, fold(events[i].title)})].place);
  const Decimal all(static_cast<int>(counted.size()));
  count.interval = {Decimal(attested), all, all};
  sort_trail(count.trail);
  return count;
}

} // namespace kept::measure
