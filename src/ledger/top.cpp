// SPDX-License-Identifier: Apache-2.0
#include "ledger/top.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kept::ledger {

Result<Top> parse_top(std::string_view text) {
  Top top;
  std::string_view number = trim(text);
  top.percent = number.ends_with('%');
  if (top.percent)
    number = trim(number.substr(0, number.size() - 1));
  const Result<Decimal> amount = Decimal::parse(number);
  const bool whole = amount && amount->rescaled(0) == *amount;
  if (!amount || *amount <= Decimal(0) || (top.percent ? *amount > Decimal(100) : !whole))
    return refuse(
        fmt::format("must be a number of places such as 10, or a share such as 10%, not `{}`", text));
  top.amount = *amount;
  return top;
}

} // namespace kept::ledger
