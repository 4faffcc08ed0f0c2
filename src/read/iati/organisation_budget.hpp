// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/table_rows.hpp"
#include "read/iati/elements.hpp"

#include <vector>

namespace kept::read::iati {

/// Adds the budgets and expenditures of one `iati-organisation` of any version. The currency is the value's,
/// else the organisation's default. Findings: missing-identifier, bad-date, bad-value (no number: the row
/// stays, without value).
void read_organisation_budgets(ElementReader& reader, pugi::xml_node organisation,
                               std::vector<facts::OrganisationBudget>& into);

} // namespace kept::read::iati
