// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace kept::validate {

struct EmbeddedText {
  std::string_view name, text; ///< of a file without its folder
};

/// The files of src/validate/schema, compiled in.
std::span<const EmbeddedText> schema_tables();
/// messages.csv and code_list_rules.csv.
std::span<const EmbeddedText> rule_tables();

/// The cells of code_list_rules.csv, line by line without its header.
std::vector<std::vector<std::string_view>> code_list_rule_rows();

} // namespace kept::validate
