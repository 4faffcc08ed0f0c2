// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/assessment.hpp"
#include "publish/format.hpp"
#include "publish/terminal.hpp"

#include <string>
#include <string_view>

namespace kept::publish {

/// The answers to all statements of a framework. `language` ("en", "zh", "ko") is that of titles; everything
/// else is in English. Illustrative frameworks say so in every format.
///
/// Table: the scoreboard, 110 columns wide where there is no terminal, nothing cut off. JSON and CSV: exact
/// numbers (docs/formats/report.md). Markdown: a document with one table per kind of statement.
std::string render_report(const measure::Report& report, Format format, std::string_view language,
                          const Terminal& terminal);

} // namespace kept::publish
