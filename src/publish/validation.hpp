// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/format.hpp"
#include "publish/terminal.hpp"
#include "validate/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kept::publish {

/// What was said of files, in `language` ("en", "zh", "ko"). Table: for each file its verdict and, by rule,
/// what is wrong, how to mend it and where it first stands; Markdown: the same as lists. JSON and CSV: every
/// finding that was kept.
std::string render_validation(const std::vector<validate::FileReport>& files, Format format,
                              std::string_view language, const Terminal& terminal);

} // namespace kept::publish
