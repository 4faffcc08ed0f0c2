// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kept::store {

class Connection;

/// Makes known two SQL functions. Once for a database; those that are opened to be read know them.
///   kept_is_one_of(number INTEGER or UINTEGER, numbers VARCHAR) -> BOOLEAN
///   kept_has_one_of(packed BLOB, numbers VARCHAR) -> BOOLEAN
/// tell whether `number`, or one that is packed in `packed` (store/packed_numbers.hpp), is one of the whole
/// numbers in `numbers`, a constant such as '3,17,29'; null for null.
///
/// DuckDB applies a condition on one column while it reads that column: of the other columns it then decodes
/// only rows that pass, and skips 2,048 at a time where none does. For IN with more than a few numbers it
/// plans a join instead, behind which all columns of all rows have been read.
void register_number_filters(const Connection& connection);

/// The condition that `expression`, INTEGER or UINTEGER, is one of `numbers`; "false" for none.
std::string is_one_of(std::string_view expression, std::span<const std::int64_t> numbers);
/// The condition that one of the numbers packed in `expression` is one of `numbers`; "false" for none.
std::string has_one_of(std::string_view expression, std::span<const std::int64_t> numbers);

} // namespace kept::store
