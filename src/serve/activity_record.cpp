// SPDX-License-Identifier: Apache-2.0
#include "serve/activity_record.hpp"

#include "serve/endpoint.hpp"

#include <utility>

namespace kept::serve {

void write_record(publish::JsonWriter& json, const std::string& id, std::vector<store::NamedTable>&& tables,
                  std::size_t longest) {
  std::vector<std::pair<std::string, std::size_t>> left_out;
  json.begin_object();
  json.field("id", id);
  for (auto& [name, table] : tables) {
    if (longest != 0 && table.rows.size() > longest) {
      left_out.emplace_back(name, table.rows.size() - longest);
      table.rows.resize(longest);
    }
    json.key(name);
    write_table(json, std::move(table));
  }
  json.key("left_out");
  json.begin_object();
  for (const auto& [name, count] : left_out)
    json.field(name, count);
  json.end_object();
  json.end_object();
}

} // namespace kept::serve
