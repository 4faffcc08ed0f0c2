// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/assessment.hpp"
#include "memory_evidence.hpp"

#include <string>
#include <string_view>

// An invented framework: "payer" promises something to "agency"; "third" stands aside.

namespace kept::measure {

inline Date day(std::string_view text) {
  return Date::parse(text).value();
}
inline Decimal number(std::string_view text) {
  return Decimal::parse(text).value();
}
inline ledger::LocalText english(std::string text) {
  return {{{"en", std::move(text)}}};
}

inline const OrganisationRecord k_payer{"XX-PAYER", "Example Payer"};
inline const OrganisationRecord k_payers_fund{"XX-FUND", "Example Fund"}; ///< of the same party
inline const OrganisationRecord k_agency{"XX-AGENCY", "Example Agency"};
inline const OrganisationRecord k_agencys_office{"XX-AGENCY-2",
                                                 "Example Agency Office"}; ///< of the same party
inline const OrganisationRecord k_third{"XX-THIRD", "Example Third"};
inline const OrganisationRecord k_stranger{"XX-STRANGER", "Example Stranger"}; ///< of no party
inline const OrganisationRecord k_nobody{};

inline ledger::Party party(std::string id, std::string name, std::vector<std::string> orgs) {
  ledger::Party party;
  party.id = std::move(id);
  party.name = english(std::move(name));
  party.orgs = std::move(orgs);
  return party;
}

/// A pledge of money by payer to agency: USD 1,000 within 2026.
inline ledger::Pledge example_pledge(ledger::Measure measure = ledger::Measure::money) {
  ledger::Pledge pledge;
  pledge.id = "example-pledge";
  pledge.title = english("Example pledge");
  pledge.agreement = "example-agreement";
  pledge.by = "payer";
  pledge.to = "agency";
  pledge.measure = measure;
  pledge.target.amount = Decimal(1000);
  if (measure == ledger::Measure::money || measure == ledger::Measure::spend)
    pledge.target.currency = "USD";
  pledge.window = {day("2026-01-01"), day("2026-12-31")};
  pledge.position = {"ledger.yaml", 20, 5};
  return pledge;
}

struct Example {
  ledger::Framework framework;
  MemoryEvidence evidence;
  ledger::Pledge pledge;

  explicit Example(ledger::Measure measure = ledger::Measure::money) : pledge(example_pledge(measure)) {
    framework.id = "example";
    framework.title = english("Example framework");
    framework.parties = {party("payer", "Example Payer", {"xx-payer ", "XX-FUND"}),
                         party("agency", "Example Agency", {"XX-AGENCY", "XX-AGENCY-2"}),
                         party("third", "Example Third", {"XX-THIRD"})};
    ledger::Agreement agreement;
    agreement.id = "example-agreement";
    agreement.title = english("Example agreement");
    agreement.kind = "mou";
    agreement.date = day("2025-12-01");
    agreement.parties = {"payer", "agency"};
    agreement.source = ledger::Document{english("Example text"), "Example Press", "2025-12", ""};
    agreement.position = {"ledger.yaml", 10, 5};
    framework.agreements = {agreement};
  }

  Assessment assess_on(std::string_view as_of) {
    framework.pledges = {pledge};
    return assess_statement(framework, evidence, day(as_of), pledge.id);
  }

  /// An activity file of `publisher`.
  void add_source(const OrganisationRecord& publisher, std::string_view generated,
                  std::string name = "example.xml") {
    SourceRecord source;
    source.name = std::move(name);
    source.kind = "iati-activities";
    source.publishers = {publisher.ref};
    source.publisher_names = {publisher.name};
    source.generated = day(generated);
    evidence.all_sources.push_back(std::move(source));
  }
};

/// A report in USD; `other` is the provider of incoming types, else the receiver.
inline TransactionRecord report(std::string type, const OrganisationRecord& reporter,
                                const OrganisationRecord& other, std::string_view value,
                                std::string_view date, std::string activity = {}) {
  TransactionRecord record;
  record.place.source = reporter.ref + ".xml";
  record.iati_identifier = activity.empty() ? reporter.ref + "-1" : std::move(activity);
  record.type = std::move(type);
  record.reporting_org = reporter;
  (record.type == "1" || record.type == "11" ? record.provider : record.receiver) = other;
  record.raw_value = value;
  record.value = number(value).rescaled(4);
  record.currency = "USD";
  record.value_date = day(date);
  record.usd = record.value;
  record.rate = Decimal(1);
  return record;
}

/// The same in another currency, with or without a USD value.
inline TransactionRecord in_currency(TransactionRecord record, std::string currency,
                                     std::optional<Decimal> usd) {
  record.currency = std::move(currency);
  record.usd = std::move(usd);
  record.rate.reset();
  return record;
}

inline TransactionRecord uncounted(TransactionRecord record, std::string reason) {
  record.counted = false;
  record.reason = std::move(reason);
  return record;
}

inline ActivityRecord activity(std::string identifier, const OrganisationRecord& reporter,
                               std::vector<std::string> parents = {},
                               std::vector<std::string> children = {}) {
  ActivityRecord record;
  record.place = {reporter.ref + ".xml", 1};
  record.title = "Activity " + identifier;
  record.iati_identifier = std::move(identifier);
  record.status = "2";
  record.reporting_org = reporter;
  record.parents = std::move(parents);
  record.children = std::move(children);
  return record;
}

/// The first line of the trail with this label or reason; an empty one when there is none.
inline TrailEntry line_of(const Assessment& assessment, std::string_view what) {
  for (const TrailEntry& entry : assessment.trail)
    if (entry.reason == what || entry.label == what)
      return entry;
  return {};
}

/// The line of the trail from this place.
inline TrailEntry line_at(const Assessment& assessment, std::string_view source, std::uint32_t line) {
  for (const TrailEntry& entry : assessment.trail)
    if (entry.place.source == source && entry.place.line == line)
      return entry;
  return {};
}

inline int lines_with(const Assessment& assessment, Role role) {
  return static_cast<int>(std::count_if(assessment.trail.begin(), assessment.trail.end(),
                                        [&](const TrailEntry& entry) { return entry.role == role; }));
}

} // namespace kept::measure

/// So that a failing test shows words and numbers.
namespace doctest {
template <> struct StringMaker<kept::measure::Verdict> {
  static String convert(kept::measure::Verdict verdict) {
    return String(std::string(to_string(verdict)).c_str());
  }
};
template <> struct StringMaker<kept::measure::Role> {
  static String convert(kept::measure::Role role) { return String(std::string(to_string(role)).c_str()); }
};
template <> struct StringMaker<kept::Decimal> {
  static String convert(const kept::Decimal& number) { return String(number.to_string().c_str()); }
};
} // namespace doctest
