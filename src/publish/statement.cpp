// SPDX-License-Identifier: Apache-2.0
#include "publish/statement.hpp"

#include "base/text.hpp"
#include "publish/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace kept::publish {

using measure::Assessment;
using measure::Verdict;

namespace {

/// Is the value an annual rate of reduction?
bool is_pace(const Assessment& assessment) {
  return assessment.kind == "claim" && assessment.measure == "pace";
}

/// "7.7 % a year" from 0.0773.
std::string display_pace(const Decimal& rate) {
  return display_ratio(rate * Decimal(100), 1) + " % a year";
}

} // namespace

std::string_view certainty(const Assessment& assessment) {
  if (!assessment.certain)
    return {};
  return *assessment.certain ? "certain" : "uncertain";
}

Tint tint_of(Verdict verdict) {
  switch (verdict) {
  case Verdict::kept:
  case Verdict::on_track:
  case Verdict::is_true:
    return Tint::green;
  case Verdict::behind:
  case Verdict::not_started:
  case Verdict::undecided:
    return Tint::yellow;
  case Verdict::broken:
  case Verdict::is_false:
    return Tint::red;
  case Verdict::no_evidence:
  case Verdict::no_data:
    break;
  }
  return Tint::dim;
}

std::string display_verdict(const Assessment& assessment) {
  std::string text(to_string(assessment.verdict));
  if (assessment.certain == false)
    text += " (uncertain)";
  return text;
}

std::string display_found(const Assessment& assessment) {
  const bool unseen = assessment.verdict == Verdict::no_evidence && assessment.high.value_or(0).is_zero();
  if (unseen)
    return "";
  std::string amount =
      assessment.central ? display_amount(*assessment.central, assessment.unit) : std::string();
  const auto& [low, high] = std::tie(assessment.low, assessment.high);
  if (low && high && *low != *high)
    amount += fmt::format("{}({} – {})", amount.empty() ? "" : " ", display_number(*low, assessment.unit),
                          display_number(*high, assessment.unit));
  std::vector<std::string> parts;
  if (!amount.empty())
    parts.push_back(std::move(amount));
  if (assessment.rank)
    parts.push_back(assessment.of ? fmt::format("{} of {}", *assessment.rank, *assessment.of)
                                  : std::to_string(*assessment.rank));
  if (assessment.value)
    parts.push_back((is_pace(assessment) ? display_pace(*assessment.value)
                                         : group_thousands(display_ratio(*assessment.value, 4))) +
                    (assessment.year ? " in " + std::to_string(*assessment.year) : std::string()));
  if (assessment.probability)
    parts.push_back(fmt::format("probability {:.2f}", *assessment.probability));
  return join(parts, ", ");
}

std::string display_target(const Assessment& assessment) {
  if (assessment.target && is_pace(assessment))
    return display_pace(*assessment.target);
  if (assessment.target)
    return display_amount(*assessment.target, assessment.unit);
  return assessment.kind == "pledge" ? "open" : "";
}

std::string display_document(const ledger::Document& document, std::string_view language) {
  std::vector<std::string> parts;
  for (const std::string& part :
       {document.title.in(language), document.publisher,
        document.published.empty() ? std::string() : "published " + document.published, document.url})
    if (!part.empty())
      parts.push_back(part);
  return join(parts, ", ");
}

std::string count_verdicts(const std::vector<Assessment>& statements, std::string_view kind) {
  constexpr std::array order{Verdict::kept,    Verdict::on_track,   Verdict::behind,    Verdict::not_started,
                             Verdict::broken,  Verdict::is_true,    Verdict::undecided, Verdict::is_false,
                             Verdict::no_data, Verdict::no_evidence};
  std::vector<std::string> parts;
  for (const Verdict verdict : order) {
    const auto count = std::count_if(statements.begin(), statements.end(), [&](const Assessment& statement) {
      return statement.kind == kind && statement.verdict == verdict;
    });
    if (count != 0)
      parts.push_back(fmt::format("{} {}", count, to_string(verdict)));
  }
  return join(parts, ", ");
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

void write_statement_fields(JsonWriter& json, const measure::Assessment& assessment,
                            const std::function<void()>& write_title) {
  json.field("id", assessment.id);
  json.field("kind", assessment.kind);
  json.field("measure", assessment.measure);
  json.field("verdict", to_string(assessment.verdict));
  json.text_field("certainty", certainty(assessment));
  json.field("target", assessment.target);
  json.field("low", assessment.low);
  json.field("central", assessment.central);
  json.field("high", assessment.high);
  json.text_field("unit", assessment.unit);
  json.field("rank", assessment.rank);
  json.field("of", assessment.of);
  json.field("value", assessment.value);
  json.field("year", assessment.year);
  json.field("probability", assessment.probability);
  json.text_field("why", assessment.why);
  json.key("sources");
  json.begin_array();
  for (const std::string& source : assessment.sources)
    json.value(source);
  json.end_array();
  json.key("title");
  write_title();
  json.field("expected", assessment.expected);
  json.field("double_counted", assessment.double_counted);
}

void write_statement(JsonWriter& json, const Assessment& assessment, std::string_view language) {
  json.begin_object();
  write_statement_fields(json, assessment, [&] { json.value(assessment.title.in(language)); });
  json.end_object();
}

} // namespace kept::publish
