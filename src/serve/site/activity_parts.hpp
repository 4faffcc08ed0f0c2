// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/state.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kept::serve {

/// The activities of a store in parts, so that a page fetches the records of one without those of all.
class ActivityParts {
public:
  explicit ActivityParts(const State& state);

  /// What `activities` answers, whole, each row with the number of its `part`; null for activities without an
  /// identifier, and where there are too many activities to publish their records.
  std::string list() const;
  std::size_t count() const { return m_parts.size(); }
  /// {"identifier": record, …} of one part.
  std::string records(const State& state, std::size_t part) const;

private:
  store::Table m_activities;                     ///< with `part` as the last column
  std::vector<std::vector<std::string>> m_parts; ///< identifiers
};

} // namespace kept::serve
