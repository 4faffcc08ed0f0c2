// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/source.hpp"
#include "read/sdmx/read_sdmx.hpp"

#include <filesystem>

namespace kept::fuzz {

using SdmxReader = void (*)(const std::filesystem::path&, facts::Source&, const read::statistics::Vocabulary&,
                            const read::statistics::ObservationSink&, const read::statistics::ByteCount&);

/// Reads a message with a small invented vocabulary and checks what holds for the figures of any format. A
/// reader whose input is not `is_decoded` takes the bytes as they are.
void check_message(SdmxReader reader, std::span<const std::uint8_t> bytes, bool is_decoded = true);

} // namespace kept::fuzz
