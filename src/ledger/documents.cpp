// SPDX-License-Identifier: Apache-2.0
#include "ledger/read_records.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::ledger {

std::optional<Document> read_document(const Record& record, std::string_view key) {
  const YamlNode* const node = record.value(key);
  if (!node)
    return std::nullopt;
  const Record keys(*node, keys::document, record.draft());
  Document document;
  document.title = keys.local_text("title");
  document.publisher = keys.text("publisher");
  document.published = keys.date("published").text;
  document.url = keys.text("url");
  if (!document.url.empty() && !document.url.starts_with("https://") && !document.url.starts_with("http://"))
    keys.problem("url", fmt::format("`url` must begin with https:// or http://, not `{}`", document.url));
  return document;
}

LocalText read_title(const Record& record, const std::string& id) {
  return record.has("title") ? record.local_text("title") : LocalText{{{"en", id}}};
}

} // namespace kept::ledger
