// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/read_ledger.hpp"

#include <string>
#include <vector>

namespace kept::ledger {

/// What an id belongs to. Agreements, pledges and claims share one set of ids; parties have their own.
enum class IdKind { party, agreement, pledge, claim };

/// Where a record gets its id.
struct Definition {
  IdKind kind;
  std::string id;
  Position position;
};

/// Where a record names another one.
struct Mention {
  IdKind kind;
  std::string id;
  std::string key; ///< that names it: "by"
  Position position;
  bool needs_country = false; ///< a party whose figures are looked up
};

/// A name or reference by which sources know a party.
struct PartyName {
  std::string party;
  std::string text; ///< as written
  std::string key;  ///< as compared; references and names never collide
  Position position;
};

/// A framework while it is being read, and what the checks across records need (checks.hpp).
struct Draft {
  Framework framework;
  std::vector<Problem> problems;
  std::vector<Definition> definitions;
  std::vector<Mention> mentions;
  std::vector<PartyName> party_names;

  void problem(const Position& position, std::string message) {
    problems.push_back({position, std::move(message)});
  }
};

} // namespace kept::ledger
