// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "measure/outlook.hpp"
#include "publish/format.hpp"
#include "publish/local_text.hpp"
#include "publish/terminal.hpp"

#include <map>
#include <string>
#include <vector>

namespace kept::publish {

/// What people call an indicator.
struct IndicatorLabel {
  std::string name; ///< in the reader's language
  std::string unit; ///< "per 1,000 live births"
};

struct OutlookView {
  const std::vector<measure::Outlook>& outlooks;
  const std::map<std::string, IndicatorLabel>& labels; ///< by id
  Date as_of;
};

/// One outlook as a JSON object; with `names` that of its area is a text by language.
void write_outlook(JsonWriter& json, const OutlookView& view, const measure::Outlook& outlook,
                   const AreaTexts* names = nullptr);
/// All of them as one JSON object, with the counts by status.
void write_outlooks(JsonWriter& json, const OutlookView& view, const AreaTexts* names = nullptr);

/// Outlooks in the order given, and how many there are of each status (not in CSV). Table and Markdown show
/// rates as percent a year; JSON and CSV have every digit, rates as parts of one, and the sources.
std::string render_outlook(const OutlookView& view, Format format, const Terminal& terminal);

} // namespace kept::publish
