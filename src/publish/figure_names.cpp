// SPDX-License-Identifier: Apache-2.0
#include "publish/figure_names.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace kept::publish {
namespace {

/// "did you mean `x`?", else `otherwise`.
std::string remedy(std::string_view text, const std::vector<std::string>& known, std::string otherwise) {
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  const std::string_view near = nearest(text, candidates);
  return near.empty() ? std::move(otherwise) : fmt::format("did you mean `{}`?", near);
}

} // namespace

facts::CatalogueIndicator known_indicator(const measure::Evidence& evidence, const std::string& id) {
  if (auto indicator = evidence.indicator(id))
    return *indicator;
  std::vector<std::string> ids;
  for (const facts::CatalogueIndicator& indicator : evidence.indicators())
    ids.push_back(indicator.id);
  throw Error(ErrorKind::usage, fmt::format("the catalogue has no indicator {}", excerpt(id)), "--indicator",
              remedy(id, ids, "`kept indicators` lists them"));
}

IndicatorLabel label_of(const measure::Evidence& evidence, const facts::CatalogueIndicator& indicator,
                        std::string_view language) {
  const std::string& local = language == "zh"   ? indicator.name_zh
                             : language == "ko" ? indicator.name_ko
                                                : indicator.name_en;
  const auto unit = evidence.indicator_unit(indicator.unit);
  return {local.empty() ? indicator.name_en : local, unit ? unit->name : indicator.unit};
}

std::string known_area(const measure::Evidence& evidence, const std::string& text) {
  if (std::string area = evidence.alpha3(text); !area.empty())
    return area;
  std::vector<std::string> names;
  for (const std::string& area : evidence.area_group("world", "", Date::today()).members)
    names.push_back(evidence.area_name(area));
  throw Error(ErrorKind::usage, fmt::format("there is no country {}", excerpt(text)), "--area",
              remedy(text, names, "give an ISO 3166-1 code or an English name"));
}

measure::AreaGroup known_group(const measure::Evidence& evidence, const std::string& name,
                               const std::string& vintage, Date as_of) {
  measure::AreaGroup group = evidence.area_group(name, vintage, as_of);
  if (!group.members.empty())
    return group;
  const std::vector<std::string> known = evidence.area_group_names();
  if (std::find(known.begin(), known.end(), name) != known.end())
    throw Error(ErrorKind::usage,
                fmt::format("{} has no members{}", name,
                            vintage.empty() ? " by that day" : " in the vintage " + excerpt(vintage)),
                vintage.empty() ? "--group" : "--vintage",
                "a vintage is a fiscal year of the World Bank's income groups, such as FY26");
  throw Error(ErrorKind::usage, fmt::format("there is no group {}", excerpt(name)), "--group",
              remedy(name, known, fmt::format("the groups are {}", fmt::join(known, ", "))));
}

void name_league(Explanation& explanation, const measure::Evidence& evidence) {
  if (!explanation.assessment.league)
    return;
  const auto& claims = explanation.framework.claims;
  const auto claim = std::find_if(claims.begin(), claims.end(), [&](const ledger::Claim& item) {
    return item.id == explanation.assessment.id;
  });
  if (claim != claims.end())
    if (const ledger::Party* party =
            explanation.framework.party(claim->about.empty() ? claim->by : claim->about)) {
      explanation.area = evidence.alpha3(party->country);
      explanation.area_name = evidence.area_name(explanation.area);
    }
  if (const auto indicator = evidence.indicator(explanation.assessment.league->indicator)) {
    const IndicatorLabel label = label_of(evidence, *indicator, explanation.language);
    explanation.indicator = label.name;
    explanation.unit = label.unit;
  }
}

} // namespace kept::publish
