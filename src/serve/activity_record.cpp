// SPDX-License-Identifier: Apache-2.0
#include "serve/activity_record.hpp"

#include "serve/endpoint.hpp"
#include "store/record_questions.hpp"

#include <algorithm>

namespace kept::serve {
namespace {

/// The answers to record_questions, their first column the identifier of the activity.
RecordLists identified_lists(const State& state, const std::vector<std::string>& ids) {
  RecordLists lists;
  const store::Table numbers = state.ask(store::record_numbers_question(ids));
  for (const store::NamedQuestion& asked : store::record_questions(ids, numbers))
    lists.emplace_back(asked.name, state.ask(asked.sql));
  return lists;
}

} // namespace

RecordLists record_lists(const State& state, const std::string& id) {
  RecordLists lists = identified_lists(state, {id});
  for (auto& [name, table] : lists) {
    table.columns.erase(table.columns.begin());
    for (auto& row : table.rows)
      row.erase(row.begin());
  }
  return lists;
}

std::map<std::string, RecordLists> record_lists(const State& state,
                                                const std::vector<std::string>& identifiers) {
  std::map<std::string, RecordLists> records;
  for (auto& [name, table] : identified_lists(state, identifiers)) {
    table.columns.erase(table.columns.begin());
    for (const std::string& identifier : identifiers)
      records[identifier].emplace_back(name, store::Table{table.columns, {}});
    for (auto& row : table.rows) {
      const auto record = records.find(row.front().value_or(""));
      if (record == records.end()) // a finding of a transaction id that is also an identifier
        continue;
      row.erase(row.begin());
      record->second.back().second.rows.push_back(std::move(row));
    }
  }
  return records;
}

bool is_empty(const RecordLists& lists) {
  return std::all_of(lists.begin(), lists.end(), [](const auto& list) { return list.second.rows.empty(); });
}

void write_record(publish::JsonWriter& json, const std::string& id, RecordLists lists, std::size_t longest) {
  std::vector<std::pair<std::string, std::size_t>> left_out;
  json.begin_object();
  json.field("id", id);
  for (auto& [name, table] : lists) {
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
    json.field(name, static_cast<std::uint32_t>(count));
  json.end_object();
  json.end_object();
}

} // namespace kept::serve
