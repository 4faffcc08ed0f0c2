// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/arena.hpp"
#include "facts/transaction.hpp"
#include "store/duckdb_appender.hpp"

#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kept::store {

/// The key by which organisations are equal (RULES.md 1): the reference, trimmed and in upper case; without
/// one '~' and the folded name; empty without both.
std::string organisation_key(std::string_view ref, std::string_view folded_name);

/// Writes organisations to fact.organisation and numbers them: each once per source, or again where there are
/// so many that memory would not stay bounded. Folding a name costs more than all else about a transaction,
/// so it is done once per distinct organisation. One thread at a time.
class OrganisationNumbers {
public:
  /// `next` is shared by all threads of a load.
  OrganisationNumbers(Appender& appender, std::atomic<std::int32_t>& next)
      : m_appender(appender), m_next(next) {}

  /// The number of an organisation as `source_number` names it; none when it has neither reference nor name.
  std::optional<std::int64_t> number(std::int32_t source_number, const facts::Organisation& organisation);

  /// The numbers of many, in order: what memory holds of the one is fetched while another is looked up.
  void number_all(std::int32_t source_number, std::span<const facts::Organisation* const> organisations,
                  std::vector<std::optional<std::int64_t>>& numbers);

private:
  struct Known {
    std::uint64_t hash = 0;
    const char* text = nullptr; ///< ref, then name; null: a free place
    std::uint32_t ref_size = 0, name_size = 0;
    std::int32_t source_number = 0, number = 0;
  };
  std::optional<std::int64_t> number(std::int32_t source_number, const facts::Organisation& organisation,
                                     std::uint64_t hash);
  /// The place of what is_it is true of, or else the free one that would be its own.
  template <typename IsIt> Known& place_of(std::uint64_t hash, const IsIt& is_it);
  void make_room_for(std::size_t organisations);
  void grow();

  Appender& m_appender;
  std::atomic<std::int32_t>& m_next;
  std::vector<Known> m_known; ///< by hash, an entry after the other where two meet; at most half full
  std::size_t m_count = 0;
  Arena m_texts;
};

} // namespace kept::store
