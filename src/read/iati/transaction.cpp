// SPDX-License-Identifier: Apache-2.0
#include "read/iati/transaction.hpp"

#include "base/text.hpp"
#include "read/iati/amount.hpp"
#include "read/iati/classification.hpp"
#include "read/iati/codes.hpp"
#include "read/iati/organisation.hpp"
#include "read/iati/share.hpp"

#include <fmt/format.h>

#include <array>

namespace kept::read::iati {
namespace {

using Reader = const ElementReader&;
using Node = Element;
using facts::Transaction;

bool is_empty(const facts::Amount& amount) {
  return amount.text.empty() && amount.currency.empty() && amount.value_date_text.empty();
}

bool is_empty(const facts::TransferParty& party) {
  return party.organisation.ref.empty() && party.organisation.name.empty() && party.activity_id.empty();
}

// In the order in which they are frequent.
constexpr std::array<ChildReader<Transaction>, 14> k_children{{
    {"value",
     [](Reader reader, Node node, Transaction& to) {
       if (is_empty(to.amount))
         to.amount = read_amount(reader, node);
     }},
    {"transaction-type",
     [](Reader, Node node, Transaction& to) { set_first(to.type, transaction_type(code_of(node))); }},
    {"transaction-date",
     [](Reader reader, Node node, Transaction& to) {
       if (!to.date_text.empty())
         return;
       to.date_text = date_text_of(node);
       to.date = reader.date(node, to.date_text);
     }},
    {"description", [](Reader reader, Node node,
                       Transaction& to) { set_first(to.description, reader.first_narrative(node)); }},
    {"provider-org",
     [](Reader reader, Node node, Transaction& to) {
       if (is_empty(to.provider))
         to.provider = read_provider_org(reader, node);
     }},
    {"receiver-org",
     [](Reader reader, Node node, Transaction& to) {
       if (is_empty(to.receiver))
         to.receiver = read_receiver_org(reader, node);
     }},
    {"sector",
     [](Reader reader, Node node, Transaction& to) { to.sectors.push_back(read_sector(reader, node)); }},
    {"recipient-country",
     [](Reader reader, Node node, Transaction& to) {
       to.recipient_countries.push_back(read_recipient_country(reader, node));
     }},
    {"recipient-region",
     [](Reader reader, Node node, Transaction& to) {
       to.recipient_regions.push_back(read_recipient_region(reader, node));
     }},
    {"disbursement-channel",
     [](Reader, Node node, Transaction& to) { set_first(to.disbursement_channel, code_of(node)); }},
    {"flow-type", [](Reader, Node node, Transaction& to) { set_first(to.flow_type, code_of(node)); }},
    {"finance-type", [](Reader, Node node, Transaction& to) { set_first(to.finance_type, code_of(node)); }},
    {"aid-type", [](Reader, Node node, Transaction& to) { to.aid_types.push_back(read_code(node)); }},
    {"tied-status", [](Reader, Node node, Transaction& to) { set_first(to.tied_status, code_of(node)); }},
}};

} // namespace

facts::Transaction read_transaction(const ElementReader& reader, Element element) {
  Transaction transaction;
  transaction.line = reader.line(element);
  transaction.reference = attribute(element, "ref");
  transaction.humanitarian = boolean(element, "humanitarian");
  read_children<Transaction>(reader, element, k_children, transaction);
  if (transaction.type.empty())
    reader.report("unknown-transaction-type", facts::Severity::warning, transaction.line,
                  "the transaction has no type");
  else if (!is_transaction_type(transaction.type))
    reader.report("unknown-transaction-type", facts::Severity::warning, transaction.line,
                  fmt::format("the transaction type {} is not in the code list", excerpt(transaction.type)));
  return transaction;
}

} // namespace kept::read::iati
