// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kept::app {

/// The bytes of a store without sources, with the schema and the figures of reference of this build
/// (src/empty_store).
std::string_view empty_store();

} // namespace kept::app
