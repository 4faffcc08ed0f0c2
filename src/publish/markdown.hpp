// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kept::publish {

/// `text` as one line of plain text in Markdown: characters with a meaning (| * _ ` [ ] < > # \) are escaped,
/// but for underscores within a word, which have none.
std::string escape_markdown(std::string_view text);

/// `| a | b |` with a line end. The cells are Markdown already.
void append_markdown_row(std::string& out, const std::vector<std::string>& cells);

/// The header and the rule below it; `numeric` columns are aligned to the right. Both have the same length.
void append_markdown_header(std::string& out, const std::vector<std::string>& names,
                            const std::vector<bool>& numeric);

} // namespace kept::publish
