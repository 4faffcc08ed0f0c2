// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "derive/rate_table.hpp"
#include "facts/activity.hpp"
#include "facts/transaction.hpp"
#include "store/code_numbers.hpp"
#include "store/duckdb_appender.hpp"
#include "store/identity_table.hpp"

#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kept::store {

/// Numbers rows that many others share: each row once for a thread, or again where there are so many that
/// memory would not stay bounded. One thread at a time.
class SharedRows {
public:
  /// `next` is shared by all threads of a load.
  explicit SharedRows(std::atomic<std::int32_t>& next) : m_next(next) {}

  /// Stands for the row that these numbers make up, and has the memory fetched that `number` will look at.
  Hash128 identity(std::span<const std::uint32_t> row) const;

  /// The number of the row that `identity` stands for. Calls write(number) where it has none yet.
  template <typename Write> std::int32_t number(const Hash128& identity, const Write& write) {
    if (const std::int32_t known = m_known.number(identity); known != 0)
      return known;
    const std::int32_t number = m_next++;
    m_known.add(identity, number);
    write(number);
    return number;
  }

private:
  std::atomic<std::int32_t>& m_next;
  const std::uint64_t m_seed = random_seed();
  IdentityTable m_known{524'288};
};

/// Writes packed.terms and numbers its rows. One thread at a time.
class TermNumbers {
public:
  TermNumbers(Appender& table, CodeWriter& codes, std::atomic<std::int32_t>& next)
      : m_table(table), m_codes(codes), m_rows(next) {}

  /// What a transaction states that others state alike.
  struct Terms {
    std::optional<int> decimals; ///< of the value as published, see packed.terms
    Hash128 identity;
  };
  /// Before other work that `number` follows.
  Terms terms(const facts::Transaction& transaction, std::optional<int> decimals);
  /// `terms` are those of `transaction`.
  std::int32_t number(const facts::Transaction& transaction, const Terms& terms);

private:
  Appender& m_table;
  CodeWriter& m_codes;
  SharedRows m_rows;
};

/// Writes packed.dimension and numbers its lists. One thread at a time.
class DimensionNumbers {
public:
  DimensionNumbers(Appender& table, CodeWriter& codes, std::atomic<std::int32_t>& next)
      : m_table(table), m_codes(codes), m_lists(next) {}

  /// 0 without dimensions.
  std::int32_t number(std::span<const facts::Dimension> dimensions);

private:
  void write(std::int32_t number, std::span<const facts::Dimension> dimensions);

  Appender& m_table;
  CodeWriter& m_codes;
  SharedRows m_lists;
  std::vector<std::uint32_t> m_row; ///< of the list that is looked up
};

/// Writes packed.usd_rate and numbers its rows. All rates are of one table. One thread at a time.
class RateNumbers {
public:
  RateNumbers(Appender& table, std::atomic<std::int32_t>& next) : m_table(table), m_next(next) {}

  /// 0 without a rate.
  std::int32_t number(const std::optional<derive::FoundRate>& rate);

private:
  Appender& m_table;
  std::atomic<std::int32_t>& m_next;
  std::vector<std::int32_t> m_of_table, m_of_usd; ///< by index, and by month; 0: none
};

} // namespace kept::store
