// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/sdmx/concepts.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::read::sdmx {

/// A column of an SDMX-CSV table by its header.
struct Column {
  std::string id; ///< of its concept; empty for a column of labels
  Role role = Role::passed_over;
  bool labelled = false; ///< its cells may be "CODE: label"
};

/// Reads the headers: "REF_AREA", "REF_AREA: Reference area", "ATTR[;]". A header that is no id (mixed case,
/// blanks) stands over labels of the column before it.
std::vector<Column> read_columns(const std::vector<std::string>& headers);

/// The code in a cell of `column`.
std::string_view code_in(std::string_view cell, const Column& column);

/// The id in a header: without label and without the separators of sub-fields ("CONTACT[].NAME[]").
std::string id_of_header(std::string_view header);

} // namespace kept::read::sdmx
