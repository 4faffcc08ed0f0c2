// SPDX-License-Identifier: Apache-2.0
#include "publish/local_text.hpp"

namespace kept::publish {

void write_text(JsonWriter& json, const ledger::LocalText& text) {
  json.begin_object();
  for (const auto& [language, words] : text.by_language)
    json.field(language, words);
  json.end_object();
}

void write_document(JsonWriter& json, const ledger::Document& document) {
  json.begin_object();
  json.key("title");
  write_text(json, document.title);
  json.text_field("publisher", document.publisher);
  json.text_field("published", document.published);
  json.text_field("url", document.url);
  json.end_object();
}

void write_area_name(JsonWriter& json, std::string_view area, std::string_view english,
                     const AreaTexts* names) {
  json.key("name");
  if (names == nullptr) {
    json.value(english);
    return;
  }
  const auto known = names->find(area);
  write_text(json, known == names->end() ? ledger::LocalText{{{"en", std::string(english)}}} : known->second);
}

} // namespace kept::publish
