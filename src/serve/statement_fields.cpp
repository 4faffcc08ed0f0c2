// SPDX-License-Identifier: Apache-2.0
#include "serve/statement_fields.hpp"

#include "publish/statement.hpp"

#include <algorithm>

namespace kept::serve {
namespace {

struct Ends {
  std::string agreement, by, to, about;
  std::optional<Date> from, to_date;
};

template <typename T> const T* by_id(const std::vector<T>& list, std::string_view id) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const T& item) { return item.id == id; });
  return found == list.end() ? nullptr : &*found;
}

Ends ends_of(const ledger::Framework& framework, const std::string& id) {
  if (const auto* pledge = by_id(framework.pledges, id))
    return {pledge->agreement,   pledge->by,       pledge->to.value_or(""), {},
            pledge->window.from, pledge->window.to};
  if (const auto* claim = by_id(framework.claims, id))
    return {claim->agreement, claim->by,  {}, claim->about.empty() ? claim->by : claim->about,
            claim->date,      claim->date};
  if (const auto* agreement = by_id(framework.agreements, id))
    return {{}, {}, {}, {}, agreement->date, agreement->date};
  return {};
}

/// The last day of the sources that decided; of ranks and paces the day on which the figures were published.
std::optional<Date> newest_evidence(const State& state, const measure::Assessment& assessment, Date as_of) {
  std::optional<Date> newest;
  const auto consider = [&](const std::optional<Date>& date) {
    if (date)
      newest = std::max(newest.value_or(std::min(*date, as_of)), std::min(*date, as_of));
  };
  if (assessment.league) {
    for (const measure::LeagueRow& row : assessment.league->rows)
      consider(row.figure.published);
    return newest;
  }
  for (const measure::SourceRecord& source : state.source_records())
    if (std::binary_search(assessment.sources.begin(), assessment.sources.end(), source.name))
      consider(source.last_date ? source.last_date : source.generated);
  return newest;
}

} // namespace

void write_api_statement(publish::JsonWriter& json, const State& state, const measure::Assessment& assessment,
                         Date as_of) {
  const Ends ends = ends_of(state.framework(), assessment.id);
  json.begin_object();
  publish::write_statement_fields(json, assessment, [&] { publish::write_text(json, assessment.title); });
  json.text_field("agreement", ends.agreement);
  json.text_field("by", ends.by);
  json.text_field("to", ends.to);
  json.text_field("about", ends.about);
  json.field("from", ends.from);
  json.field("to_date", ends.to_date);
  json.field("newest_evidence", newest_evidence(state, assessment, as_of));
  json.field("illustrative", state.framework().illustrative);
  json.end_object();
}

} // namespace kept::serve
