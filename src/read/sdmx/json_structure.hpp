// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "read/sdmx/data_message.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::read::sdmx {

inline constexpr std::size_t k_deepest =
    64; ///< lists and objects of a message within each other; most have ten

/// A dimension or attribute of an SDMX-JSON message, and the values that its data sets point at by number.
struct JsonComponent {
  std::string id;
  std::vector<std::string> values; ///< codes; of times the period
};

/// Where components are attached.
struct JsonLevels {
  std::vector<JsonComponent> data_set, series, observation;
};

/// The structure of one or more data sets.
struct JsonStructure {
  std::string id;
  std::string name; ///< of the data set; its id where it has none
  JsonLevels dimensions, attributes;
  std::vector<std::string> measures; ///< 2.0: their ids, in the order of an observation's values; else empty
};

/// What an SDMX-JSON message says besides its data.
struct JsonHeader {
  std::vector<JsonStructure> structures;
  std::optional<Moment> prepared;
  std::string version; ///< "1.0" or "2.0"
};

/// Reads everything of a message but its data sets, which may stand before their structure. A message that is
/// not JSON gives what stands before the damage. Throws Error(input) when the file cannot be opened.
JsonHeader read_json_header(const std::filesystem::path& path);

} // namespace kept::read::sdmx
