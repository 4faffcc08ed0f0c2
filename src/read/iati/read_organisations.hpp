// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/finding.hpp"
#include "facts/source.hpp"
#include "facts/table_rows.hpp"

#include <filesystem>
#include <vector>

namespace kept::read::iati {

/// What an organisation file states.
struct Organisations {
  std::vector<facts::OrganisationBudget> budgets;
  std::vector<facts::Finding> findings;
};

/// Reads an IATI organisation file of any version; fills `source` as read_activities does.
Organisations read_organisations(const std::filesystem::path& path, facts::Source& source);

} // namespace kept::read::iati
