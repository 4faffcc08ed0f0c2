// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/evidence.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace kept::store {

class Database;
class Statement;

/// The numbers that stand for texts and organisations in the packed tables. A question that compares numbers
/// decodes nothing but the rows it selects. What was asked once is remembered; any thread may ask.
class SqlNumbers {
public:
  using Numbers = std::vector<std::int64_t>; ///< sorted

  /// Must not outlive the database. Without `illustrative` made-up sources are left out.
  SqlNumbers(const Database& database, bool illustrative)
      : m_database(database), m_illustrative(illustrative) {}

  /// organisation_number of all that are meant (RULES.md 1).
  Numbers organisations(const measure::OrganisationMatch& match) const;
  /// code_number of these texts; those that the store does not hold have none.
  Numbers codes(const std::vector<std::string>& texts) const;
  /// code_number of texts that begin with one of `beginnings`.
  Numbers codes_beginning(const std::vector<std::string>& beginnings) const;
  /// code_number of texts that are the number zero: "0", "0.00".
  Numbers codes_of_zero() const;
  /// code_number of the reasons with which a transaction counts: none, and "no rate".
  Numbers codes_of_counted() const;
  /// source_number of the sources that count.
  Numbers sources() const;
  /// Are there sources that do not count?
  bool leaves_sources_out() const;

private:
  /// The answer to `sql`, which is asked once for each `key`.
  Numbers remember(const std::string& key, const std::string& sql,
                   const std::function<void(Statement&)>& bind = {}) const;

  const Database& m_database;
  bool m_illustrative;
  mutable std::mutex m_mutex;
  mutable std::map<std::string, Numbers> m_known;
};

} // namespace kept::store
