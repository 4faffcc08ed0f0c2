// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/sex.hpp"

#include <doctest/doctest.h>

using namespace kept::read::statistics;

TEST_CASE("girls and women are F, boys and men M, in every spelling of the publishers") {
  for (const char* text : {"F", "f", "female", "Female", "FEMALES", "FMLE", "SEX_FMLE", "girls", " F "}) {
    CAPTURE(text);
    CHECK(sdmx_sex(text) == "F");
  }
  for (const char* text : {"M", "m", "male", "Male", "MALES", "MLE", "SEX_MLE", "Boys", "\tM"}) {
    CAPTURE(text);
    CHECK(sdmx_sex(text) == "M");
  }
}

TEST_CASE("both sexes are _T, and so is a table that does not break down by sex") {
  for (const char* text :
       {"", " ", "_T", "T", "_Z", "BTSX", "SEX_BTSX", "BOTHSEX", "Both sexes", "both", "Total"}) {
    CAPTURE(text);
    CHECK(sdmx_sex(text) == "_T");
  }
}

TEST_CASE("a sex that is none of these stays as it is published") {
  CHECK(sdmx_sex(" _U ") == "_U");
  CHECK(sdmx_sex("other") == "other");
  CHECK(sdmx_sex("FF") == "FF");
}
