// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/assessment.hpp"
#include "publish/terminal.hpp"

#include <string>
#include <string_view>

namespace kept::publish {

/// The scoreboard for a terminal: agreements, pledges and claims, each statement with what decided it below.
std::string report_as_table(const measure::Report& report, std::string_view language,
                            const Terminal& terminal);

/// The same as a Markdown document.
std::string report_as_markdown(const measure::Report& report, std::string_view language);

} // namespace kept::publish
