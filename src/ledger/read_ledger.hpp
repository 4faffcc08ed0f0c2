// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/ledger.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace kept::ledger {

using kept::Problem;

/// A ledger as far as it could be read, and everything that is wrong with it, in the order of the files.
struct Reading {
  Framework framework;
  std::vector<Problem> problems;
};

/// Reads `folder`/ledger.yaml and the files it includes (docs/formats/ledger.md) and checks them: unknown
/// keys, missing references, impossible dates, empty filters, duplicate ids. Throws Error(input) only when
/// there is no ledger.yaml to read.
Reading check_ledger(const std::filesystem::path& folder);

/// The same for a ledger that must be sound: throws Error(input) naming the first problems.
Framework read_ledger(const std::filesystem::path& folder);

} // namespace kept::ledger
