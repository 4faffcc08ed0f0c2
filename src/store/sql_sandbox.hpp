// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kept::store {

/// The name of the first function that `sql` calls and that a question may not: those that run SQL from a
/// text, and those that change the open database for later questions (its log), which DuckDB counts as
/// reading. Empty when there is none. Errs on the side of caution: a call in a string counts too.
std::string_view forbidden_call(std::string_view sql);

} // namespace kept::store
