// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace kept::fuzz {

/// Reads one input as the target does, and checks what must hold for any. Each target has its own, which the
/// fuzzer and the replay of the corpus call.
void fuzz_one(std::span<const std::uint8_t> bytes);

/// Ends the program, with `rule` and what broke it on standard error, when `holds` is false.
void expect(bool holds, std::string_view rule, std::string_view broken_by = {});

inline std::string_view as_text(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace kept::fuzz
