// SPDX-License-Identifier: Apache-2.0
#include "app/command_rank.hpp"

#include "base/error.hpp"
#include "ledger/top.hpp"
#include "measure/league.hpp"
#include "publish/figure_names.hpp"
#include "publish/league.hpp"
#include "store/store.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>

namespace kept::app {

void CommandRank::setup(CLI::App& program) {
  CLI::App& app =
      add_to(program, "rank", "The areas of a group in the order of an indicator",
             "  kept rank --indicator under_five_mortality_rate --group middle-income --area China\n"
             "  kept rank --indicator maternal_mortality_ratio --group world --since 2000 --format csv");
  app.add_option("--indicator", m_indicator, "Its id in the catalogue (kept indicators)")
      ->type_name("ID")
      ->required();
  app.add_option("--group", m_group, "An income group such as middle-income, a named group, or world")
      ->type_name("NAME")
      ->required();
  add_number_option(app, "--year", m_year,
                    "Of the figures (default: the newest that nine tenths of the group have)");
  add_number_option(app, "--since", m_since, "Rank the annual rates of reduction since this year");
  app.add_option("--area", m_area, "Where is this country? Shows the rows around it")->type_name("CODE|NAME");
  app.add_option("--top", m_top, "Places, or a share of them, that count as the top (default: 10%)")
      ->type_name("N|N%");
  app.add_option("--vintage", m_vintage, "Of income groups (default: the newest by the day of the answer)")
      ->type_name("FYnn");
  app.add_option("--prefer", m_preferred, "A source or publisher whose figures go before all others")
      ->type_name("SOURCE");
  app.add_flag("--higher-is-better", m_higher_is_better,
               "Rank from the highest down (default: as the catalogue says)");
  m_store.add_to(app);
  m_as_of.add_to(app);
  m_language.add_to(app);
  m_output.add_to(app);
}

int CommandRank::run() {
  const Result<ledger::Top> top = ledger::parse_top(m_top);
  if (!top)
    throw Error(ErrorKind::usage, top.error().why, "--top");
  if (m_since && m_year && *m_since >= *m_year)
    throw Error(ErrorKind::usage, fmt::format("must be before --year {}", *m_year), "--since");
  const store::Store store(m_store.path);
  const auto evidence = store.evidence(false);
  const facts::CatalogueIndicator indicator = publish::known_indicator(*evidence, m_indicator);
  measure::LeagueQuestion question;
  question.as_of = m_as_of.date();
  question.indicator = m_indicator;
  question.group = publish::known_group(*evidence, m_group, m_vintage, question.as_of).name;
  question.vintage = m_vintage;
  if (m_year)
    question.year = static_cast<int>(*m_year);
  if (m_since)
    question.since = static_cast<int>(*m_since);
  question.lower_is_better = indicator.lower_is_better && !m_higher_is_better;
  question.top = *top;
  question.preferred_source = m_preferred;
  const std::string area = m_area.empty() ? "" : publish::known_area(*evidence, m_area);

  const measure::League league = measure::league(question, *evidence);
  const publish::IndicatorLabel label = publish::label_of(*evidence, indicator, m_language.language);
  m_output.write(publish::render_league(
      {league, area, area.empty() ? "" : evidence->area_name(area), label.name, label.unit},
      m_output.format(), m_output.terminal()));
  if (league.problem.empty())
    return 0;
  if (m_output.format() == publish::Format::csv) // which has no place for the sentence
    fmt::print(stderr, "kept: {}\n", league.problem);
  return 1;
}

} // namespace kept::app
