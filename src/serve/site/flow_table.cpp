// SPDX-License-Identifier: Apache-2.0
#include "serve/site/flow_table.hpp"

#include "serve/endpoint.hpp"
#include "serve/flow_filter.hpp"
#include "store/flow_questions.hpp"

#include <cstdint>
#include <unordered_map>

namespace kept::serve {
namespace {

/// The texts of a column, each once, in the order in which they first come.
class Dictionary {
public:
  std::uint32_t number(const std::string& text) {
    const auto [entry, is_new] = m_numbers.try_emplace(text, static_cast<std::uint32_t>(m_texts.size()));
    if (is_new)
      m_texts.push_back(text);
    return entry->second;
  }
  const std::vector<std::string>& texts() const { return m_texts; }

private:
  std::unordered_map<std::string, std::uint32_t> m_numbers;
  std::vector<std::string> m_texts;
};

/// Writes a column as numbers into a dictionary.
void write_numbers(publish::JsonWriter& json, const store::Table& table, std::size_t column,
                   Dictionary& dictionary) {
  json.key(table.columns[column].name);
  json.begin_array();
  for (const auto& row : table.rows)
    json.value(dictionary.number(row[column].value_or("")));
  json.end_array();
}

void write_amounts(publish::JsonWriter& json, const store::Table& table, std::size_t column) {
  json.key(table.columns[column].name);
  json.begin_array();
  for (const auto& row : table.rows)
    if (row[column])
      json.number_token(*row[column]);
    else
      json.null();
  json.end_array();
}

/// Gives the transactions the numbers of their place in the list.
Dictionary numbered(const store::Table& transactions) {
  Dictionary dictionary;
  for (const auto& row : transactions.rows)
    dictionary.number(row[0].value_or(""));
  return dictionary;
}

} // namespace

std::string flow_table(const State& state, std::size_t most) {
  const store::FlowFilter filter = every_flow(state);
  const bool whole = number_of(state.ask(store::flow_count_question(filter))) <= most;
  store::Table table =
      state.ask(whole ? store::all_flows_question(filter) : store::flow_sums_question(filter));
  store::Table transactions;
  if (whole)
    transactions = state.ask(store::flow_transactions_question(filter, 0, 0));

  publish::JsonWriter json;
  json.begin_object();
  json.key("columns");
  json.begin_object();
  std::size_t column = 0;
  if (whole) {
    Dictionary ids = numbered(transactions);
    table.columns[0].name = "transaction";
    write_numbers(json, table, column++, ids);
  }
  std::vector<Dictionary> dictionaries(std::size(store::k_flow_keys));
  for (Dictionary& dictionary : dictionaries)
    write_numbers(json, table, column++, dictionary);
  for (; column < table.columns.size(); ++column)
    write_amounts(json, table, column);
  json.end_object();
  json.key("dictionaries");
  json.begin_object();
  for (std::size_t i = 0; i < dictionaries.size(); ++i)
    write_texts(json, store::k_flow_keys[i], dictionaries[i].texts());
  json.end_object();
  json.key("transactions");
  if (whole)
    write_table(json, std::move(transactions));
  else
    json.null();
  json.end_object();
  return json.take();
}

} // namespace kept::serve
