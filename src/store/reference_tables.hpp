// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/reference.hpp"

#include <vector>

namespace kept::store {

class Connection;

/// Puts the shipped figures in the place of those in the store. True when rates changed.
bool replace_reference(const Connection& connection, const facts::Reference& reference);

/// All rates in the order that derive::RateTable wants: shipped ones, then those of loaded sources by the
/// source's name and line, so that the order of loading does not matter.
std::vector<facts::Rate> read_rates(const Connection& connection);

} // namespace kept::store
