// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kept::store {

class Appender;
class Connection;

/// The number that stands for no text at all.
inline constexpr std::uint32_t k_no_code = 0;

/// For Fibonacci hashing: the golden ratio of 2^64 (Knuth, The Art of Computer Programming 3, 6.4).
inline constexpr std::uint64_t k_golden = 0x9E3779B97F4A7C15;

struct HashText {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using NumberByText = std::unordered_map<std::string, std::uint32_t, HashText, std::equal_to<>>;

/// The numbers of the texts in table packed.code: those of the store, and those that a load adds. Any thread.
///
/// A number stands for one text. A text has one number, but for stores of more than a million different ones,
/// where memory stays bounded and a text may get another number each time it is met.
class CodeNumbers {
public:
  /// Reads what the store holds.
  explicit CodeNumbers(const Connection& connection);

  struct Given {
    std::uint32_t number;
    bool is_new; ///< the caller has to write it to packed.code
  };
  Given number(std::string_view text);

private:
  std::mutex m_mutex;
  NumberByText m_numbers;
  std::uint32_t m_next;
};

/// One thread's way to the numbers: remembers those it met, writes new ones to packed.code.
class CodeWriter {
public:
  /// `table` appends to packed.code.
  CodeWriter(CodeNumbers& numbers, Appender& table) : m_all(numbers), m_table(table) {}

  /// k_no_code for an empty text. Bytes that are not UTF-8 are replaced in what is written.
  std::uint32_t number(std::string_view text) {
    if (text.empty())
      return k_no_code;
    if (text.size() > k_longest_recent)
      return look_up(text);
    const Packed packed = pack(text);
    Recent& recent = m_recent[(packed.begin ^ packed.end * k_golden) * k_golden >> (64 - k_recent_bits)];
    if (recent.size != text.size() || recent.packed.begin != packed.begin || recent.packed.end != packed.end)
      recent = {packed, static_cast<std::uint32_t>(text.size()), look_up(text)};
    return recent.number;
  }

private:
  static constexpr std::size_t k_longest_recent = 16;
  static constexpr int k_recent_bits = 11;

  /// All bytes of a text of 1 to 16, some of them twice: with its size it stands for the text.
  struct Packed {
    std::uint64_t begin, end;
  };
  static Packed pack(std::string_view text) {
    const auto bytes_at = [&]<typename Word>(std::size_t at, Word word) {
      std::memcpy(&word, text.data() + at, sizeof word);
      return std::uint64_t{word};
    };
    const std::size_t size = text.size();
    if (size >= 8)
      return {bytes_at(0, std::uint64_t{}), bytes_at(size - 8, std::uint64_t{})};
    if (size >= 4)
      return {bytes_at(0, std::uint32_t{}), bytes_at(size - 4, std::uint32_t{})};
    if (size >= 2)
      return {bytes_at(0, std::uint16_t{}), bytes_at(size - 2, std::uint16_t{})};
    return {bytes_at(0, std::uint8_t{}), 0};
  }
  std::uint32_t look_up(std::string_view text);

  struct Recent {
    Packed packed{0, 0};
    std::uint32_t size = 0; ///< 0: none
    std::uint32_t number = 0;
  };
  CodeNumbers& m_all;
  Appender& m_table;
  NumberByText m_known;
  std::array<Recent, std::size_t{1} << k_recent_bits>
      m_recent; ///< short texts by a hash, the last one met of each
};

} // namespace kept::store
