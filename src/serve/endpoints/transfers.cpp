// SPDX-License-Identifier: Apache-2.0
#include "serve/endpoints.hpp"
#include "store/browse_questions.hpp"

namespace kept::serve {
namespace {

void answer(const Question& question, publish::JsonWriter& json) {
  store::TransferFilter filter;
  filter.providers = question.texts("provider");
  filter.receivers = question.texts("receiver");
  filter.kinds = question.texts("kind");
  filter.confirmed_by = question.texts("confirmed_by");
  filter.from = question.parameters.date("from");
  filter.to = question.parameters.date("to");
  filter.illustrative = question.state.framework().illustrative;
  const std::size_t total = number_of(question.state.ask(store::transfers_count_question(filter)));
  store::Table table =
      question.state.ask(store::transfers_question(filter, {question.limit(), question.offset()}));
  write_page(json, question, total, [&] { write_table(json, std::move(table)); });
}

} // namespace

Endpoint transfers_endpoint() {
  return {
      .path = "transfers",
      .summary = "Money that crosses between organisations, each amount once; the newest first",
      .parameters = {{.name = "provider", .kind = ParameterKind::texts, .summary = "Keys of organisations"},
                     {.name = "receiver", .kind = ParameterKind::texts, .summary = "Keys of organisations"},
                     {.name = "kind",
                      .kind = ParameterKind::words,
                      .summary = "What crosses",
                      .words = {"payment", "commitment"}},
                     {.name = "confirmed_by",
                      .kind = ParameterKind::words,
                      .summary = "Who reports it",
                      .words = {"both", "provider", "receiver"}},
                     {.name = "from", .kind = ParameterKind::date, .summary = "The first day"},
                     {.name = "to", .kind = ParameterKind::date, .summary = "The last day"},
                     limit_parameter(),
                     offset_parameter()},
      .keys = page_keys(),
      .rows = "rows",
      .row_keys = {{"provider", "string?"},
                   {"receiver", "string?"},
                   {"kind", "string"},
                   {"date", "string"},
                   {"value", "number?"},
                   {"currency", "string?"},
                   {"usd", "number?"},
                   {"confirmed_by", "string"},
                   {"provider_transaction_id", "string?"},
                   {"receiver_transaction_id", "string?"}},
      .answer = answer,
      .usual = {""}};
}

} // namespace kept::serve
