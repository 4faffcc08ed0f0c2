// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace kept::validate {

/// The simple types of XML Schema that the standard uses.
enum class SimpleType {
  string,
  decimal,
  date,
  date_time,
  any_uri,
  boolean,
  integer, ///< xsd:int: 32 bits
  non_negative_integer,
  positive_integer,
  name_token, ///< xsd:NMTOKEN
  language,   ///< xml:lang: xsd:language or empty
};

/// By its name in the tables of the schema: "string", "dateTime" …; none for others.
std::optional<SimpleType> simple_type_named(std::string_view name);
/// What a value looks like, for people of any language: "YYYY-MM-DD".
std::string_view form_of(SimpleType type);

/// Is `text`, white space around it left out where the type does so, a value of `type`? As XML Schema 1.0
/// part 2 has it.
bool is_valid(SimpleType type, std::string_view text);

} // namespace kept::validate
