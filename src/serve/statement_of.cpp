// SPDX-License-Identifier: Apache-2.0
#include "serve/statement_of.hpp"

#include "base/text.hpp"
#include "serve/endpoint.hpp"

#include <fmt/format.h>

namespace kept::serve {

const measure::Assessment& statement_of(const measure::Report& report, const std::string& id) {
  std::vector<std::string_view> ids;
  for (const measure::Assessment& assessment : report.statements) {
    if (assessment.id == id)
      return assessment;
    ids.push_back(assessment.id);
  }
  const std::string_view near = nearest(id, ids);
  throw NotFound(fmt::format("the framework {} has no statement {}", report.framework, excerpt(id)),
                 near.empty() ? "GET /api/v1/statements lists them"
                              : fmt::format("did you mean `{}`?", near));
}

} // namespace kept::serve
