// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kept::store {

class Connection;

/// Makes known the SQL function
///   kept_is_one_of(number INTEGER or UINTEGER, numbers VARCHAR) -> BOOLEAN
/// which tells whether `number` is one of the whole numbers in `numbers`, a constant such as '3,17,29'; null
/// for null. Once for a database; those that are opened to be read know it.
///
/// DuckDB applies a condition on one column while it reads that column: of the other columns it then decodes
/// only rows that pass, and skips 2,048 at a time where none does. For IN with more than a few numbers it
/// plans a join instead, behind which all columns of all rows have been read.
void register_is_one_of(const Connection& connection);

/// The condition that `expression`, INTEGER or UINTEGER, is one of `numbers`; "false" for none.
std::string is_one_of(std::string_view expression, std::span<const std::int64_t> numbers);

} // namespace kept::store
