// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/read_ledger.hpp"
#include "scratch_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kept::ledger::test {

using Lines = std::vector<std::string>;

/// A framework's folder that goes away with the test.
class ScratchLedger {
public:
  ScratchLedger& write(const std::string& name, std::string_view text);
  const std::filesystem::path& folder() const { return m_folder.path(); }
  /// "ledger.yaml:3:5: what is wrong", in the order in which the problems are told.
  Lines problems() const;

private:
  kept::test::ScratchFolder m_folder;
};

/// Problems of a ledger.yaml, as "3:5: what is wrong".
Lines problems_of(std::string_view text);

/// The same for statements put below a sound ledger with the parties `giver` (country XAA) and `taker` and
/// the agreement `pact`; lines count from the statements' first.
Lines problems_of_statements(std::string_view statements);

/// The framework of such statements, which must be sound.
Framework framework_of_statements(std::string_view statements);

} // namespace kept::ledger::test

namespace doctest {
template <> struct StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string text = "[\n";
    for (const std::string& line : lines)
      text += "  " + line + "\n";
    return (text + "]").c_str();
  }
};
} // namespace doctest
