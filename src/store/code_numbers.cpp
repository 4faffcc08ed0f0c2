// SPDX-License-Identifier: Apache-2.0
#include "store/code_numbers.hpp"

#include "store/duckdb_appender.hpp"
#include "store/duckdb_database.hpp"

#include <algorithm>

namespace kept::store {
namespace {

constexpr std::size_t k_most_shared = 1'000'000;
constexpr std::size_t k_most_known = 100'000; ///< by one thread

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
