// SPDX-License-Identifier: Apache-2.0
#include "app/command_outlook.hpp"

#include "base/error.hpp"
#include "measure/outlook.hpp"
#include "publish/figure_names.hpp"
#include "store/store.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <map>

namespace kept::app {

void CommandOutlook::setup(CLI::App& program) {
  CLI::App& app = add_to(program, "outlook", "Will countries meet the targets at the pace of the last years?",
                         "  kept outlook --area China --area KOR\n"
                         "  kept outlook --indicator maternal_mortality_ratio --group low-income");
  app.add_option("--indicator", m_indicators, "Ids of the catalogue (default: all that have a target)")
      ->type_name("ID");
  CLI::Option* const areas =
      app.add_option("--area", m_areas, "Countries, by code or name")->type_name("CODE|NAME");
  app.add_option("--group", m_group, "All members of a group, such as low-income")
      ->type_name("NAME")
      ->excludes(areas);
  m_store.add_to(app);
  m_as_of.add_to(app);
  m_language.add_to(app);
  m_output.add_to(app);
}

int CommandOutlook::run() {
  if (m_areas.empty() && m_group.empty())
    throw Error(ErrorKind::usage, "no country is given", "outlook", "name some with --area or --group");
  const store::Store store(m_store.path);
  const auto evidence = store.evidence(false);
  const Date as_of = m_as_of.date();
  std::vector<facts::CatalogueIndicator> indicators;
  for (const std::string& id : m_indicators) {
    indicators.push_back(publish::known_indicator(*evidence, id));
    if (!indicators.back().target)
      throw Error(ErrorKind::usage, fmt::format("{} has no target for countries", id), "--indicator",
                  "`kept rank` ranks it; `kept indicators` shows which have a target");
  }
  if (m_indicators.empty())
    for (facts::CatalogueIndicator& indicator : evidence->indicators())
      if (indicator.target)
        indicators.push_back(std::move(indicator));
  std::vector<std::string> areas, ids;
  for (const std::string& text : m_areas)
    areas.push_back(publish::known_area(*evidence, text));
  if (!m_group.empty())
    areas = publish::known_group(*evidence, m_group, "", as_of).members;
  std::map<std::string, publish::IndicatorLabel> labels;
  for (const facts::CatalogueIndicator& indicator : indicators) {
    ids.push_back(indicator.id);
    labels.emplace(indicator.id, publish::label_of(*evidence, indicator, m_language.language));
  }
  const std::vector<measure::Outlook> outlooks = measure::outlook(*evidence, areas, ids, as_of);
  m_output.write(publish::render_outlook({outlooks, labels, as_of}, m_output.format(), m_output.terminal()));
  return 0;
}

} // namespace kept::app
