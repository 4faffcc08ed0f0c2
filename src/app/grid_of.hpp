// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/grid.hpp"
#include "store/table.hpp"

namespace kept::app {

/// The store's answer as something to publish; the rooms do not know each other.
publish::Grid grid_of(store::Table table);

} // namespace kept::app
