// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "derive/flows.hpp"
#include "derive/transfers.hpp"
#include "facts/batch.hpp"
#include "facts/observation.hpp"
#include "facts/reference.hpp"
#include "facts/source.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kept::store {

/// A source within a store.
using SourceNumber = std::int32_t;

/// What one rule found in one load.
struct FindingSum {
  std::string rule, severity;
  std::string currency; ///< of the money affected; empty where there is none
  std::int64_t count = 0;
  std::optional<Decimal> amount;
};

/// Builds the next state of a store aside and puts it in place at once. One at a time per store (a lock file
/// next to it, released by the system when the process dies); readers go on with the old state. An unfinished
/// Loading leaves the store as it was. Not for several threads at once, except `write` where said.
class Loading {
public:
  /// Copies the present state aside, or begins one: with the bytes of `empty_store`, one of this schema
  /// without sources, or where there are none with a schema made anew, which takes a tenth of a second.
  /// Throws Error(store) when another process is loading (naming it), when the store is of another schema
  /// version, when the disk is full. The bytes must outlive the Loading.
  explicit Loading(const std::filesystem::path& store, std::string_view empty_store = {});
  ~Loading();
  Loading(const Loading&) = delete;
  Loading& operator=(const Loading&) = delete;

  /// The sources now in the state, sorted by name.
  std::vector<facts::Source> sources() const;
  /// Takes a source and everything that it stated out. Throws Error(usage) with the nearest name when there
  /// is none.
  void remove(const std::string& name);

  /// The shipped figures; written when they differ from those in the store. True when rates changed.
  bool set_reference(const facts::Reference& reference);
  /// All rates that money is converted with, shipped ones first, then those of loaded sources: the order
  /// RateTable wants. Made-up rates are stored and shown, and never among these.
  std::vector<facts::Rate> rates() const;

  /// Begins a source; its facts follow with the number returned. Its row is written by `finish_source`, when
  /// the reader knows version, generated and publishers.
  SourceNumber begin_source();
  void finish_source(SourceNumber number, const facts::Source& source);
  /// Says in which state the file of the source with this name is now, its content being the same as before
  /// (facts::Source::state, settled). Kept only when the load changes something else: alone it is not worth a
  /// copy of the store, and a load that changes nothing does not touch it.
  void note_state(const std::string& name, const FileState& state, bool settled);

  /// Writes activities with what follows from them, the findings of the reader (batch.findings) and those of
  /// the derivation (`derive_findings`, which derive_again replaces). The same facts are written whatever the
  /// order of batches. All that one load derives is derived by one RateTable, whose rates are numbered. May
  /// be called from several threads.
  void write(SourceNumber number, const facts::Batch& batch, std::span<const derive::DerivedActivity> derived,
             std::span<const facts::Finding> derive_findings);
  /// Observations and the findings of their reader.
  void write(SourceNumber number, const facts::ObservationBatch& batch);
  void write(SourceNumber number, std::span<const facts::IncomeGroup> rows);
  void write(SourceNumber number, std::span<const facts::Rate> rows);
  void write(SourceNumber number, std::span<const facts::Participant> rows);
  void write(SourceNumber number, std::span<const facts::Event> rows);
  void write(SourceNumber number, std::span<const facts::OrganisationBudget> rows);
  void write(SourceNumber number, std::span<const facts::Finding> rows);

  /// Calls `derive` with every stored activity (identifier, currency, dates, shares, transactions: what
  /// derive_activity reads) and replaces money in USD, flows and findings of the derivation. For when rates
  /// changed under sources that are already in the store.
  using Derive = std::function<derive::DerivedActivity(const facts::Activity&, std::vector<facts::Finding>&)>;
  void derive_again(const Derive& derive);

  /// Decides which of several activities with the same identifier counts (derive/duplicates.hpp), pairs the
  /// transfers between organisations (derive/transfers.hpp), looks for figures that stand twice or differ
  /// between sources, makes the state durable and puts it in place.
  void commit();

  /// Findings of the sources written by this load, by rule and currency, sorted. After commit.
  std::vector<FindingSum> findings() const;

private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace kept::store
