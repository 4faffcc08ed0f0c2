// SPDX-License-Identifier: Apache-2.0
#include "read/tables/shipped_table.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

namespace kept::read::tables {

bool ShippedTable::next() {
  if (!m_table.next())
    return false;
  if (m_table.damage() != Damage::none)
    damaged(m_table.why_damaged());
  if (m_table.repaired())
    damaged("there are bytes that are not UTF-8");
  return true;
}

std::string ShippedTable::cell(std::size_t column, std::string_view name, std::size_t length) const {
  std::string text = cell(column);
  if (text.empty() || (length != 0 && text.size() != length))
    damaged(fmt::format("`{}` is no {}", text, name));
  return text;
}

void ShippedTable::damaged(const std::string& why) const {
  throw Error(ErrorKind::input, "the table is damaged: " + why, m_table.where(),
              std::string(k_shipped_remedy));
}

} // namespace kept::read::tables
