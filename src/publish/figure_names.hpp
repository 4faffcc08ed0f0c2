// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/evidence.hpp"
#include "publish/explain.hpp"
#include "publish/outlook.hpp"

#include <string>
#include <string_view>

// From what someone typed to the indicator, area or group that the store knows. Whatever it does not know is
// Error(usage), with the nearest name.

namespace kept::publish {

facts::CatalogueIndicator known_indicator(const measure::Evidence& evidence, const std::string& id);

/// Name in `language` (English where there is none) and unit.
IndicatorLabel label_of(const measure::Evidence& evidence, const facts::CatalogueIndicator& indicator,
                        std::string_view language);

/// alpha-3 of a country by any code or name.
std::string known_area(const measure::Evidence& evidence, const std::string& text);

/// The members of a group; `vintage` as Evidence::area_group takes it.
measure::AreaGroup known_group(const measure::Evidence& evidence, const std::string& name,
                               const std::string& vintage, Date as_of);

/// Fills in whose place it is in the league table of an explanation, and what people call the indicator.
void name_league(Explanation& explanation, const measure::Evidence& evidence);

} // namespace kept::publish
