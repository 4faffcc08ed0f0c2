// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/table_rows.hpp"
#include "read/iati/elements.hpp"

#include <vector>

namespace kept::read::iati {

/// Adds the budgets and expenditures of one `iati-organisation` of any version. The currency is the value's,
/// else the organisation's default. Findings: missing-identifier, bad-date, bad-value (no number: the row
/// stays, without value). `broken_off`: its last child is not whole and is left out.
void read_organisation_budgets(ElementReader& reader, Element organisation, bool broken_off,
                               std::vector<facts::OrganisationBudget>& into);

} // namespace kept::read::iati
