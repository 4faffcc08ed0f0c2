// SPDX-License-Identifier: Apache-2.0
#include "measure/coverage.hpp"

#include "facts/source.hpp"
#include "measure/parties.hpp"
#include "measure/window.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::measure {
namespace {

bool is_published_by(const SourceRecord& source, const OrganisationMatch& match) {
  const auto has_ref = [&](const std::string& ref) { return matches(match, {ref, {}}); };
  const auto has_name = [&](const std::string& name) { return matches(match, {{}, name}); };
  return source.kind == facts::to_string(facts::SourceKind::iati_activities) &&
         (std::any_of(source.publishers.begin(), source.publishers.end(), has_ref) ||
          std::any_of(source.publisher_names.begin(), source.publisher_names.end(), has_name));
}

std::vector<SourceRecord> sources_of(const Question& question, const std::vector<std::string>& party_ids) {
  std::vector<SourceRecord> sources = question.evidence.sources();
  const OrganisationMatch match =
      organisation_match(question.framework, party_ids).value_or(OrganisationMatch{});
  std::erase_if(sources, [&](const SourceRecord& source) { return !is_published_by(source, match); });
  return sources;
}

} // namespace

Coverage coverage_by_publishers(const Question& question, const ledger::Window& window,
                                const std::vector<std::string>& party_ids) {
  Coverage coverage;
  std::string newest_name;
  for (const SourceRecord& source : sources_of(question, party_ids)) {
    std::optional<Date> reaches = source.generated;
    if (!reaches && source.last_date)
      reaches = std::min(*source.last_date, question.as_of);
    // While the window runs, only what was generated inside it could show delivery in it (RULES.md 7).
    const bool behind_window =
        reaches && window.to && *reaches > *window.to && !is_over(window, question.as_of);
    if (!reaches || behind_window || (coverage.newest && *reaches <= *coverage.newest))
      continue;
    coverage.newest = reaches;
    newest_name = source.name;
  }
  coverage.could_show = coverage.newest && *coverage.newest >= window.from;
  const std::string parties = names_of(question.framework, party_ids);
  if (coverage.could_show)
    coverage.shown_by = fmt::format("{} of {}, published by {}, could show it", newest_name,
                                    coverage.newest->to_string(), parties);
  else
    coverage.missing =
        fmt::format("No loaded source published by {} is of {} or newer; load one with `kept load`.", parties,
                    window.from.to_string());
  return coverage;
}

std::vector<std::string> parties_concerned(const ledger::Pledge& pledge) {
  std::vector<std::string> parties;
  const auto add = [&](const std::string& id) {
    if (!id.empty() && std::find(parties.begin(), parties.end(), id) == parties.end())
      parties.push_back(id);
  };
  if (pledge.measure != ledger::Measure::money)
    for (const auto* ids : {&pledge.filter.provider, &pledge.filter.receiver, &pledge.filter.reporting_org})
      std::for_each(ids->begin(), ids->end(), add);
  if (parties.empty()) {
    add(pledge.by);
    if (pledge.to)
      add(*pledge.to);
  }
  return parties;
}

Coverage coverage_by_rows(const Question& question, const ledger::Window& window,
                          const std::vector<std::optional<Date>>& dates, std::string_view rows) {
  Coverage coverage;
  for (const std::optional<Date>& date : dates)
    if (date && reason_outside(window, question.as_of, *date).empty())
      coverage.newest = std::max(coverage.newest.value_or(*date), *date);
  coverage.could_show = coverage.newest.has_value();
  if (coverage.could_show)
    coverage.shown_by =
        fmt::format("the loaded list of {} has rows up to {}", rows, coverage.newest->to_string());
  else
    coverage.missing =
        fmt::format("No loaded list of {} has a row dated from {} to {}; load one with `kept load`.", rows,
                    window.from.to_string(), last_day(window, question.as_of).to_string());
  return coverage;
}

bool has_facts_between(const Question& question, const std::vector<std::string>& party_ids, Date from,
                       Date to) {
  const std::vector<SourceRecord> sources = sources_of(question, party_ids);
  return std::any_of(sources.begin(), sources.end(), [&](const SourceRecord& source) {
    return source.first_date && source.last_date && *source.first_date <= to && *source.last_date >= from;
  });
}

} // namespace kept::measure
