// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/indicator.hpp"
#include "ledger/ledger.hpp"
#include "publish/outlook.hpp"
#include "serve/endpoint.hpp"

#include <map>
#include <string>
#include <vector>

// What endpoints about indicators share.

namespace kept::serve {

/// The name of an indicator in every language that it has.
ledger::LocalText name_of(const facts::CatalogueIndicator& indicator);

/// English names and units by id, as an outlook is shown with.
std::map<std::string, publish::IndicatorLabel>
labels_of(const measure::Evidence& evidence, const std::vector<facts::CatalogueIndicator>& indicators);

/// The countries that `area` names, alpha-3. Without it those of the framework's parties, each once, in the
/// order of the ledger; all countries where nothing limits. Throws Error(usage) for one that does not exist.
std::vector<std::string> areas_asked_for(const Question& question);

/// The fields of an indicator with what the store has of it: one row of `indicators`.
/// `only`: of this indicator alone; empty: all.
void write_indicators(publish::JsonWriter& json, const Question& question, const std::string& only);

} // namespace kept::serve
