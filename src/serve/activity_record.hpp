// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/json_writer.hpp"
#include "serve/state.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

// Everything known of an activity or a transaction: what `activities/{iati_identifier}` answers.

namespace kept::serve {

/// "activities", "transactions", "flows", "transfers", "findings", each with its rows.
using RecordLists = std::vector<std::pair<std::string, store::Table>>;

/// Of one IATI identifier or transaction id. All lists are empty when there is none.
RecordLists record_lists(const State& state, const std::string& id);
/// Of many IATI identifiers, asked for together.
std::map<std::string, RecordLists> record_lists(const State& state,
                                                const std::vector<std::string>& identifiers);

bool is_empty(const RecordLists& lists);

/// The answer; of each list the first `longest` rows (0: all), and how many are left out.
void write_record(publish::JsonWriter& json, const std::string& id, RecordLists lists, std::size_t longest);

} // namespace kept::serve
