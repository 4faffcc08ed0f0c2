// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "store/fact_writer.hpp"
#include "store/money_text.hpp"
#include "store/packed_numbers.hpp"

#include <algorithm>

namespace kept::store {
namespace {

bool is_english(std::string_view language) {
  return language.size() >= 2 && upper(language.substr(0, 2)) == "EN" &&
         (language.size() == 2 || language[2] == '-');
}

/// The English narrative if there is one, else the first.
std::string_view shown_title(std::span<const facts::Narrative> titles) {
  for (const facts::Narrative& title : titles)
    if (is_english(title.language) && !title.text.empty())
      return title.text;
  return titles.empty() ? std::string_view() : titles.front().text;
}

std::string joined(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words)
    text.append(text.empty() ? "" : " ").append(word);
  return text;
}

} // namespace

void FactWriter::write(std::int32_t source_number, const facts::Activity& activity,
                       const derive::DerivedActivity& derived) {
  const ActivityKey key{source_number, activity.ordinal};
  number_parties(key, activity);
  Appender& line = row(FactTable::activity, key).integer(activity.line).text(activity.iati_identifier);
  line.moment(activity.last_updated).code(activity.default_currency).code(activity.language);
  line.code(activity.hierarchy).boolean(activity.humanitarian).integer(m_party_numbers.back());
  line.code(activity.reporting_org_type)
      .boolean(activity.secondary_reporter)
      .text(shown_title(activity.titles));
  line.code(activity.status).code(activity.scope).code(activity.collaboration_type);
  line.code(activity.default_flow_type)
      .code(activity.default_finance_type)
      .code(activity.default_tied_status);
  line.code(activity.capital_spend_percentage).boolean(activity.conditions_attached);
  line.code(derived.gender_marker).code(derived.rmnch_marker).blob(m_packed_parties).end_row();

  write_narratives(key, activity);
  write_parts(key, activity);
  write_places(key, activity);
  write_plans(key, activity);
  write_results(key, activity);
  write_transactions(key, activity, derived);
}

void FactWriter::number_parties(const ActivityKey& key, const facts::Activity& activity) {
  m_parties.clear();
  for (const facts::Transaction& transaction : activity.transactions)
    m_parties.insert(m_parties.end(),
                     {&transaction.provider.organisation, &transaction.receiver.organisation});
  m_parties.push_back(&activity.reporting_org);
  m_party_numbers.clear();
  m_organisations->number_all(key.source_number, m_parties, m_party_numbers);
  m_each_party.clear();
  for (const auto& number : m_party_numbers)
    if (number)
      m_each_party.push_back(*number);
  std::sort(m_each_party.begin(), m_each_party.end());
  m_each_party.erase(std::unique(m_each_party.begin(), m_each_party.end()), m_each_party.end());
  m_packed_parties.clear();
  pack_numbers(m_each_party, m_packed_parties);
}

void FactWriter::write_narratives(const ActivityKey& key, const facts::Activity& activity) {
  const auto write_element = [&](std::string_view element, std::span<const facts::Narrative> narratives) {
    std::int64_t position = 0;
    for (const facts::Narrative& narrative : narratives)
      row(FactTable::narrative, key)
          .code(element)
          .integer(++position)
          .text(narrative.text)
          .code(narrative.language)
          .end_row();
  };
  write_element("title", activity.titles);
  write_element("description", activity.descriptions);
}

void FactWriter::write_parts(const ActivityKey& key, const facts::Activity& activity) {
  for (const facts::OtherIdentifier& other : activity.other_identifiers)
    row(FactTable::other_identifier, key)
        .text(other.reference)
        .code(other.type)
        .code(other.owner_ref)
        .code(other.owner_name)
        .end_row();
  for (const facts::ActivityDate& date : activity.dates)
    row(FactTable::activity_date, key).code(date.type).date(date.date).end_row();
  for (const facts::ParticipatingOrganisation& participating : activity.participating_orgs) {
    const auto organisation = number(key, participating.organisation);
    row(FactTable::participating_org, key)
        .integer(organisation)
        .code(participating.role)
        .code(participating.type)
        .text(participating.activity_id)
        .end_row();
  }
  std::int64_t position = 0;
  for (const facts::PolicyMarker& marker : activity.policy_markers)
    row(FactTable::policy_marker, key)
        .integer(++position)
        .integer(marker.line)
        .code(marker.vocabulary)
        .code(marker.code)
        .code(marker.significance)
        .end_row();
  for (const facts::HumanitarianScope& scope : activity.humanitarian_scopes)
    row(FactTable::humanitarian_scope, key)
        .code(scope.type)
        .code(scope.vocabulary)
        .code(scope.code)
        .end_row();
  write_codes(key, std::nullopt, "tag", activity.tags);
  write_codes(key, std::nullopt, "aid type", activity.default_aid_types);
  position = 0;
  for (const facts::RelatedActivity& related : activity.related_activities)
    row(FactTable::related_activity, key)
        .integer(++position)
        .text(related.reference)
        .code(related.type)
        .end_row();
  for (const facts::DocumentLink& document : activity.documents)
    row(FactTable::document, key)
        .integer(document.line)
        .text(document.url)
        .code(document.format)
        .text(document.title)
        .code(document.date)
        .code(joined(document.categories))
        .end_row();
}

void FactWriter::write_codes(const ActivityKey& key, std::optional<std::int64_t> transaction,
                             std::string_view kind, std::span<const facts::Code> codes) {
  for (const facts::Code& code : codes)
    row(FactTable::classification, key)
        .integer(transaction)
        .code(kind)
        .code(code.vocabulary)
        .code(code.code)
        .end_row();
}

void FactWriter::write_shares(const ActivityKey& key, std::optional<std::int64_t> transaction,
                              std::string_view kind, std::span<const facts::Share> shares) {
  std::int64_t position = 0;
  for (const facts::Share& share : shares)
    row(FactTable::share, key)
        .integer(transaction)
        .code(kind)
        .integer(++position)
        .integer(share.line)
        .code(share.vocabulary)
        .code(share.code)
        .code(share.percentage)
        .end_row();
}

void FactWriter::write_places(const ActivityKey& key, const facts::Activity& activity) {
  write_shares(key, std::nullopt, "country", activity.recipient_countries);
  write_shares(key, std::nullopt, "region", activity.recipient_regions);
  write_shares(key, std::nullopt, "sector", activity.sectors);
  for (const facts::Location& location : activity.locations) {
    Appender& line = row(FactTable::location, key).integer(location.line).text(location.reference);
    line.text(location.name).text(location.point).code(location.location_class).code(location.reach);
    line.code(location.exactness)
        .code(location.feature_designation)
        .text(location.administrative_code)
        .end_row();
  }
}

void FactWriter::write_plans(const ActivityKey& key, const facts::Activity& activity) {
  const auto write_amount = [&](Appender& line, const facts::Amount& amount) -> Appender& {
    const std::string_view currency = amount.currency.empty() ? activity.default_currency : amount.currency;
    line.text(amount.text).decimal(storable_number(amount.text, derive::k_money_scale));
    return line.code(upper(trim(currency))).date(amount.value_date);
  };
  for (const facts::Budget& budget : activity.budgets) {
    Appender& line = row(FactTable::budget, key).integer(budget.line).code(budget.type).code(budget.status);
    line.date(budget.period_start).date(budget.period_end);
    write_amount(line, budget.amount).end_row();
  }
  for (const facts::PlannedDisbursement& planned : activity.planned_disbursements) {
    const auto provider = number(key, planned.provider.organisation);
    const auto receiver = number(key, planned.receiver.organisation);
    Appender& line = row(FactTable::planned_disbursement, key).integer(planned.line).code(planned.type);
    line.date(planned.period_start).date(planned.period_end);
    write_amount(line, planned.amount).integer(provider).text(planned.provider.activity_id);
    line.integer(receiver).text(planned.receiver.activity_id).end_row();
  }
}

} // namespace kept::store
