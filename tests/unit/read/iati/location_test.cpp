// SPDX-License-Identifier: Apache-2.0
#include "read/iati/reading.hpp"

#include <doctest/doctest.h>

namespace kept::read::iati {

TEST_CASE("a location of version 2 gives its point and codes") {
  const auto reading = test::read_activity(
      "\n<location ref='L1'><location-reach code='1'/><location-id vocabulary='G1' "
      "code='9'/><name><narrative>Here"
      "</narrative></name><administrative vocabulary='G1' level='1' code='A1'/>"
      "<point srsName='x'><pos> 1.5 -2.25 </pos></point><exactness code='2'/><location-class code='3'/>"
      "<feature-designation code='PPL'/></location>\n");
  REQUIRE(reading.activity().locations.size() == 1);
  const auto& location = reading.activity().locations[0];
  CHECK(location.line == 5);
  CHECK(location.reference == "L1");
  CHECK(location.name == "Here");
  CHECK(location.point == "1.5 -2.25");
  CHECK(location.reach == "1");
  CHECK(location.exactness == "2");
  CHECK(location.location_class == "3");
  CHECK(location.feature_designation == "PPL");
  CHECK(location.administrative_code == "A1");
}

TEST_CASE(
    "a location of version 1 gives its coordinates as a point and its most detailed level (RULES.md 2)") {
  const auto reading = test::read_activity(
      "<location><location-type code='ADM2'/><name>There</name><coordinates latitude='1.5' longitude='-2.25' "
      "precision='3'/><administrative country='AA' adm1='B'>A, B</administrative></location>\n");
  const auto& location = reading.activity().locations[0];
  CHECK(location.name == "There");
  CHECK(location.point == "1.5 -2.25");
  CHECK(location.exactness == ""); // precision is another code list
  CHECK(location.feature_designation == "ADM2");
  CHECK(location.administrative_code == "B");
}

} // namespace kept::read::iati
