// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"
#include "app/options.hpp"

#include <optional>
#include <string>

namespace kept::app {

/// `kept rank`: the areas of a group in the order of an indicator, or of its annual rate of reduction.
class CommandRank : public Command {
public:
  void setup(CLI::App& program) override;
  int run() override;

private:
  std::string m_indicator, m_group, m_vintage, m_preferred, m_area;
  std::string m_top = "10%";
  std::optional<unsigned> m_year, m_since;
  bool m_higher_is_better = false;
  StoreOption m_store;
  AsOfOption m_as_of;
  LanguageOption m_language;
  OutputOptions m_output;
};

} // namespace kept::app
