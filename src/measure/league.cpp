// SPDX-License-Identifier: Apache-2.0
#include "measure/league.hpp"

#include "base/text.hpp"
#include "measure/draws.hpp"
#include "measure/figures.hpp"
#include "measure/rate_of_reduction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kept::measure {
namespace {

/// So many of a group must have a figure in a year, in tenths, for a rank to be of the group (RULES.md 8).
constexpr std::size_t k_least_tenths = 9;

/// The end of a sentence.
std::string did_you_mean(std::string_view text, const std::vector<std::string>& known) {
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  const std::string_view near = nearest(text, candidates);
  return near.empty() ? "." : fmt::format("; did you mean {}?", near);
}

/// Builds a league from the figures of its members.
class LeagueTable {
public:
  LeagueTable(const LeagueQuestion& question, const Evidence& evidence,
              const facts::CatalogueIndicator& indicator, League& league)
      : m_question(question), m_evidence(evidence), m_indicator(indicator), m_league(league),
        m_figures(evidence, question.indicator, league.group.members, question.preferred_source,
                  question.as_of) {}

  void fill() {
    if (!choose_year())
      return;
    for (const std::string& area : m_league.group.members)
      if (auto row = row_of(area, m_league.year))
        m_league.rows.push_back(std::move(*row));
      else
        m_league.without_data.push_back(area);
    count_preferred();
    rank();
    count_places();
    draw();
  }

private:
  std::optional<LeagueRow> row_of(const std::string& area, int year) const {
    const ObservationRecord* const figure = m_figures.find(area, year);
    if (figure == nullptr)
      return std::nullopt;
    LeagueRow row;
    row.area = area;
    row.figure = *figure;
    row.value = figure->value;
    if (m_question.since) {
      const ObservationRecord* const first = m_figures.find(area, *m_question.since);
      const auto pace = first == nullptr
                            ? std::nullopt
                            : rate_of_reduction(first->value, figure->value, year - *m_question.since);
      if (!pace)
        return std::nullopt;
      row.first = *first;
      row.value = *pace;
    }
    row.name = m_evidence.area_name(area);
    return row;
  }

  std::size_t members_with(int year) const {
    return static_cast<std::size_t>(
        std::count_if(m_league.group.members.begin(), m_league.group.members.end(),
                      [&](const std::string& area) { return row_of(area, year).has_value(); }));
  }

  /// False, with the problem said, when there is no year to rank in.
  bool choose_year() {
    const std::size_t members = m_league.group.members.size();
    if (m_question.year) {
      m_league.year = *m_question.year;
      if (members_with(m_league.year) != 0)
        return true;
      m_league.problem = fmt::format("No member of {} has a figure of {} in {}.", m_league.group.name,
                                     m_question.indicator, m_league.year);
      return false;
    }
    std::size_t most = 0;
    int closest = 0;
    for (const int year : m_figures.years()) {
      if (m_question.since && year <= *m_question.since)
        break;
      const std::size_t with = members_with(year);
      if (with * 10 >= members * k_least_tenths) {
        m_league.year = year;
        return true;
      }
      if (with > most) {
        most = with;
        closest = year;
      }
    }
    m_league.problem =
        most == 0 ? fmt::format("No figures of {} are at hand for {}; load some with `kept load`.",
                                m_question.indicator, m_league.group.name)
                  : fmt::format("In no year do nine tenths of the {} members of {} have a figure of {}; the "
                                "closest is {}, with {}.",
                                members, m_league.group.name, m_question.indicator, closest, most);
    return false;
  }

  /// A pace is a reduction: where lower is better, the largest goes first.
  bool smallest_first() const { return m_league.lower_is_better != m_question.since.has_value(); }

  void rank() {
    const bool smallest_first = this->smallest_first();
    std::stable_sort(m_league.rows.begin(), m_league.rows.end(), [&](const LeagueRow& a, const LeagueRow& b) {
      return smallest_first ? a.value < b.value : a.value > b.value;
    });
    for (std::size_t i = 0; i < m_league.rows.size(); ++i) {
      const bool tied = i > 0 && m_league.rows[i].value == m_league.rows[i - 1].value;
      m_league.rows[i].rank = tied ? m_league.rows[i - 1].rank : static_cast<int>(i) + 1;
    }
  }

  void count_preferred() {
    if (!m_question.preferred_source.empty())
      m_league.of_preferred = static_cast<std::size_t>(
          std::count_if(m_league.rows.begin(), m_league.rows.end(), [&](const LeagueRow& row) {
            return is_of(row.figure, m_question.preferred_source);
          }));
  }

  void count_places() {
    if (!m_question.top)
      return;
    const Decimal places =
        m_question.top->percent
            ? (Decimal(static_cast<int>(m_league.rows.size())) * m_question.top->amount).divided_by(100, 10)
            : m_question.top->amount;
    m_league.places = static_cast<int>(std::floor(places.to_double()));
  }

  void draw() {
    std::vector<UncertainValue> values;
    for (const LeagueRow& row : m_league.rows) {
      values.push_back({row.value, row.figure.lower, row.figure.upper,
                        seed_of(m_question.indicator, m_league.year, row.area)});
      m_league.with_bounds += values.back().has_bounds() ? 1 : 0;
    }
    // The bounds of two years of one estimate are not independent, and no source says how they hang together.
    if (m_league.with_bounds == 0 || m_question.since)
      return;
    const auto unit = m_evidence.indicator_unit(m_indicator.unit);
    const auto whole = unit && unit->share ? std::optional(unit->per) : std::nullopt;
    const std::vector<RankDraws> draws =
        rank_draws(values, smallest_first(), m_league.places.value_or(0), whole);
    for (std::size_t i = 0; i < draws.size(); ++i) {
      LeagueRow& row = m_league.rows[i];
      if (m_league.places)
        row.probability = draws[i].within_top;
      row.rank_low = draws[i].low;
      row.rank_high = draws[i].high;
    }
  }

  const LeagueQuestion& m_question;
  const Evidence& m_evidence;
  const facts::CatalogueIndicator& m_indicator;
  League& m_league;
  Figures m_figures;
};

} // namespace

League league(const LeagueQuestion& question, const Evidence& evidence) {
  League league;
  league.indicator = question.indicator;
  league.since = question.since;
  league.preferred_source = question.preferred_source;
  league.lower_is_better = question.lower_is_better;
  const auto indicator = evidence.indicator(question.indicator);
  if (!indicator) {
    std::vector<std::string> ids;
    for (const facts::CatalogueIndicator& known : evidence.indicators())
      ids.push_back(known.id);
    league.problem = fmt::format("The catalogue has no indicator {}{}", question.indicator,
                                 did_you_mean(question.indicator, ids));
    return league;
  }
  league.group = evidence.area_group(question.group, question.vintage, question.as_of);
  if (league.group.members.empty()) {
    league.problem =
        fmt::format("There is no group {}{}{}", question.group,
                    question.vintage.empty() ? "" : fmt::format(" of the vintage {}", question.vintage),
                    did_you_mean(question.group, evidence.area_group_names()));
    return league;
  }
  LeagueTable(question, evidence, *indicator, league).fill();
  return league;
}

} // namespace kept::measure
