// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace kept {

/// Holds text whose views must stay valid as long as the arena lives; moving the arena keeps them valid.
class Arena {
public:
  Arena() = default;
  /// What is moved from is empty and may be used again.
  Arena(Arena&& other) noexcept { *this = std::move(other); }
  Arena& operator=(Arena&& other) noexcept {
    m_blocks = std::exchange(other.m_blocks, {});
    m_adopted = std::exchange(other.m_adopted, {});
    m_next = std::exchange(other.m_next, nullptr);
    m_room = std::exchange(other.m_room, 0);
    return *this;
  }

  /// A view of a copy of `text`.
  std::string_view store(std::string_view text) {
    if (text.size() > m_room) {
      m_room = std::max<std::size_t>(k_block, text.size());
      m_blocks.push_back(std::make_unique_for_overwrite<char[]>(m_room));
      m_next = m_blocks.back().get();
    }
    char* const start = m_next;
    if (!text.empty())
      std::memcpy(start, text.data(), text.size());
    m_next += text.size();
    m_room -= text.size();
    return {start, text.size()};
  }
  /// Takes ownership of `bytes`, whose views then live as long as the arena.
  void adopt(std::unique_ptr<char[]> bytes) { m_adopted.push_back(std::move(bytes)); }

private:
  static constexpr std::size_t k_block = std::size_t{1} << 14;
  std::vector<std::unique_ptr<char[]>> m_blocks;
  std::vector<std::unique_ptr<char[]>> m_adopted;
  char* m_next = nullptr;
  std::size_t m_room = 0;
};

} // namespace kept
