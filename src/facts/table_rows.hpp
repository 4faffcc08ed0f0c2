// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace kept::facts {

/// One month's average rate.
struct Rate {
  std::string currency; ///< ISO 4217, upper case
  Month month;
  Decimal usd_per_unit;   ///< over zero
  std::string source;     ///< "IMF", "FRED" or the name of the loaded file
  std::uint32_t line = 0; ///< in the loaded file; 0 for shipped rates
};

/// One row of a participant list.
struct Participant {
  std::uint32_t line = 0;
  std::string person;  ///< a pseudonym or number; the same person is the same text
  std::string country; ///< ISO 3166-1 alpha-2 or alpha-3, as published
  std::string sex;     ///< "female", "male", "other" or empty
  std::optional<int> birth_year;
  std::string programme;
  std::string status; ///< "nominated", "enrolled", "completed", "withdrawn"
  std::optional<Date> date;
};

/// One row of a list of events: a meeting, a dialogue, a visit …
struct Event {
  std::uint32_t line = 0;
  std::string kind;
  std::optional<Date> date;
  std::string parties; ///< separated by ";"
  std::string title;
  std::string document; ///< address of a document that attests it; may be empty
};

/// One line of an organisation file: a total or recipient budget.
struct OrganisationBudget {
  std::uint32_t line = 0;
  std::string organisation; ///< organisation-identifier
  std::string kind;         ///< "total-budget", "recipient-org-budget", "recipient-country-budget",
                            ///< "recipient-region-budget", "total-expenditure"
  std::string recipient;    ///< reference or code; empty for totals
  std::string status;
  std::optional<Date> period_start, period_end;
  std::optional<Decimal> value;
  std::string currency;
  std::optional<Date> value_date;
};

} // namespace kept::facts
