// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/load.hpp"
#include "publish/terminal.hpp"

#include <string>

namespace kept::app {

/// What a load did, for people: a line per source, the files passed over and why, the findings by rule with
/// the money they affect, and how long it took.
std::string load_summary_as_table(const load::Summary& summary, double seconds,
                                  const publish::Terminal& terminal);

/// The same as one JSON object.
std::string load_summary_as_json(const load::Summary& summary, double seconds);

} // namespace kept::app
