// SPDX-License-Identifier: Apache-2.0
#include "read/iati/codes.hpp"

#include <doctest/doctest.h>

namespace kept::read::iati {

TEST_CASE("the letters and words of version 1 become the codes of version 2 (RULES.md 2)") {
  CHECK(transaction_type("IF") == "1");
  CHECK(transaction_type("C") == "2");
  CHECK(transaction_type("D") == "3");
  CHECK(transaction_type("E") == "4");
  CHECK(transaction_type("IR") == "5");
  CHECK(transaction_type("LR") == "6");
  CHECK(transaction_type("R") == "7");
  CHECK(transaction_type("QP") == "8");
  CHECK(transaction_type("QS") == "9");
  CHECK(transaction_type("CG") == "10");
  CHECK(activity_date_type("start-planned") == "1");
  CHECK(activity_date_type("start-actual") == "2");
  CHECK(activity_date_type("end-planned") == "3");
  CHECK(activity_date_type("end-actual") == "4");
  CHECK(organisation_role("Funding") == "1");
  CHECK(organisation_role("Accountable") == "2");
  CHECK(organisation_role("Extending") == "3");
  CHECK(organisation_role("implementing") == "4"); // case does not matter
  CHECK(sector_vocabulary("DAC") == "1");
  CHECK(sector_vocabulary("DAC-3") == "2");
  CHECK(sector_vocabulary("COFOG") == "3");
  CHECK(sector_vocabulary("NACE") == "4");
  CHECK(sector_vocabulary("NTEE") == "5");
  CHECK(sector_vocabulary("ADT") == "6");
  CHECK(sector_vocabulary("RO2") == "98");
  CHECK(sector_vocabulary("RO") == "99");
  CHECK(marker_vocabulary("DAC") == "1");
  CHECK(budget_type("Original") == "1");
  CHECK(budget_type("Revised") == "2");
}

TEST_CASE("codes that no map knows stay as published") {
  CHECK(transaction_type("11") == "11");
  CHECK(transaction_type("Disbursement") == "Disbursement");
  CHECK(sector_vocabulary("Our Own") == "Our Own");
  CHECK(sector_vocabulary("") == "");
}

TEST_CASE("the code list of transaction types has 1 to 13") {
  for (const std::string_view code : {"1", "9", "10", "13"})
    CHECK(is_transaction_type(code));
  for (const std::string_view code : {"", "0", "14", "D", "1 ", "01", "1a", "131"})
    CHECK_FALSE(is_transaction_type(code));
}

} // namespace kept::read::iati
