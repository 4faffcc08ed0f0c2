// SPDX-License-Identifier: Apache-2.0
#include "read/iati/document_link.hpp"

namespace kept::read::iati {

facts::DocumentLink read_document_link(const ElementReader& reader, Element element) {
  facts::DocumentLink link;
  link.line = reader.line(element);
  link.url = attribute(element, "url");
  link.format = attribute(element, "format");
  link.title = reader.first_narrative(element.child("title"));
  if (const auto date = element.child("document-date")) {
    link.date = date_text_of(date);
    static_cast<void>(reader.date_of(date)); // the record keeps the text; what cannot be read is still told
  }
  for (const auto category : element.children("category"))
    if (const auto code = code_of(category); !code.empty())
      link.categories.push_back(code);
  return link;
}

} // namespace kept::read::iati
