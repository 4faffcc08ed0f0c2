// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace kept::app {

/// The help of commands: an option with the name of its value and nothing else. Defaults and environment
/// variables stand in the descriptions, where they can be read.
class HelpFormat : public CLI::Formatter {
public:
  HelpFormat();
  std::string make_option_opts(const CLI::Option* option) const override;
};

} // namespace kept::app
