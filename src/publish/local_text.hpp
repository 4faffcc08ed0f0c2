// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/ledger.hpp"
#include "publish/json_writer.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

// What people wrote in several languages, in JSON that gives all of them (docs/formats/api.md).

namespace kept::publish {

/// Names of countries in every language, by alpha-3.
using AreaTexts = std::map<std::string, ledger::LocalText, std::less<>>;

/// {"en": "…", "zh": "…"}
void write_text(JsonWriter& json, const ledger::LocalText& text);

/// The title in every language, publisher, published, url.
void write_document(JsonWriter& json, const ledger::Document& document);

/// The field "name" of an area: with `names` a text (in English where an area has none), else `english`.
void write_area_name(JsonWriter& json, std::string_view area, std::string_view english,
                     const AreaTexts* names);

} // namespace kept::publish
