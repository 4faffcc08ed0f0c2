// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/endpoint.hpp"

#include <vector>

// The endpoints of the API, a file each in serve/endpoints/. docs/formats/api.md describes them for people.

namespace kept::serve {

Endpoint activities_endpoint();
Endpoint activity_endpoint();
Endpoint codes_endpoint();
Endpoint coverage_endpoint();
Endpoint findings_endpoint();
Endpoint findings_summary_endpoint();
Endpoint flows_endpoint();
Endpoint framework_endpoint();
Endpoint groups_endpoint();
Endpoint indicator_endpoint();
Endpoint indicators_endpoint();
Endpoint organisations_endpoint();
Endpoint outlook_endpoint();
Endpoint ranks_endpoint();
Endpoint source_lines_endpoint();
Endpoint sources_endpoint();
Endpoint statement_endpoint();
Endpoint statements_endpoint();
Endpoint trail_endpoint();
Endpoint transactions_endpoint();
Endpoint transfers_endpoint();

/// All of them, in the order of the description.
const std::vector<Endpoint>& endpoints();

} // namespace kept::serve
