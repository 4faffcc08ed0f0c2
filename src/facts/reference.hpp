// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/table_rows.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kept::facts {

/// A country or an economy, with the codes and names under which the field knows it. Empty where there is
/// none.
struct Area {
  std::string iso2, iso3, m49;
  std::string name_en, name_zh, name_ko;
  std::string region;     ///< M49 region, English name ("Africa")
  std::string sub_region; ///< M49 sub-region, English name ("Northern Africa")
};

/// One member of a named group of areas ("african-union", "DZA").
struct GroupMember {
  std::string group;
  std::string iso3;
};

/// One entry of a code list of the standard.
struct CodeEntry {
  std::string list; ///< "Sector", "TransactionType" …
  std::string code;
  std::string name; ///< English
};

/// The figures of reference that ship with the program (the folder `data`).
struct Reference {
  std::vector<Area> areas;
  std::vector<GroupMember> groups;
  std::vector<CodeEntry> codes;
  std::vector<Rate> rates;
  std::string digest; ///< SHA-256 over the files read, so that a store knows when the figures changed
};

} // namespace kept::facts
