// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/observation_builder.hpp"

#include "base/text.hpp"
#include "read/statistics/finding_sums.hpp"
#include "read/statistics/number.hpp"
#include "read/statistics/period.hpp"
#include "read/statistics/sex.hpp"
#include "read/tables/source_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kept::read::statistics {
namespace {

using facts::Severity;

constexpr std::size_t k_batch = 8192;
constexpr int k_largest_power = 15; ///< of ten, that a multiplier may be

/// Codes of SDMX's cross-domain code lists for all of a dimension (_T), not applicable (_Z), not specified
/// (_X), and what tables of other origin write for the same.
bool is_total(std::string_view value) {
  constexpr std::array<std::string_view, 9> totals{"", "_T", "_Z", "_X", "T", "TOT", "TOTAL", "ALL", "_O_T"};
  const std::string code = upper(trim(value));
  return std::find(totals.begin(), totals.end(), code) != totals.end();
}

/// The part of a row that long tables repeat from row to row, with what it means.
struct Series {
  // as published
  std::string indicator, unit, multiplier;
  std::vector<std::pair<std::string, std::string>> dimensions;
  // what it means
  Vocabulary::Match match;
  std::string breakdown;
  std::string unit_id;
  std::string conversion; ///< from what to what, where there is one
  double factor = 1;
  std::string refused; ///< why no row of it can be taken

  bool is_of(const RawObservation& raw) const {
    return indicator == raw.indicator && unit == raw.unit && multiplier == raw.unit_multiplier &&
           std::equal(dimensions.begin(), dimensions.end(), raw.dimensions.begin(), raw.dimensions.end(),
                      [](const auto& own, const Dimension& other) {
                        return own.first == other.name && own.second == other.value;
                      });
  }
};

/// Units of one base are, and ratios whose base is not said with every other ratio.
bool are_convertible(const facts::IndicatorUnit* a, const facts::IndicatorUnit* b) {
  if (a == nullptr || b == nullptr)
    return false;
  return a->base == b->base || (a->per > 1 && b->per > 1 && (a->base == "any" || b->base == "any"));
}

std::string breakdown_of(const RawObservation& raw, const Vocabulary::Match& match) {
  std::vector<std::string> parts;
  for (const Dimension& dimension : raw.dimensions) {
    const bool belongs = match.code != nullptr && match.code->where.count(std::string(dimension.name)) != 0;
    if (!belongs && !is_total(dimension.value))
      parts.push_back(fmt::format("{}={}", dimension.name, trim(dimension.value)));
  }
  std::sort(parts.begin(), parts.end());
  return fmt::format("{}", fmt::join(parts, ";"));
}

/// 10^power for a text such as "3"; none when it is no such power.
std::optional<double> multiplier_of(std::string_view text) {
  text = trim(text);
  if (text.empty())
    return 1;
  if (text.starts_with('+'))
    text.remove_prefix(1);
  int power = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), power);
  if (error != std::errc() || end != text.data() + text.size() || std::abs(power) > k_largest_power)
    return std::nullopt;
  return std::pow(10.0, power);
}

} // namespace

struct ObservationBuilder::State {
  State(const Vocabulary& of_names, ObservationSink to) : vocabulary(of_names), sink(std::move(to)) {}

  void take(const RawObservation& raw);
  void enter_series(const RawObservation& raw);
  void enter_area(const RawObservation& raw);
  void set_unit(const RawObservation& raw);
  std::string_view keep(std::string_view text) { return batch.text.store(text); }
  void bad_row(const RawObservation& raw, std::string_view column, std::string_view text,
               std::string_view why);
  bool read_values(const RawObservation& raw, facts::Observation& observation);
  std::optional<double> read_number(const RawObservation& raw, std::string_view column, std::string_view text,
                                    bool& sound);
  void flush();

  const Vocabulary& vocabulary;
  ObservationSink sink;
  DecimalMark mark = DecimalMark::point;
  facts::ObservationBatch batch;
  FindingSums sums;
  std::uint32_t comma_line = 0; ///< the last one with a decimal comma

  Series series;
  bool in_series = false;
  std::string area_text, area_name_text;
  Vocabulary::Area area;
  std::string area_code;
  bool in_area = false;
  // Views into the batch, empty again when a batch begins:
  std::optional<std::string_view> kept_indicator, kept_breakdown, kept_unit, kept_area;
};

void ObservationBuilder::State::flush() {
  if (!batch.observations.empty() || !batch.findings.empty())
    sink(std::move(batch));
  batch = {};
  kept_indicator = kept_breakdown = kept_unit = kept_area = std::nullopt;
}

void ObservationBuilder::State::bad_row(const RawObservation& raw, std::string_view column,
                                        std::string_view text, std::string_view why) {
  batch.findings.push_back(
      {"bad-row", Severity::error, raw.line, {}, tables::about_cell(column, text, why), {}, {}});
}

void ObservationBuilder::State::set_unit(const RawObservation& raw) {
  series.factor = 1;
  const auto multiplier = multiplier_of(raw.unit_multiplier);
  if (!multiplier) {
    series.refused = fmt::format("the unit multiplier {} is no power of ten", excerpt(raw.unit_multiplier));
    return;
  }
  const facts::CatalogueIndicator* const indicator = series.match.indicator;
  if (indicator == nullptr) {
    series.factor = *multiplier;
    series.unit_id = trim(raw.unit);
    return;
  }
  std::string_view text = trim(raw.unit);
  if (text.empty() && series.match.code != nullptr)
    text = series.match.code->unit;
  if (text.empty())
    text = indicator->unit;
  const facts::IndicatorUnit* const wanted = vocabulary.unit(indicator->unit);
  const facts::IndicatorUnit* const given = vocabulary.unit(text);
  series.unit_id = indicator->unit;
  if (!are_convertible(wanted, given)) {
    series.refused = fmt::format("{} in the unit {} cannot be converted into {}", indicator->id,
                                 excerpt(text), indicator->unit);
    return;
  }
  series.factor = wanted->per / given->per * *multiplier;
  if (series.factor != 1)
    series.conversion =
        fmt::format("values in the unit {}{} were converted into {}", excerpt(text),
                    *multiplier == 1 ? "" : " with the multiplier " + excerpt(trim(raw.unit_multiplier)),
                    indicator->unit);
}

void ObservationBuilder::State::enter_series(const RawObservation& raw) {
  series = {};
  series.indicator = raw.indicator;
  series.unit = raw.unit;
  series.multiplier = raw.unit_multiplier;
  for (const Dimension& dimension : raw.dimensions)
    series.dimensions.emplace_back(dimension.name, dimension.value);
  series.match = vocabulary.indicator(raw.indicator, raw.dimensions);
  series.breakdown = breakdown_of(raw, series.match);
  set_unit(raw);
  in_series = true;
  kept_indicator = kept_breakdown = kept_unit = std::nullopt;
}

void ObservationBuilder::State::enter_area(const RawObservation& raw) {
  area_text = raw.area;
  area_name_text = raw.area_name;
  area = vocabulary.area(raw.area);
  if (area.kind == facts::AreaKind::unknown && !trim(raw.area_name).empty())
    area = vocabulary.area(raw.area_name);
  const std::string_view published = trim(raw.area).empty() ? trim(raw.area_name) : trim(raw.area);
  // A country has one code. An aggregate keeps the code it is published under, which says whose it is.
  area_code = area.kind == facts::AreaKind::country ? area.code : published;
  in_area = true;
  kept_area = std::nullopt;
}

std::optional<double> ObservationBuilder::State::read_number(const RawObservation& raw,
                                                             std::string_view column, std::string_view text,
                                                             bool& sound) {
  const auto number = parse_number(text, mark);
  if (!number) {
    bad_row(raw, column, text, number.error().why);
    sound = false;
    return std::nullopt;
  }
  if (!*number)
    return std::nullopt;
  if (mark == DecimalMark::point_or_comma && text.find(',') != std::string_view::npos &&
      std::exchange(comma_line, raw.line) != raw.line)
    sums.add("decimal-comma", Severity::warning, raw.line, {}, "commas were read as decimal points");
  const double converted = scaled(text, **number, series.factor);
  if (!std::isfinite(converted)) {
    bad_row(raw, column, text, "too large a number in the indicator's unit");
    sound = false;
    return std::nullopt;
  }
  return converted;
}

bool ObservationBuilder::State::read_values(const RawObservation& raw, facts::Observation& observation) {
  bool sound = true;
  observation.value = read_number(raw, "value", raw.value, sound);
  if (!sound)
    return false;
  observation.lower = read_number(raw, "lower bound", raw.lower, sound);
  if (!sound)
    return false;
  observation.upper = read_number(raw, "upper bound", raw.upper, sound);
  if (!sound)
    return false;
  if (!observation.value) {
    observation.lower = observation.upper = std::nullopt;
    return true;
  }
  const double value = *observation.value;
  if (observation.lower.value_or(value) > value || observation.upper.value_or(value) < value) {
    batch.findings.push_back(
        {"bounds-exclude-value",
         Severity::warning,
         raw.line,
         {},
         fmt::format("the value {} does not lie between its bounds {} and {}, which are left out",
                     trim(raw.value), trim(raw.lower), trim(raw.upper)),
         {},
         {}});
    observation.lower = observation.upper = std::nullopt;
  }
  return true;
}

void ObservationBuilder::State::take(const RawObservation& raw) {
  if (!in_series || !series.is_of(raw))
    enter_series(raw);
  if (!in_area || area_text != raw.area || area_name_text != raw.area_name)
    enter_area(raw);
  const auto period = parse_period(trim(raw.time));
  if (!period)
    return bad_row(raw, "time", raw.time, period.error().why);
  facts::Observation observation;
  observation.line = raw.line;
  if (!series.refused.empty())
    return sums.add("unknown-unit", Severity::error, raw.line, series.refused,
                    series.refused + ": not taken");
  if (!read_values(raw, observation))
    return;

  if (series.match.indicator == nullptr)
    sums.add("unknown-indicator", Severity::information, raw.line, raw.indicator,
             fmt::format("{} is not in the catalogue of indicators", excerpt(raw.indicator)));
  else if (!series.conversion.empty())
    sums.add("converted-unit", Severity::information, raw.line, series.conversion, series.conversion);
  if (area.kind == facts::AreaKind::unknown)
    sums.add("unknown-area", Severity::warning, raw.line, area_code,
             area_code.empty() ? std::string("the table does not say of which area: never ranked")
                               : fmt::format("{} is no country or aggregate that is known: stored as "
                                             "published, never ranked",
                                             excerpt(area_code)));

  if (!kept_indicator)
    kept_indicator = keep(series.match.indicator != nullptr ? std::string_view(series.match.indicator->id)
                                                            : trim(series.indicator));
  if (!kept_breakdown)
    kept_breakdown = keep(series.breakdown);
  if (!kept_unit)
    kept_unit = keep(series.unit_id);
  if (!kept_area)
    kept_area = keep(area_code);
  observation.indicator = *kept_indicator;
  observation.in_catalogue = series.match.indicator != nullptr;
  observation.breakdown = *kept_breakdown;
  observation.unit = *kept_unit;
  observation.area = *kept_area;
  observation.area_kind = area.kind;
  observation.year = period->year;
  if (!period->whole_year)
    observation.period = keep(trim(raw.time));
  observation.sex = keep(sdmx_sex(raw.sex));
  observation.raw_value = keep(trim(raw.value));
  observation.status = keep(trim(raw.status));
  batch.observations.push_back(observation);
}

ObservationBuilder::ObservationBuilder(const Vocabulary& vocabulary, ObservationSink sink)
    : m_state(std::make_unique<State>(vocabulary, std::move(sink))) {}
ObservationBuilder::~ObservationBuilder() = default;

void ObservationBuilder::accept_decimal_commas() {
  m_state->mark = DecimalMark::point_or_comma;
}

void ObservationBuilder::take(const RawObservation& raw) {
  m_state->take(raw);
  if (std::max(m_state->batch.observations.size(), m_state->batch.findings.size()) >= k_batch)
    m_state->flush();
}

void ObservationBuilder::add_finding(std::string_view rule, Severity severity, std::uint32_t line,
                                     std::string message) {
  m_state->batch.findings.push_back({rule, severity, line, {}, std::move(message), {}, {}});
  if (m_state->batch.findings.size() >= k_batch)
    m_state->flush();
}

void ObservationBuilder::finish() {
  for (facts::Finding& finding : m_state->sums.take())
    m_state->batch.findings.push_back(std::move(finding));
  m_state->flush();
}

} // namespace kept::read::statistics
