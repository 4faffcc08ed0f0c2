// SPDX-License-Identifier: Apache-2.0
#include "serve/endpoint.hpp"

#include "publish/grid_of.hpp"

namespace kept::serve {

namespace {

constexpr std::int64_t k_furthest = 1'000'000;

} // namespace

std::size_t Question::limit(std::size_t standard) const {
  if (unlimited)
    return 0;
  return static_cast<std::size_t>(parameters.integer("limit").value_or(static_cast<std::int64_t>(standard)));
}

std::size_t Question::offset() const {
  return unlimited ? 0 : static_cast<std::size_t>(parameters.integer("offset").value_or(0));
}

Parameter as_of_parameter() {
  return {.name = "as_of",
          .kind = ParameterKind::date,
          .summary = "The day of the answer; facts after it do not count",
          .standard = "the server's day"};
}

Parameter limit_parameter(std::int64_t maximum, std::string_view standard) {
  return {.name = "limit",
          .kind = ParameterKind::integer,
          .summary = "Rows at most",
          .minimum = 1,
          .maximum = maximum,
          .standard = standard};
}

Parameter offset_parameter() {
  return {.name = "offset",
          .kind = ParameterKind::integer,
          .summary = "Rows to pass over",
          .minimum = 0,
          .maximum = k_furthest,
          .standard = "0"};
}

void write_page(publish::JsonWriter& json, const Question& question, std::size_t total,
                const std::function<void()>& rows) {
  json.begin_object();
  json.field("total", total);
  json.field("limit", question.unlimited ? total : question.limit());
  json.field("offset", question.offset());
  json.key("rows");
  rows();
  json.end_object();
}

std::vector<Key> page_keys() {
  return {{"total", "integer"}, {"limit", "integer"}, {"offset", "integer"}, {"rows", "array"}};
}

void write_table(publish::JsonWriter& json, store::Table table) {
  publish::write_rows(json, publish::grid_of(std::move(table)));
}

std::size_t number_of(const store::Table& table) {
  return table.rows.empty() ? 0 : store::whole_number<std::size_t>(table.rows[0][0]).value_or(0);
}

void write_texts(publish::JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key);
  json.begin_array();
  for (const std::string& text : texts)
    json.value(text);
  json.end_array();
}

} // namespace kept::serve
