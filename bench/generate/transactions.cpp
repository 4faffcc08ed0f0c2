// SPDX-License-Identifier: Apache-2.0
#include "generate/activity.hpp"
#include "generate/codes.hpp"
#include "generate/narratives.hpp"

#include <algorithm>

namespace kept::bench {
namespace {

/// Codes of the list TransactionType.
enum class Type {
  incoming_funds = 1,
  commitment = 2,
  disbursement = 3,
  expenditure = 4,
  incoming_commitment = 11
};

void add_value(Text& text, const ActivityDraft& draft, Day day, std::int64_t amount) {
  text.add("      <value value-date=\"", iso_date(day), "\">");
  if (draft.defect == Defect::separators && amount >= 100'000) {
    const std::int64_t whole = amount / 100;
    text.add(whole / 1000, ",", Padded{static_cast<std::uint64_t>(whole % 1000), 3});
  } else {
    text.add(Hundredths{amount});
  }
  text.add("</value>\n");
}

void begin_transaction(Text& text, ActivityDraft& draft, Type type, Day day, std::int64_t amount) {
  text.add("    <transaction ref=\"", draft.programme.number, draft.of_provider ? "A" : "B",
           Padded{++draft.transactions, 2}, "\">\n      <transaction-type code=\"", static_cast<int>(type),
           "\"/>\n      <transaction-date iso-date=\"", iso_date(day), "\"/>\n");
  add_value(text, draft, day, amount);
  if (draft.random.chance(400))
    text.add("      <description>\n        <narrative>Instalment ", draft.transactions, " of ", year_of(day),
             ": ", k_topic_names[0][draft.programme.topic], "</narrative>\n      </description>\n");
}

void add_party(Text& text, std::string_view side, OrganisationNumber organisation, const Programme& programme,
               bool names_activity) {
  text.add("      <", side, "-org ref=\"");
  add_reference(text, organisation);
  text.add("\" type=\"", type_of(organisation), "\"");
  if (names_activity) {
    text.add(" ", side, "-activity-id=\"");
    add_identifier(text, programme, organisation == programme.provider);
    text.add("\"");
  }
  text.add(">\n        <narrative>");
  add_name(text, organisation);
  text.add("</narrative>\n      </", side, "-org>\n");
}

void end_transaction(Text& text, ActivityDraft& draft) {
  const Programme& programme = draft.programme;
  Random& random = draft.random;
  if (random.chance(200))
    text.add("      <disbursement-channel code=\"", random.between(1, 4), "\"/>\n");
  if (programme.sectors_in_transactions)
    text.add("      <sector vocabulary=\"1\" code=\"",
             programme.sectors[random.below(static_cast<std::uint32_t>(programme.sectors.size()))].code,
             "\"/>\n");
  if (programme.places_in_transactions)
    text.add("      <recipient-country code=\"",
             programme.countries[random.below(static_cast<std::uint32_t>(programme.countries.size()))].code,
             "\"/>\n");
  if (random.chance(300)) {
    const std::string_view finance_type = random.pick(k_finance_types);
    const std::string_view aid_type = random.pick(k_aid_types);
    const std::string_view tied_status = random.pick(k_tied_statuses);
    text.add("      <flow-type code=\"10\"/>\n      <finance-type code=\"", finance_type,
             "\"/>\n      <aid-type code=\"", aid_type, "\"/>\n      <tied-status code=\"", tied_status,
             "\"/>\n");
  }
  text.add("    </transaction>\n");
}

/// What crosses from the provider to the receiver, as the provider reports it.
void add_outgoing(Text& text, ActivityDraft& draft, Type type, const Transfer& transfer) {
  const Programme& programme = draft.programme;
  begin_transaction(text, draft, type, transfer.day, transfer.amount);
  add_party(text, "provider", programme.provider, programme, false);
  add_party(text, "receiver", programme.receiver, programme, transfer.provider_names_activity);
  end_transaction(text, draft);
}

/// The same as the receiver reports it.
void add_incoming(Text& text, ActivityDraft& draft, Type type, const Transfer& transfer) {
  if (!transfer.reported_by_receiver)
    return;
  const Programme& programme = draft.programme;
  begin_transaction(text, draft, type, transfer.received_day, transfer.received_amount);
  add_party(text, "provider", programme.provider, programme, transfer.receiver_names_activity);
  add_party(text, "receiver", programme.receiver, programme, false);
  end_transaction(text, draft);
}

/// The reporter's own spending, to someone known by a name alone.
void add_spending(Text& text, ActivityDraft& draft) {
  const Programme& programme = draft.programme;
  const Day day = draft.random.between(programme.start, programme.last_paid);
  std::int64_t amount = make_amount(draft.random) / 10 + 100;
  if (draft.random.chance(20))
    amount = -amount; // a correction
  const Type type = draft.of_provider || draft.random.chance(500) ? Type::expenditure : Type::disbursement;
  begin_transaction(text, draft, type, day, amount);
  add_party(text, "provider", reporter_of(programme, draft.of_provider), programme, false);
  text.add("      <receiver-org type=\"80\">\n        <narrative>");
  add_local_name(text, draft.random);
  text.add("</narrative>\n      </receiver-org>\n");
  end_transaction(text, draft);
}

} // namespace

void add_transactions(Text& text, ActivityDraft& draft) {
  const Programme& programme = draft.programme;
  for (const Transfer& transfer : programme.commitments)
    draft.of_provider ? add_outgoing(text, draft, Type::commitment, transfer)
                      : add_incoming(text, draft, Type::incoming_commitment, transfer);
  for (const Transfer& transfer : programme.payments)
    draft.of_provider ? add_outgoing(text, draft, Type::disbursement, transfer)
                      : add_incoming(text, draft, Type::incoming_funds, transfer);
  const auto wanted = static_cast<std::uint64_t>(draft.random.mostly_small(5, 30));
  while (draft.transactions < wanted)
    add_spending(text, draft);
}

} // namespace kept::bench
