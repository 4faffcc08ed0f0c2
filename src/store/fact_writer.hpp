// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "derive/flows.hpp"
#include "facts/batch.hpp"
#include "facts/observation.hpp"
#include "facts/reference.hpp"
#include "facts/table_rows.hpp"
#include "store/code_numbers.hpp"
#include "store/duckdb_appender.hpp"
#include "store/duckdb_database.hpp"
#include "store/organisation_numbers.hpp"
#include "store/shared_rows.hpp"
#include "store/split_steps.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kept::store {

/// The tables that a FactWriter appends to.
enum class FactTable {
  code,
  organisation,
  finding,
  activity,
  narrative,
  other_identifier,
  activity_date,
  participating_org,
  share,
  location,
  classification,
  policy_marker,
  humanitarian_scope,
  budget,
  planned_disbursement,
  related_activity,
  document,
  transaction,
  terms,
  usd_rate,
  transaction_text,
  split,
  transfer,
  money_again,
  result,
  indicator,
  indicator_period,
  indicator_value,
  dimension,
  organisation_budget,
  participant,
  event,
  rate,
  observation,
  income_group,
  count
};

/// An activity within the store.
struct ActivityKey {
  std::int32_t source_number = 0;
  std::uint32_t ordinal = 0;
};

/// A transaction within the store.
struct TransactionKey {
  std::int32_t source_number = 0, ordinal = 0;
};

/// A row of packed.transfer: money from one organisation_number to another as one side reports it or both.
struct Transfer {
  std::int32_t provider = 0, receiver = 0;
  std::string_view kind; ///< "payment", "commitment"
  Date date;
  std::optional<TransactionKey> by_provider, by_receiver; ///< at least one
};

/// What of a transaction's derived money goes into the store: USD that does not fit its columns (a rate far
/// from any real one) is left out as if there were no rate.
struct StorableMoney {
  explicit StorableMoney(const derive::DerivedTransaction& transaction);

  std::optional<Decimal> usd;
  std::optional<derive::FoundRate> rate;
  std::string_view reason;
};

/// What is numbered across the threads of a load.
struct SharedNumbers {
  CodeNumbers codes;
  OrganisationNumbers organisations;
  std::atomic<std::int32_t> next_terms, next_rate, next_dimensions;
};

/// Appends facts to the tables through a connection of its own. One thread at a time; several writers may
/// work on one database at once. Nothing is visible to others before `commit`.
class FactWriter {
public:
  FactWriter(const Database& database, SharedNumbers& numbers);

  void write(std::int32_t source_number, const facts::Activity& activity,
             const derive::DerivedActivity& derived);
  /// What rates decide of the activity's transactions, to packed.money_again, and its flows.
  void write_again(const ActivityKey& key, const facts::Activity& activity,
                   const derive::DerivedActivity& derived);
  void write(std::int32_t source_number, const facts::Finding& finding, std::string_view origin);
  void write(const Transfer& row);
  void write_finding(const Rows& row); ///< see WriterPool::write_findings
  void write(std::int32_t source_number, const facts::Observation& row);
  void write(std::int32_t source_number, const facts::IncomeGroup& row);
  void write(std::int32_t source_number, const facts::Rate& row);
  void write(std::int32_t source_number, const facts::Participant& row);
  void write(std::int32_t source_number, const facts::Event& row);
  void write(std::int32_t source_number, const facts::OrganisationBudget& row);

  /// Before a commit: hands to the table what all writers have left of it; this one may be among them. The
  /// others are idle, or finish other tables.
  void finish(FactTable table, std::span<const std::unique_ptr<FactWriter>> writers);
  /// Makes the organisations visible that were finished.
  void commit_organisations();
  /// Makes everything visible that was finished; writing may go on.
  void commit();

private:
  Appender& to(FactTable table) {
    Appender* const known = appender(table);
    return known != nullptr && transaction(table).begun ? *known : begin(table);
  }
  Appender& begin(FactTable table); ///< as `to`, for the first row
  Appender* appender(FactTable table) const { return m_appenders[static_cast<std::size_t>(table)].get(); }
  Appender& row(FactTable table, const ActivityKey& key);
  std::optional<std::int64_t> number(const ActivityKey& key, const facts::Organisation& organisation) {
    return m_organisations->number(key.source_number, organisation);
  }
  void write_parts(const ActivityKey& key, const facts::Activity& activity);
  void write_narratives(const ActivityKey& key, const facts::Activity& activity);
  void write_places(const ActivityKey& key, const facts::Activity& activity);
  void write_plans(const ActivityKey& key, const facts::Activity& activity);
  void write_shares(const ActivityKey& key, std::optional<std::int64_t> transaction, std::string_view kind,
                    std::span<const facts::Share> shares);
  void write_codes(const ActivityKey& key, std::optional<std::int64_t> transaction, std::string_view kind,
                   std::span<const facts::Code> codes);
  /// What the store keeps of a transaction's derived money.
  void write_money(Appender& line, const StorableMoney& money, const SplitSteps& steps);
  void write_text(const ActivityKey& key, const facts::Transaction& transaction, std::string_view kind,
                  std::string_view text);
  void write_transactions(const ActivityKey& key, const facts::Activity& activity,
                          const derive::DerivedActivity& derived);
  /// Numbers the parties of the activity, for the others.
  void number_parties(const ActivityKey& key, const facts::Activity& activity);
  /// Of a transaction, as organisation_numbers.
  struct Parties {
    std::optional<std::int64_t> provider, receiver;
  };
  void write_transaction(const ActivityKey& key, const facts::Transaction& transaction,
                         const Parties& parties, const TermNumbers::Terms& terms, const derive::Money& money,
                         const StorableMoney& storable, const SplitSteps& steps);
  /// Writes the flows of the transaction but for what stands in its own row, which is returned.
  SplitSteps write_flows(const ActivityKey& key, const facts::Transaction& transaction,
                         const derive::DerivedActivity& activity, const derive::DerivedTransaction& derived,
                         bool has_usd);
  void write_results(const ActivityKey& key, const facts::Activity& activity);

  /// Organisations have one of their own: they can be grouped while the rest is committed.
  struct Transaction {
    explicit Transaction(Connection&& own) : connection(std::move(own)) {}
    void begin();
    void commit();

    Connection connection;
    bool begun = false;
  };
  Transaction& transaction(FactTable table) {
    return table == FactTable::organisation ? m_of_organisations : m_of_facts;
  }

  Transaction m_of_facts, m_of_organisations;
  std::array<std::unique_ptr<Appender>, static_cast<std::size_t>(FactTable::count)> m_appenders;
  // Of the activity that is written: the numbers of its splits; the terms of its transactions; the provider
  // and the receiver of each in turn, then who reports, and their numbers; each number once, as packed.
  std::vector<std::optional<std::uint32_t>> m_splits;
  std::vector<TermNumbers::Terms> m_terms_of;
  std::vector<const facts::Organisation*> m_parties;
  std::vector<std::optional<std::int64_t>> m_party_numbers;
  std::vector<std::int64_t> m_each_party;
  std::string m_packed_parties;
  std::unique_ptr<CodeWriter> m_codes;
  std::unique_ptr<OrganisationWriter> m_organisations;
  std::unique_ptr<TermNumbers> m_terms;
  std::unique_ptr<RateNumbers> m_rates;
  std::unique_ptr<DimensionNumbers> m_dimensions;
};

} // namespace kept::store
