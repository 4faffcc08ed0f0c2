// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "serve/endpoints.hpp"
#include "serve/flow_filter.hpp"

namespace kept::serve {
namespace {

using Row = std::vector<std::optional<std::string>>;

void write_sums(publish::JsonWriter& json, const Row& row, std::size_t first) {
  json.key("usd");
  json.number_token(row[first].value_or("0"));
  json.key("transactions");
  json.number_token(row[first + 1].value_or("0"));
  json.key("without_rate");
  json.number_token(row[first + 2].value_or("0"));
}

void answer(const Question& question, publish::JsonWriter& json) {
  const std::vector<std::string> by = question.texts("by");
  if (by.size() > 2 || (by.size() == 2 && by[0] == by[1]))
    throw Error(ErrorKind::usage, "takes one or two different words", "by");
  const std::size_t limit = question.limit(1000);
  const store::Table table =
      question.state.ask(store::flow_groups_question(flow_filter(question), by, limit));
  const std::size_t first = 1 + by.size(); // behind whole and the keys
  json.begin_object();
  write_texts(json, "by", by);
  json.key("total");
  json.begin_object();
  write_sums(json, table.rows.at(0), first);
  json.end_object();
  json.key("rows");
  json.begin_array();
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    json.begin_object();
    json.key("keys");
    json.begin_array();
    for (std::size_t key = 0; key < by.size(); ++key)
      json.value(table.rows[i][1 + key]);
    json.end_array();
    write_sums(json, table.rows[i], first);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

} // namespace

Endpoint flows_endpoint() {
  return {.path = "flows",
          .summary = "Money by groups: the largest first",
          .parameters =
              flow_parameters({{.name = "by",
                                .kind = ParameterKind::words,
                                .summary = "One or two to group by",
                                .required = true,
                                .words = {std::begin(store::k_flow_keys), std::end(store::k_flow_keys)}},
                               limit_parameter(1000, "1000")}),
          .keys = {{"by", "array"}, {"total", "object"}, {"rows", "array"}},
          .rows = "rows",
          .row_keys = {{"keys", "array"},
                       {"usd", "number"},
                       {"transactions", "integer"},
                       {"without_rate", "integer"}},
          .answer = answer,
          .usual = {"by=place", "by=sector", "by=year", "by=provider", "by=receiver", "by=party",
                    "by=place,year", "by=party,place", "by=party,sector", "by=provider,receiver",
                    "by=gender_marker", "by=party,year"}};
}

} // namespace kept::serve
