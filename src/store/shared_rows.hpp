// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/decimal.hpp"
#include "derive/rate_table.hpp"
#include "facts/activity.hpp"
#include "facts/transaction.hpp"
#include "store/code_numbers.hpp"
#include "store/duckdb_appender.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kept::store {

/// Numbers rows that many others share: each row once for a thread, or again where there are so many that
/// memory would not stay bounded. Key: trivially copyable, with `hash()` and `==`.
template <typename Key, int recent_bits> class SharedRows {
public:
  /// `next` is shared by all threads of a load.
  explicit SharedRows(std::atomic<std::int32_t>& next) : m_next(next) {}

  /// The number of `key`. Calls write(number) where it has none yet.
  template <typename Write> std::int32_t number(const Key& key, const Write& write) {
    Recent& recent = m_recent[place_of(key)];
    if (recent.number == 0 || !(recent.key == key))
      recent = {key, look_up(key, write)};
    return recent.number;
  }

  /// A number for a row that `number` knows no key of.
  std::int32_t unshared() { return m_next++; }

  /// Has the memory fetched that `number` will look at first.
  void prefetch(const Key& key) const { __builtin_prefetch(&m_recent[place_of(key)]); }

private:
  static constexpr std::size_t k_most = 200'000;

  struct HashKey {
    std::size_t operator()(const Key& key) const { return key.hash(); }
  };
  struct Recent {
    Key key{};
    std::int32_t number = 0; ///< 0: none
  };
  static std::size_t place_of(const Key& key) { return key.hash() * k_golden >> (64 - recent_bits); }
  template <typename Write> std::int32_t look_up(const Key& key, const Write& write) {
    if (m_known.size() >= k_most)
      m_known.clear();
    const auto [known, is_new] = m_known.try_emplace(key, 0);
    if (is_new)
      write(known->second = m_next++);
    return known->second;
  }

  std::atomic<std::int32_t>& m_next;
  std::unordered_map<Key, std::int32_t, HashKey> m_known;
  std::vector<Recent> m_recent =
      std::vector<Recent>(std::size_t{1} << recent_bits); ///< by a hash, the last met
};

/// Of an even number of numbers.
template <std::size_t size> std::uint64_t hash_of(const std::array<std::uint32_t, size>& numbers) {
  static_assert(size % 2 == 0);
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < size; i += 2)
    hash = (hash ^ (std::uint64_t{numbers[i]} << 32 | numbers[i + 1])) * k_golden;
  return hash ^ hash >> 32;
}

/// Writes packed.terms and numbers its rows. One thread at a time.
class TermNumbers {
public:
  TermNumbers(Appender& table, CodeWriter& codes, std::atomic<std::int32_t>& next)
      : m_table(table), m_codes(codes), m_rows(next) {}

  /// decimals: of the value as published, see packed.terms.
  std::int32_t number(const facts::Transaction& transaction, std::optional<int> decimals);

private:
  /// Texts as numbers of codes, then what is no text.
  struct Key {
    std::array<std::uint32_t, 12> parts{}; // the last one is unused
    bool operator==(const Key&) const = default;
    std::uint64_t hash() const { return hash_of(parts); }
  };
  Appender& m_table;
  CodeWriter& m_codes;
  SharedRows<Key, 12> m_rows;
};

/// Writes packed.dimension and numbers its lists. One thread at a time.
class DimensionNumbers {
public:
  DimensionNumbers(Appender& table, CodeWriter& codes, std::atomic<std::int32_t>& next)
      : m_table(table), m_codes(codes), m_lists(next) {}

  /// 0 without dimensions.
  std::int32_t number(std::span<const facts::Dimension> dimensions);

private:
  static constexpr std::size_t k_most_shared = 4; ///< longer lists are written each time
  /// Names and values as numbers of codes, zeros behind the last.
  struct Key {
    std::array<std::uint32_t, 2 * k_most_shared> codes{};
    std::size_t size = 0;
    bool operator==(const Key&) const = default;
    std::uint64_t hash() const { return hash_of(codes) ^ size; }
  };
  void write(std::int32_t number, std::span<const facts::Dimension> dimensions);

  Appender& m_table;
  CodeWriter& m_codes;
  SharedRows<Key, 8> m_lists;
};

/// Writes packed.usd_rate and numbers its rows. One thread at a time.
class RateNumbers {
public:
  RateNumbers(Appender& table, std::atomic<std::int32_t>& next) : m_table(table), m_rows(next) {}

  /// 0 without a rate.
  std::int32_t number(const std::optional<derive::FoundRate>& rate);
  /// Before other work that `number` follows.
  void prefetch(const std::optional<derive::FoundRate>& rate) const {
    if (rate)
      m_rows.prefetch(key_of(*rate));
  }

private:
  struct Key {
    Int128 units;
    int scale, month, index;
    bool operator==(const Key&) const = default;
    /// Nearly every key has a place of its own among the last met.
    std::uint64_t hash() const { return static_cast<std::uint64_t>(index < 0 ? month : index); }
  };
  static Key key_of(const derive::FoundRate& rate) {
    return {rate.usd_per_unit.units(), rate.usd_per_unit.scale(), rate.month.count(), rate.index};
  }
  Appender& m_table;
  SharedRows<Key, 13> m_rows; // as many as twenty currencies have in as many years
};

} // namespace kept::store
