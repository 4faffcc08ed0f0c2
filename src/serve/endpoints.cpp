// SPDX-License-Identifier: Apache-2.0
#include "serve/endpoints.hpp"

namespace kept::serve {

const std::vector<Endpoint>& endpoints() {
  static const std::vector<Endpoint> all{
      framework_endpoint(),  statements_endpoint(),    statement_endpoint(),    trail_endpoint(),
      flows_endpoint(),      organisations_endpoint(), transactions_endpoint(), transfers_endpoint(),
      activities_endpoint(), activity_endpoint(),      indicators_endpoint(),   indicator_endpoint(),
      ranks_endpoint(),      outlook_endpoint(),       groups_endpoint(),       coverage_endpoint(),
      sources_endpoint(),    source_lines_endpoint(),  findings_endpoint(),     findings_summary_endpoint(),
      codes_endpoint()};
  return all;
}

} // namespace kept::serve
