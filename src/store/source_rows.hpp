// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/source.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace kept::store {

class Connection;

/// The sources of a store, sorted by name.
std::vector<facts::Source> read_sources(const Connection& connection);

struct NumberedSource {
  std::int32_t number;
  facts::Source source;
};
void insert_sources(const Connection& connection, std::span<const NumberedSource> sources);

/// Replaces the state of the source's file (facts::Source::state, settled).
void update_state(const Connection& connection, const std::string& name, const FileState& state,
                  bool settled);

/// The number of the source with this name. Throws Error(usage) with the nearest name when there is none.
std::int32_t source_number(const Connection& connection, const std::string& name);

/// Deletes the source and everything that it stated.
void delete_source(const Connection& connection, std::int32_t number);

/// Fills the sums (activities, transactions, first and last date) and the publishers' names of sources that
/// have no sums yet.
void sum_up_sources(const Connection& connection);

} // namespace kept::store
