// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kept::validate {

/// The identifiers of a file's activities, and where each stands first. Millions of them in little memory: of
/// each its line and 96 bits of a hash are kept, under which two of a million identifiers meet once in 10^17
/// files.
class Identifiers {
public:
  /// The line where it stands already; none when it is new.
  std::optional<std::uint32_t> add(std::string_view identifier, std::uint32_t line);

private:
  struct Slot {
    std::array<std::uint32_t, 3> hash{};
    std::uint32_t line = 0; ///< 0: free
  };
  Slot& slot_of(const std::array<std::uint32_t, 3>& hash);
  void grow();

  std::vector<Slot> m_slots = std::vector<Slot>(1024);
  std::size_t m_used = 0;
};

} // namespace kept::validate
