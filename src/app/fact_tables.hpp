// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/format.hpp"
#include "publish/terminal.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <string>

namespace kept::app {

/// What `store` knows about an IATI identifier or a transaction id: one titled table per kind of record, at
/// most `limit` rows each (0: all) with the rest counted. JSON: one object with a list of rows per kind. CSV:
/// the transactions alone. Empty when the store knows neither.
std::string fact_tables(const store::Store& store, const std::string& id, std::size_t limit,
                        publish::Format format, const publish::Terminal& terminal);

/// What `store` knows about an indicator of the catalogue, in the same way: names, unit and target, codes by
/// publisher, figures by source. CSV: the figures alone.
std::string indicator_tables(const store::Store& store, const std::string& id, publish::Format format,
                             const publish::Terminal& terminal);

} // namespace kept::app
