// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kept::store {

class Connection;

/// Goes up with every change to the files of src/store/schema that old and new programs would read
/// differently.
inline constexpr int k_schema_version = 7;

struct EmbeddedText {
  std::string_view name, text;
};

/// The files of src/store/schema, compiled in, in the order of their numbers.
std::span<const EmbeddedText> schema_files();

/// Makes the tables and views in an empty database.
void create_schema(const Connection& connection);

/// Throws Error(store) when the database is not a store of this program's schema version.
void check_schema(const Connection& connection);

/// A property of the store ("reference_digest"); empty when there is none.
std::string property(const Connection& connection, std::string_view name);
void set_property(const Connection& connection, std::string_view name, std::string_view value);

} // namespace kept::store
