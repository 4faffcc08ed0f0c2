// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "measure/outlook.hpp"
#include "publish/format.hpp"
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

/// Outlooks in the order given, and how many there are of each status (not in CSV). Table and Markdown show
/// rates as percent a year; JSON and CSV have every digit, rates as parts of one, and the sources.
std::string render_outlook(const OutlookView& view, Format format, const Terminal& terminal);

} // namespace kept::publish
