// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/hash.hpp"
#include "facts/transaction.hpp"
#include "store/duckdb_appender.hpp"
#include "store/identity_table.hpp"

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kept::store {

/// The key by which organisations are equal (RULES.md 1): the reference, trimmed and in upper case; without
/// one '~' and the folded name; empty without both.
std::string organisation_key(std::string_view ref, std::string_view folded_name);

/// The numbers of the organisations that a load writes: one for each that a source names, or again another
/// where there are so many that memory would not stay bounded. Any thread.
class OrganisationNumbers {
public:
  /// `last`: the highest number in the store.
  explicit OrganisationNumbers(std::int32_t last);

  /// Stands for an organisation as `source_number` names it. Where GCC inlines it, its two halves meet in one
  /// register by way of memory, which takes as long as a hash.
  [[gnu::noinline]] Hash128 identity(std::int32_t source_number,
                                     const facts::Organisation& organisation) const;

  struct Given {
    std::int32_t number;
    bool is_new; ///< the caller has to write it to packed.organisation
  };
  Given number(const Hash128& identity);

private:
  const std::uint64_t m_seed;
  std::mutex m_mutex;
  IdentityTable m_numbers{1'048'576};
  std::int32_t m_last;
};

/// One thread's way to the numbers: remembers those that it met, writes new ones to packed.organisation.
/// Folding a name costs more than all else about a transaction, so it is done for few.
class OrganisationWriter {
public:
  /// `table` appends to packed.organisation.
  OrganisationWriter(OrganisationNumbers& numbers, Appender& table) : m_all(numbers), m_table(table) {}

  /// The number of an organisation as `source_number` names it; none when it has neither reference nor name.
  std::optional<std::int64_t> number(std::int32_t source_number, const facts::Organisation& organisation);

  /// The numbers of many, in order: what memory holds of the one is fetched while another is looked up.
  void number_all(std::int32_t source_number, std::span<const facts::Organisation* const> organisations,
                  std::vector<std::optional<std::int64_t>>& numbers);

private:
  std::optional<std::int64_t> number(std::int32_t source_number, const facts::Organisation& organisation,
                                     const Hash128& identity);

  OrganisationNumbers& m_all;
  Appender& m_table;
  IdentityTable m_known{262'144};
};

} // namespace kept::store
