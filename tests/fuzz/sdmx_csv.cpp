// SPDX-License-Identifier: Apache-2.0
// An SDMX-CSV data message.
#include "fuzz.hpp"
#include "sdmx_message.hpp"

namespace kept::fuzz {

void fuzz_one(std::span<const std::uint8_t> bytes) {
  check_message(read::sdmx::read_sdmx_csv, bytes, false);
}

} // namespace kept::fuzz
