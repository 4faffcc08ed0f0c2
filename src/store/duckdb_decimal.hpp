// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/decimal.hpp"

#include <duckdb.h>

namespace kept::store {

/// DuckDB's 128-bit numbers are two halves.
inline duckdb_hugeint to_hugeint(Int128 number) {
  return {static_cast<std::uint64_t>(number), static_cast<std::int64_t>(number >> 64)};
}
inline Int128 from_hugeint(const duckdb_hugeint& number) {
  return (static_cast<Int128>(number.upper) << 64) | static_cast<Int128>(number.lower);
}

} // namespace kept::store
