// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"
#include "app/options.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kept::app {

/// `kept validate FILE...`: is a file what the standard asks for?
class CommandValidate : public Command {
public:
  void setup(CLI::App& program) override;
  /// 3 when a file could not be opened, else 1 when one is not valid.
  int run() override;

private:
  std::vector<std::string> m_paths;
  std::string m_format = "text", m_org_prefixes, m_today;
  std::optional<unsigned> m_max_findings, m_threads;
  LanguageOption m_language;
  DataOption m_data;
  UnpackOptions m_unpack;
  OutputOptions m_output;
};

} // namespace kept::app
