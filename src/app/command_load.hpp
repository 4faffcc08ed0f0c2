// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"
#include "app/options.hpp"
#include "load/load.hpp"

#include <optional>
#include <string>

namespace kept::app {

/// `kept load PATH...`: reads files into a store.
class CommandLoad : public Command {
public:
  void setup(CLI::App& program) override;
  int run() override;

private:
  load::Options m_options;
  std::string m_format = "table";
  std::optional<unsigned> m_threads;
  bool m_quiet = false;
  StoreOption m_store;
  DataOption m_data;
  UnpackOptions m_unpack;
};

} // namespace kept::app
