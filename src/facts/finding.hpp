// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/decimal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kept::facts {

enum class Severity { information, warning, error, critical };

std::string_view to_string(Severity severity);

/// What is wrong with a record of a source. Data, never an exception: it is stored, summed and shown.
struct Finding {
  std::string_view
      rule; ///< a stable id in kebab-case, a literal: "bad-value", "no-currency" … (docs/findings.md)
  Severity severity = Severity::warning;
  std::uint32_t line = 0; ///< of the record, from 1
  std::string iati_identifier;
  std::string message;
  std::optional<Decimal> amount; ///< money affected, in `currency`
  std::string currency;
};

} // namespace kept::facts
