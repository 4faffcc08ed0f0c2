// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/json_writer.hpp"
#include "store/record_questions.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kept::serve {

/// What `activities/{iati_identifier}` answers; of each table the first `longest` rows (0: all), and how many
/// are left out.
void write_record(publish::JsonWriter& json, const std::string& id, std::vector<store::NamedTable>&& tables,
                  std::size_t longest);

} // namespace kept::serve
