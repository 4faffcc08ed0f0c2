// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/grid.hpp"
#include "store/table.hpp"

namespace kept::publish {

/// The store's answer as something to publish; the rooms do not know each other.
Grid grid_of(store::Table table);

} // namespace kept::publish
