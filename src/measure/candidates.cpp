// SPDX-License-Identifier: Apache-2.0
#include "measure/candidates.hpp"

#include "measure/conversion.hpp"
#include "measure/parties.hpp"
#include "measure/restriction.hpp"
#include "measure/trail.hpp"
#include "measure/window.hpp"

#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace kept::measure {
namespace {

/// Everything that tells transactions apart; a line alone does not where a file has no line breaks.
using TransactionIdentity =
    std::tuple<std::string, std::uint32_t, std::string, std::string, std::string, std::string,
               std::optional<Date>, std::string, std::string, std::string, std::string>;

TransactionIdentity identity_of(const TransactionRecord& record) {
  return {record.place.source,  record.place.line,   record.iati_identifier, record.transaction_id,
          record.type,          record.raw_value,    record.value_date,      record.provider.ref,
          record.provider.name, record.receiver.ref, record.receiver.name};
}

/// The part of a transaction that a filter lets through.
struct Part {
  Decimal value;
  std::optional<Decimal> usd;
};

class Collector {
public:
  Collector(const Question& question, const ledger::Pledge& pledge, const std::string& currency)
      : m_question(question), m_pledge(pledge), m_restriction(restriction_of(question, pledge.filter)),
        m_conversion(question.evidence, currency), m_keys(question.framework),
        m_by(organisation_match(question.framework, party_of(question.framework, pledge.by))) {
    if (pledge.to)
      m_to = organisation_match(question.framework, party_of(question.framework, *pledge.to));
  }

  Candidates collect() {
    if (!m_restriction.impossible.empty())
      return {};
    const std::vector<TransactionRecord> records = m_question.evidence.transactions_of_any(both_sides());
    for (const TransactionRecord& record : records)
      for (const OrganisationRecord* organisation :
           {&record.reporting_org, &record.provider, &record.receiver})
        m_keys.learn(*organisation);
    if (m_restriction.splits)
      add_up_parts(records);
    // They are many and large: none is moved to make room for others.
    m_candidates.reports.reserve(records.size());
    m_candidates.excluded.reserve(records.size());
    for (const TransactionRecord& record : records)
      take(record);
    return std::move(m_candidates);
  }

private:
  /// What to ask Evidence for: the receiving side's reports, then the paying side's.
  std::array<MoneyFilter, 2> both_sides() const {
    const bool commitments = m_pledge.basis == ledger::Basis::commitments;
    MoneyFilter incoming = m_restriction.facts;
    incoming.types = commitments ? std::vector<std::string>{"11"} : std::vector<std::string>{"1", "11"};
    incoming.provider = m_by;
    incoming.reporting_org = m_to;
    MoneyFilter outgoing = m_restriction.facts;
    outgoing.types = commitments ? std::vector<std::string>{"2"} : std::vector<std::string>{"3", "2"};
    if (!commitments && !m_to)
      outgoing.types.push_back("4");
    outgoing.reporting_org = m_by;
    outgoing.receiver = m_to;
    return {std::move(incoming), std::move(outgoing)};
  }

  void add_up_parts(const std::vector<TransactionRecord>& records) {
    std::map<TransactionIdentity, int> twins;
    for (const TransactionRecord& record : records)
      ++twins[identity_of(record)];
    for (const MoneyFilter& filter : both_sides())
      for (const FlowRecord& flow : m_question.evidence.flows(filter))
        add_part(flow);
    // Flows of transactions that are alike in everything have been added up together.
    for (auto& [identity, part] : m_parts) {
      const auto count = twins.find(identity);
      if (count == twins.end() || count->second == 1)
        continue;
      part.value = part.value.divided_by(Decimal(count->second), part.value.scale());
      if (part.usd)
        part.usd = part.usd->divided_by(Decimal(count->second), part.usd->scale());
    }
  }

  void add_part(const FlowRecord& flow) {
    const auto [part, is_new] =
        m_parts.try_emplace(identity_of(flow.transaction), Part{flow.value, flow.usd});
    if (is_new)
      return;
    part->second.value += flow.value;
    if (part->second.usd && flow.usd)
      *part->second.usd += *flow.usd;
  }

  std::optional<Part> part_of(const TransactionRecord& record) const {
    if (!m_restriction.splits)
      return Part{*record.value, record.usd};
    const auto part = m_parts.find(identity_of(record));
    if (part == m_parts.end())
      return std::nullopt;
    return part->second;
  }

  /// Do both ends belong to the same party?
  bool is_within_one_party(const TransactionRecord& record) const {
    const bool incoming = is_incoming(record.type);
    const OrganisationRecord& reporter = record.reporting_org;
    const OrganisationRecord& other = incoming ? record.provider : record.receiver;
    return (matches(m_by, reporter) && matches(m_by, other)) ||
           (m_to && matches(*m_to, reporter) && matches(*m_to, other));
  }

  void take(const TransactionRecord& record) {
    TrailEntry entry = trail_entry(record);
    const auto exclude = [&](std::string_view reason) {
      m_candidates.excluded.push_back(excluded(std::move(entry), reason));
    };
    if (!record.counted || !record.value)
      return exclude(record.reason.empty() ? "bad value" : record.reason);
    if (is_within_one_party(record))
      return exclude("within one party");
    if (!organisations_pass(m_restriction, record))
      return exclude("outside the filter of the pledge");
    if (!record.value_date)
      return exclude("no date");
    const std::optional<Part> part = part_of(record);
    if (!part)
      return exclude("outside the filter of the pledge");
    if (m_restriction.splits)
      entry.share = share_of(part->value, *record.value);
    const std::optional<Decimal> amount =
        m_conversion.amount(part->value, record.currency, part->usd, *record.value_date);
    if (amount)
      entry.amount = amount->trimmed();
    // Known only later: it must not take part in the pairing either.
    if (*record.value_date > m_question.as_of)
      return exclude(reason_outside(m_pledge.window, m_question.as_of, *record.value_date));
    if (!amount)
      return exclude("no rate");
    entry.reason.clear();
    Candidate candidate{report_of(record), record.type != "4", *amount, std::move(entry)};
    m_candidates.reports.push_back(std::move(candidate));
  }

  derive::TransferReport report_of(const TransactionRecord& record) {
    const bool incoming = is_incoming(record.type);
    derive::TransferReport report;
    report.reported_by = incoming ? derive::ReportedBy::receiver : derive::ReportedBy::provider;
    report.kind = record.type == "2" || record.type == "11" ? derive::TransferKind::commitment
                                                            : derive::TransferKind::payment;
    report.provider = m_pledge.by;
    report.receiver = m_to ? *m_pledge.to : m_keys.key(incoming ? record.reporting_org : record.receiver);
    report.activity = record.iati_identifier;
    report.counterpart_activity = incoming ? record.provider_activity : record.receiver_activity;
    report.date = *record.value_date;
    report.value = *record.value;
    report.currency = record.currency;
    report.usd = record.usd;
    return report;
  }

  const Question& m_question;
  const ledger::Pledge& m_pledge;
  Restriction m_restriction;
  Conversion m_conversion;
  OrganisationKeys m_keys;
  OrganisationMatch m_by;
  std::optional<OrganisationMatch> m_to;
  std::map<TransactionIdentity, Part> m_parts;
  Candidates m_candidates;
};

} // namespace

Candidates transfer_candidates(const Question& question, const ledger::Pledge& pledge,
                               const std::string& currency) {
  return Collector(question, pledge, currency).collect();
}

} // namespace kept::measure
