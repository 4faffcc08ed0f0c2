// SPDX-License-Identifier: Apache-2.0
#include "well_formed_oracle.hpp"

#include <expat.h>

#include <algorithm>
#include <memory>

namespace kept::fuzz {
namespace {

struct Depth {
  std::size_t now = 0, most = 0;
};

void XMLCALL begin(void* depth, const XML_Char*, const XML_Char**) {
  auto& count = *static_cast<Depth*>(depth);
  count.most = std::max(count.most, ++count.now);
}
void XMLCALL end(void* depth, const XML_Char*) {
  --static_cast<Depth*>(depth)->now;
}

} // namespace

OtherVerdict other_verdict(std::string_view text) {
  // The encoding is given: the text is UTF-8 whatever its declaration says.
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate("UTF-8"),
                                                                            &XML_ParserFree);
  Depth depth;
  XML_SetUserData(parser.get(), &depth);
  XML_SetElementHandler(parser.get(), begin, end);
  const bool sound =
      XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE) == XML_STATUS_OK;
  const auto at = XML_GetCurrentByteIndex(parser.get());
  return {sound, depth.most, at < 0 ? 0 : static_cast<std::size_t>(at)};
}

} // namespace kept::fuzz
