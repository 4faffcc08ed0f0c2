// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/transaction.hpp"
#include "store/duckdb_appender.hpp"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::store {

/// The key by which organisations are equal (RULES.md 1): the reference, trimmed and in upper case; without
/// one '~' and the folded name; empty without both.
std::string organisation_key(std::string_view ref, std::string_view folded_name);

/// Writes organisations to fact.organisation, each once per source, and numbers them. Folding a name costs
/// more than all else about a transaction, so it is done once per distinct organisation. One thread at a
/// time.
class OrganisationNumbers {
public:
  /// `next` is shared by all threads of a load.
  OrganisationNumbers(Appender& appender, std::atomic<std::int32_t>& next)
      : m_appender(appender), m_next(next) {}

  /// The number of an organisation as `source_number` names it; none when it has neither reference nor name.
  std::optional<std::int64_t> number(std::int32_t source_number, const facts::Organisation& organisation);
  /// Forgets which organisations it has written.
  void clear() { m_known.clear(); }

private:
  Appender& m_appender;
  std::atomic<std::int32_t>& m_next;
  struct Known {
    std::int32_t source_number = -1;
    std::string text; ///< ref, a zero byte, name
    std::int64_t number = 0;
  };
  static bool names(const Known& known, const facts::Organisation& organisation);
  /// By a hash of the text; an organisation whose place another one takes may be written twice.
  std::vector<Known> m_known;
};

} // namespace kept::store
