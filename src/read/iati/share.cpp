// SPDX-License-Identifier: Apache-2.0
#include "read/iati/share.hpp"

#include "read/iati/codes.hpp"

namespace kept::read::iati {
namespace {

facts::Share read_share(const ElementReader& reader, Element element, std::string_view vocabulary) {
  return {reader.line(element), vocabulary, code_of(element), attribute(element, "percentage")};
}

} // namespace

facts::Share read_recipient_country(const ElementReader& reader, Element element) {
  return read_share(reader, element, {});
}

facts::Share read_recipient_region(const ElementReader& reader, Element element) {
  return read_share(reader, element, or_default(attribute(element, "vocabulary"), "1"));
}

facts::Share read_sector(const ElementReader& reader, Element element) {
  return read_share(reader, element, sector_vocabulary(or_default(attribute(element, "vocabulary"), "1")));
}

} // namespace kept::read::iati
