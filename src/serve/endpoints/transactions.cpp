// SPDX-License-Identifier: Apache-2.0
#include "serve/endpoints.hpp"
#include "serve/flow_filter.hpp"

namespace kept::serve {
namespace {

void answer(const Question& question, publish::JsonWriter& json) {
  const store::FlowFilter filter = flow_filter(question);
  const std::size_t total = number_of(question.state.ask(store::flow_transactions_count_question(filter)));
  store::Table table =
      question.state.ask(store::flow_transactions_question(filter, question.limit(), question.offset()));
  write_page(json, question, total, [&] { write_table(json, std::move(table)); });
}

} // namespace

Endpoint transactions_endpoint() {
  return {.path = "transactions",
          .summary = "The transactions behind a row of flows, the largest share first",
          .parameters = flow_parameters({limit_parameter(), offset_parameter()}),
          .keys = page_keys(),
          .rows = "rows",
          .row_keys = {{"transaction_id", "string"},
                       {"source", "string"},
                       {"line", "integer"},
                       {"iati_identifier", "string?"},
                       {"title", "string?"},
                       {"type", "string?"},
                       {"value_date", "string?"},
                       {"value", "number?"},
                       {"currency", "string?"},
                       {"usd", "number?"},
                       {"share_usd", "number?"},
                       {"provider", "string"},
                       {"provider_name", "string?"},
                       {"receiver", "string"},
                       {"receiver_name", "string?"}},
          .answer = answer,
          .usual = {""}};
}

} // namespace kept::serve
