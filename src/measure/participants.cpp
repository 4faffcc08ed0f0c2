// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "measure/coverage.hpp"
#include "measure/people.hpp"
#include "measure/restriction.hpp"
#include "measure/trail.hpp"
#include "measure/window.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace kept::measure {
namespace {

/// How far a person has come; a higher one counts before a lower one.
enum class Standing { unknown, withdrawn, nominated, enrolled, completed };

Standing standing_of(std::string_view status) {
  const std::string folded = fold(status);
  if (folded == "completed")
    return Standing::completed;
  if (folded == "enrolled")
    return Standing::enrolled;
  if (folded == "nominated")
    return Standing::nominated;
  return folded == "withdrawn" ? Standing::withdrawn : Standing::unknown;
}

Role role_of(Standing standing) {
  if (standing == Standing::completed)
    return Role::confirmed;
  return standing == Standing::enrolled ? Role::reported : Role::committed;
}

class Roll {
public:
  Roll(const Question& question, const ledger::Pledge& pledge)
      : m_question(question), m_pledge(pledge), m_restriction(restriction_of(question, pledge.filter)) {}

  Count count(const std::vector<ParticipantRecord>& records) {
    for (const ParticipantRecord& record : records)
      note_withdrawal(record);
    for (const ParticipantRecord& record : records)
      take(record);
    return close();
  }

private:
  using ProgrammePlace = std::pair<std::string, std::string>; ///< person and folded programme

  struct Best {
    std::size_t entry = 0;
    Standing standing = Standing::unknown;
  };

  void note_withdrawal(const ParticipantRecord& record) {
    if (standing_of(record.status) != Standing::withdrawn || !record.date || *record.date > m_question.as_of)
      return;
    Date& latest =
        m_withdrawals.try_emplace({person_of(record), fold(record.programme)}, *record.date).first->second;
    latest = std::max(latest, *record.date);
  }

  void take(const ParticipantRecord& record) {
    TrailEntry entry;
    entry.place = record.place;
    entry.label = fmt::format("{}: {}", record.person, record.status);
    entry.date = record.date;
    entry.raw_value = record.status;
    entry.amount = Decimal(0);
    entry.reason = reason_against(record);
    const bool counts = entry.reason.empty();
    m_trail.push_back(std::move(entry));
    if (!counts)
      return;
    const std::size_t current = m_trail.size() - 1;
    const Standing standing = standing_of(record.status);
    const auto [best, is_new] = m_best.try_emplace(person_of(record), Best{current, standing});
    m_persons.push_back({current, best->first});
    if (!is_new && standing > best->second.standing)
      best->second = {current, standing};
  }

  std::string reason_against(const ParticipantRecord& record) const {
    const Standing standing = standing_of(record.status);
    if (!m_restriction.impossible.empty() || !is_of_country(record))
      return "outside the filter of the pledge";
    if (person_of(record).empty())
      return "no person";
    if (!m_pledge.people.sex.empty() && fold(record.sex) != fold(m_pledge.people.sex))
      return record.sex.empty() ? "sex not stated" : "of another sex";
    if (standing == Standing::unknown)
      return "unknown status";
    if (standing == Standing::withdrawn)
      return "withdrawn";
    if (!record.date)
      return "no date";
    if (const std::string_view outside = reason_outside(m_pledge.window, m_question.as_of, *record.date);
        !outside.empty())
      return std::string(outside);
    const auto withdrawal = m_withdrawals.find({person_of(record), fold(record.programme)});
    if (standing != Standing::completed && withdrawal != m_withdrawals.end() &&
        withdrawal->second >= *record.date)
      return "withdrawn on " + withdrawal->second.to_string();
    return {};
  }

  bool is_of_country(const ParticipantRecord& record) const {
    const std::vector<std::string>& countries = m_restriction.facts.countries;
    return countries.empty() || std::find(countries.begin(), countries.end(),
                                          m_question.evidence.alpha2(record.country)) != countries.end();
  }

  static std::string person_of(const ParticipantRecord& record) { return std::string(trim(record.person)); }

  Count close() {
    for (const auto& [index, person] : m_persons) {
      const Best& best = m_best.at(person);
      TrailEntry& entry = m_trail[index];
      if (best.entry == index) {
        entry.role = role_of(best.standing);
        entry.amount = Decimal(1);
      } else {
        entry.role = Role::merged;
        entry.reason = text_of(m_trail[best.entry].place);
      }
    }
    int completed = 0, enrolled = 0, nominated = 0;
    for (const auto& [person, best] : m_best)
      ++(best.standing == Standing::completed  ? completed
         : best.standing == Standing::enrolled ? enrolled
                                               : nominated);
    Count count;
    count.interval = {Decimal(completed), Decimal(completed + enrolled),
                      Decimal(completed + enrolled + nominated)};
    count.trail = std::move(m_trail);
    sort_trail(count.trail);
    return count;
  }

  const Question& m_question;
  const ledger::Pledge& m_pledge;
  Restriction m_restriction;
  std::map<ProgrammePlace, Date> m_withdrawals;
  std::map<std::string, Best> m_best;
  std::vector<std::pair<std::size_t, std::string>> m_persons; ///< entries that may count, and whose they are
  std::vector<TrailEntry> m_trail;
};

} // namespace

Count count_participants(const Question& question, const ledger::Pledge& pledge) {
  const std::vector<ParticipantRecord> records = question.evidence.participants(pledge.people.programmes);
  std::vector<std::optional<Date>> dates;
  dates.reserve(records.size());
  for (const ParticipantRecord& record : records)
    dates.push_back(record.date);
  Count count = Roll(question, pledge).count(records);
  count.coverage =
      coverage_by_rows(question, pledge.window, dates,
                       pledge.people.programmes.empty()
                           ? std::string("participants")
                           : fmt::format("participants of {}", fmt::join(pledge.people.programmes, ", ")));
  return count;
}

} // namespace kept::measure
