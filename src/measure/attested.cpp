// SPDX-License-Identifier: Apache-2.0
#include "measure/attested.hpp"

#include "base/text.hpp"
#include "measure/trail.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace kept::measure {
namespace {

bool is_year(std::string_view text) {
  return text.size() == 4 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

TrailEntry entry_of(const Assessment& assessment, const ledger::Document& document,
                    std::optional<Date> date) {
  TrailEntry entry;
  entry.place = {assessment.stated_at.file,
                 static_cast<std::uint32_t>(std::max(assessment.stated_at.line, 0))};
  entry.label = text_of(document);
  entry.date = date;
  entry.role = Role::confirmed;
  return entry;
}

} // namespace

std::optional<Date> dated_by(std::optional<Date> exact, std::string_view written) {
  if (exact)
    return exact;
  const std::string text(trim(written));
  if (const auto date = Date::parse(text))
    return *date;
  if (is_year(text))
    return Date::parse(text + "-12-31").value();
  if (const auto month = Month::parse(text); month && text.size() == 7) {
    const Month next = Month::from_count(month->count() + 1);
    return Date::parse(next.to_string() + "-01").value().plus_days(-1);
  }
  return std::nullopt;
}

void judge_attested(const Question& question, const Attested& attested, Assessment& assessment) {
  const std::optional<Date> day = dated_by(attested.date, attested.date_text);
  assessment.attested_by = attested.source;
  assessment.certain.reset();
  assessment.verdict = Verdict::no_data;
  if (!attested.source) {
    assessment.why = "No document attests it; name one under `source`.";
    return;
  }
  TrailEntry entry = entry_of(assessment, *attested.source, day);
  if (attested.needs_date && !day) {
    assessment.why =
        fmt::format("{} attests it without a date; give one under `date`.", text_of(*attested.source));
    assessment.trail.push_back(excluded(std::move(entry), "no date"));
    return;
  }
  if (day && *day > question.as_of) {
    assessment.why = fmt::format("Dated {}, which is not over by {}.",
                                 attested.date_text.empty() ? day->to_string() : attested.date_text,
                                 question.as_of.to_string());
    assessment.trail.push_back(excluded(std::move(entry), "after the day of the report"));
    return;
  }
  assessment.verdict = Verdict::is_true;
  assessment.why = fmt::format("Attested by {}, not computed.", text_of(*attested.source));
  assessment.sources = {text_of(*attested.source)};
  assessment.trail.push_back(std::move(entry));
}

} // namespace kept::measure
