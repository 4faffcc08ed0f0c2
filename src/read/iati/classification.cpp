// SPDX-License-Identifier: Apache-2.0
#include "read/iati/classification.hpp"

#include "read/iati/codes.hpp"

namespace kept::read::iati {

facts::PolicyMarker read_policy_marker(const ElementReader& reader, Element element) {
  return {reader.line(element), marker_vocabulary(or_default(attribute(element, "vocabulary"), "1")),
          code_of(element), attribute(element, "significance")};
}

facts::Code read_code(Element element) {
  return {attribute(element, "vocabulary"), code_of(element)};
}

facts::HumanitarianScope read_humanitarian_scope(Element element) {
  return {attribute(element, "type"), attribute(element, "vocabulary"), code_of(element)};
}

} // namespace kept::read::iati
