// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kept::store {

/// Throws Error(store) for a message of the database about the file `where`; a full disk and a lack of memory
/// are said plainly, with what to do.
[[noreturn]] void throw_store_error(std::string_view message, const std::string& where);

/// The same for a failed system call.
[[noreturn]] void throw_system_error(std::string_view what, int error_number, const std::string& where);

} // namespace kept::store
