// SPDX-License-Identifier: Apache-2.0
// Where libFuzzer enters.
#include "fuzz.hpp"

#include <cstddef>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  kept::fuzz::fuzz_one({bytes, size});
  return 0;
}
