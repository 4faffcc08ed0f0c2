// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
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
  std::uint32_t number(std::string_view text);

private:
  std::uint32_t look_up(std::string_view text);

  struct Recent {
    std::uint64_t packed = 0; ///< a text of up to 7 bytes and its length; 0: none
    std::uint32_t number = 0;
  };
  CodeNumbers& m_all;
  Appender& m_table;
  NumberByText m_known;
  std::array<Recent, 2048> m_recent; ///< short texts by a hash, the last one met of each
};

} // namespace kept::store
