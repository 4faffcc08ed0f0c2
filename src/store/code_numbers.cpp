// SPDX-License-Identifier: Apache-2.0
#include "store/code_numbers.hpp"

#include "store/duckdb_appender.hpp"
#include "store/duckdb_database.hpp"

#include <algorithm>
#include <cstring>

namespace kept::store {
namespace {

constexpr std::size_t k_most_shared = 1'000'000;
constexpr std::size_t k_most_known = 100'000; ///< by one thread
constexpr std::size_t k_short = 7;
/// Fibonacci hashing: the golden ratio of 2^64 (Knuth, The Art of Computer Programming 3, 6.4).
constexpr std::uint64_t k_golden = 0x9E3779B97F4A7C15;
constexpr int k_recent_bits = 11;

std::uint64_t pack(std::string_view text) {
  std::uint64_t packed = 0;
  std::memcpy(&packed, text.data(), text.size());
  return packed << 8 | text.size();
}

} // namespace

CodeNumbers::CodeNumbers(const Connection& connection) {
  std::uint32_t last = k_no_code;
  for (Rows rows = connection.prepare("SELECT code_number, text FROM packed.code").rows(); rows.next();) {
    const auto number = static_cast<std::uint32_t>(rows.number(0).value_or(0));
    last = std::max(last, number);
    if (number != k_no_code && m_numbers.size() < k_most_shared)
      m_numbers.emplace(rows.string(1), number);
  }
  m_next = last + 1;
}

CodeNumbers::Given CodeNumbers::number(std::string_view text) {
  const std::scoped_lock lock(m_mutex);
  if (const auto found = m_numbers.find(text); found != m_numbers.end())
    return {found->second, false};
  const std::uint32_t number = m_next++;
  if (m_numbers.size() < k_most_shared)
    m_numbers.emplace(text, number);
  return {number, true};
}

std::uint32_t CodeWriter::number(std::string_view text) {
  if (text.empty())
    return k_no_code;
  if (text.size() > k_short)
    return look_up(text);
  const std::uint64_t packed = pack(text);
  Recent& recent = m_recent[packed * k_golden >> (64 - k_recent_bits)];
  if (recent.packed != packed)
    recent = {packed, look_up(text)};
  return recent.number;
}

std::uint32_t CodeWriter::look_up(std::string_view text) {
  if (const auto found = m_known.find(text); found != m_known.end())
    return found->second;
  if (m_known.size() >= k_most_known)
    m_known.clear();
  const auto [number, is_new] = m_all.number(text);
  if (is_new)
    m_table.code(number).text(text).end_row();
  m_known.emplace(text, number);
  return number;
}

} // namespace kept::store
