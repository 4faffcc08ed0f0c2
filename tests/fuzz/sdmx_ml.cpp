// SPDX-License-Identifier: Apache-2.0
// An SDMX-ML data message.
#include "fuzz.hpp"
#include "sdmx_message.hpp"

namespace kept::fuzz {

void fuzz_one(std::span<const std::uint8_t> bytes) {
  check_message(read::sdmx::read_sdmx_ml, bytes);
}

} // namespace kept::fuzz
