// SPDX-License-Identifier: Apache-2.0
#include "serve/site/activity_parts.hpp"

#include "serve/activity_record.hpp"
#include "serve/endpoint.hpp"
#include "store/browse_questions.hpp"

namespace kept::serve {
namespace {

constexpr std::size_t k_part_size = 50; ///< identifiers: some hundred kilobytes with all their records
constexpr std::size_t k_most_activities = 20'000;

} // namespace

ActivityParts::ActivityParts(const State& state)
    : m_activities(state.ask(store::activities_question({}, {}))) {
  const bool with_records = m_activities.rows.size() <= k_most_activities;
  m_activities.columns.push_back({"part", store::Table::Kind::number});
  std::optional<std::string> last; // several activities of one identifier stand together
  for (auto& row : m_activities.rows) {
    const std::optional<std::string> identifier = row[0];
    if (!with_records || !identifier) {
      row.emplace_back(std::nullopt);
      continue;
    }
    if (identifier != last) {
      if (m_parts.empty() || m_parts.back().size() == k_part_size)
        m_parts.emplace_back();
      m_parts.back().push_back(*identifier);
      last = identifier;
    }
    row.emplace_back(std::to_string(m_parts.size() - 1));
  }
}

std::string ActivityParts::list() const {
  publish::JsonWriter json;
  json.begin_object();
  const std::size_t size = m_activities.rows.size();
  json.field("total", size);
  json.field("limit", size);
  json.field("offset", 0);
  json.key("rows");
  write_table(json, m_activities);
  json.end_object();
  return json.take();
}

std::string ActivityParts::records(const State& state, std::size_t part) const {
  publish::JsonWriter json;
  json.begin_object();
  const auto ask = [&](const std::string& sql) { return state.ask(sql); };
  for (auto& [identifier, tables] : store::records_of(m_parts.at(part), ask)) {
    json.key(identifier);
    write_record(json, identifier, std::move(tables), 0);
  }
  json.end_object();
  return json.take();
}

} // namespace kept::serve
