// SPDX-License-Identifier: Apache-2.0
#include "ledger/scratch_ledger.hpp"

namespace kept::ledger::test {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view k_sound_head =
    "framework: example\n"
    "title: Example\n"
    "parties: {giver: {name: Giver, country: XAA}, taker: {name: Taker}}\n"
    "agreements: [{id: pact, kind: mou, date: 2024, parties: [giver, taker]}]\n";
constexpr int k_head_lines = 4;

} // namespace

ScratchLedger& ScratchLedger::write(const std::string& name, std::string_view text) {
  m_folder.write(name, text);
  return *this;
}

Lines ScratchLedger::problems() const {
  Lines lines;
  for (const auto& [position, message] : check_ledger(m_folder.path()).problems)
    lines.push_back(fs::path(position.file).lexically_relative(m_folder.path()).string() + ":" +
                    std::to_string(position.line) + ":" + std::to_string(position.column) + ": " + message);
  return lines;
}

Lines problems_of(std::string_view text) {
  ScratchLedger ledger;
  ledger.write("ledger.yaml", text);
  Lines lines;
  for (const auto& [position, message] : check_ledger(ledger.folder()).problems)
    lines.push_back(std::to_string(position.line) + ":" + std::to_string(position.column) + ": " + message);
  return lines;
}

Lines problems_of_statements(std::string_view statements) {
  ScratchLedger ledger;
  ledger.write("ledger.yaml", std::string(k_sound_head) + std::string(statements));
  Lines lines;
  for (const auto& [position, message] : check_ledger(ledger.folder()).problems)
    lines.push_back(std::to_string(position.line - k_head_lines) + ":" + std::to_string(position.column) +
                    ": " + message);
  return lines;
}

Framework framework_of_statements(std::string_view statements) {
  ScratchLedger ledger;
  ledger.write("ledger.yaml", std::string(k_sound_head) + std::string(statements));
  return read_ledger(ledger.folder());
}

} // namespace kept::ledger::test
