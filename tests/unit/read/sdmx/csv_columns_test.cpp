// SPDX-License-Identifier: Apache-2.0
#include "read/sdmx/csv_columns.hpp"

#include "read/sdmx/concepts.hpp"
#include "read/sdmx/read_sdmx.hpp"

#include <doctest/doctest.h>

namespace kept::read::sdmx {

TEST_CASE("a header is an id without label and separators of sub-fields") {
  CHECK(id_of_header("REF_AREA") == "REF_AREA");
  CHECK(id_of_header("REF_AREA: Reference area: of the figure") == "REF_AREA");
  CHECK(id_of_header("STRUCTURE[;]") == "STRUCTURE");
  CHECK(id_of_header("CONTACT[].NAME[]") == "CONTACT.NAME");
  CHECK(id_of_header("ATTR_1[en;fr]: A label") == "ATTR_1");
  CHECK(id_of_header(" ATTR_1] ") == "ATTR_1]");
}

TEST_CASE("a header of mixed case or with blanks stands over labels") {
  const std::vector<Column> columns =
      read_columns({"REF_AREA", "Geographic area", "Sex", "sex", "2020", "", "AGE: Current age"});
  REQUIRE(columns.size() == 7);
  CHECK(columns[0].role == Role::area);
  CHECK_FALSE(columns[0].labelled);
  for (const std::size_t label : {1U, 2U, 4U, 5U}) {
    CAPTURE(label);
    CHECK(columns[label].id.empty());
    CHECK(columns[label].role == Role::passed_over);
  }
  CHECK(columns[3].role == Role::sex);
  CHECK(columns[6].id == "AGE");
  CHECK(columns[6].role == Role::dimension);
  CHECK(columns[6].labelled);
  CHECK(code_in("Y1: One: year", columns[6]) == "Y1");
  CHECK(code_in("Y1: One year", columns[0]) == "Y1: One year");
}

TEST_CASE("concepts have their roles in any case, and what is not known is a dimension") {
  CHECK(role_of("ref_area") == Role::area);
  CHECK(role_of("TIME_PERIOD") == Role::time);
  CHECK(role_of("UNIT_MULTIPLIER") == Role::unit_multiplier);
  CHECK(role_of("UNIT_MULT") == Role::unit_multiplier);
  CHECK(role_of("OBS_VALUE") == Role::value);
  CHECK(role_of("OBS_VALUE2") == Role::value);
  CHECK(role_of("SERIES_FOOTNOTE") == Role::passed_over);
  CHECK(role_of("COUNTRY_NOTES") == Role::passed_over);
  CHECK(role_of("SOWC_FLAG_B") == Role::passed_over);
  CHECK(role_of("WEALTH_QUINTILE") == Role::dimension);
  CHECK(role_of("") == Role::dimension);
}

TEST_CASE("tables of SDMX-CSV are known by their columns") {
  const auto is = [](std::vector<std::string> columns) { return is_sdmx_csv(columns); };
  CHECK(is({"dataflow", "dim_1", "obs_value"}));
  CHECK(is({"ref_area: reference area", "obs_value: value"}));
  CHECK(is({"structure[;]", "structure_id", "action", "dim_2"}));
  CHECK_FALSE(is({"structure", "action", "dim_2"}));
  CHECK_FALSE(is({"ref_area", "time_period", "value"}));
  CHECK_FALSE(is({"obs_value", "country"}));
}

} // namespace kept::read::sdmx
