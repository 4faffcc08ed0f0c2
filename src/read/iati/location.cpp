// SPDX-License-Identifier: Apache-2.0
#include "read/iati/location.hpp"

namespace kept::read::iati {
namespace {

std::string_view code_of_child(Element element, std::string_view name) {
  return code_of(element.child(name));
}

std::string_view administrative_code(Element element) {
  const auto administrative = element.child("administrative");
  for (const std::string_view name : {"code", "adm2", "adm1", "country"})
    if (const auto code = attribute(administrative, name); !code.empty())
      return code;
  return {};
}

} // namespace

facts::Location read_location(const ElementReader& reader, Element element) {
  facts::Location location;
  location.line = reader.line(element);
  location.reference = attribute(element, "ref");
  location.name = reader.first_narrative(element.child("name"));
  location.point = reader.text(element.child("point").child("pos"));
  if (const auto coordinates = element.child("coordinates"); coordinates && location.point.empty())
    location.point = reader.joined(attribute(coordinates, "latitude"), attribute(coordinates, "longitude"));
  location.location_class = code_of_child(element, "location-class");
  location.reach = code_of_child(element, "location-reach");
  location.exactness = code_of_child(element, "exactness");
  location.feature_designation =
      or_default(code_of_child(element, "feature-designation"), code_of_child(element, "location-type"));
  location.administrative_code = administrative_code(element);
  return location;
}

} // namespace kept::read::iati
