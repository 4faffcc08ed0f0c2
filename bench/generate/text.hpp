// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kept::bench {

/// A whole number with leading zeros.
struct Padded {
  std::uint64_t number = 0;
  std::size_t digits = 1; ///< at least
};

/// Hundredths as a decimal: 1250 is "12.5", 1200 is "12".
struct Hundredths {
  std::int64_t count = 0;
};

/// Text that grows at its end.
class Text {
public:
  /// Appends the parts: texts, whole numbers, Padded, Hundredths.
  template <typename... Parts> void add(const Parts&... parts) { (append(parts), ...); }

  std::string_view view() const { return m_text; }
  std::size_t size() const { return m_text.size(); }
  void clear() { m_text.clear(); }

private:
  void append(std::string_view text) { m_text.append(text); }

  template <std::integral Number> void append(Number number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    m_text.append(digits, static_cast<std::size_t>(end - digits));
  }

  void append(Padded padded) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, padded.number).ptr;
    const auto size = static_cast<std::size_t>(end - digits);
    if (size < padded.digits)
      m_text.append(padded.digits - size, '0');
    m_text.append(digits, size);
  }

  void append(Hundredths amount) {
    if (amount.count < 0)
      m_text.push_back('-');
    const std::int64_t count = amount.count < 0 ? -amount.count : amount.count;
    append(count / 100);
    if (const auto rest = count % 100) {
      m_text.push_back('.');
      m_text.push_back(static_cast<char>('0' + rest / 10));
      if (rest % 10 != 0)
        m_text.push_back(static_cast<char>('0' + rest % 10));
    }
  }

  std::string m_text;
};

} // namespace kept::bench
