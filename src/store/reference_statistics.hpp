// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/reference.hpp"

namespace kept::store {

class Connection;

/// Puts the shipped names, indicators, income groups and figures in the place of those in the store.
void replace_reference_statistics(const Connection& connection, const facts::Reference& reference);

} // namespace kept::store
