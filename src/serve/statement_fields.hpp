// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/assessment.hpp"
#include "publish/json_writer.hpp"
#include "serve/state.hpp"

namespace kept::serve {

/// The object of one statement as docs/formats/api.md has it: the verdict, and who stated it to whom, and
/// when.
void write_api_statement(publish::JsonWriter& json, const State& state, const measure::Assessment& assessment,
                         Date as_of);

} // namespace kept::serve
