// SPDX-License-Identifier: Apache-2.0
#include "load/read_source.hpp"

#include "derive/flows.hpp"
#include "read/detect.hpp"
#include "read/iati/read_activities.hpp"
#include "read/iati/read_organisations.hpp"
#include "read/sdmx/read_sdmx.hpp"
#include "read/tables/read_tables.hpp"
#include "read/who/read_who_gho.hpp"
#include "read/worldbank/read_world_bank.hpp"
#include "store/parquet_rows.hpp"

#include <atomic>

namespace kept::load {
namespace {

/// What the workers of one source have counted.
struct Counts {
  std::atomic<std::uint64_t> activities{0}, transactions{0}, findings{0};
};

void derive_and_write(facts::Batch& batch, store::SourceNumber number, const derive::RateTable& rates,
                      store::Loading& loading, Counts& counts) {
  std::vector<derive::DerivedActivity> derived;
  derived.reserve(batch.activities.size());
  const std::size_t read_findings = batch.findings.size();
  std::vector<facts::Finding> derived_findings;
  for (const facts::Activity& activity : batch.activities) {
    derived.push_back(derive::derive_activity(activity, rates, derived_findings));
    counts.transactions += activity.transactions.size();
  }
  counts.activities += batch.activities.size();
  counts.findings += read_findings + derived_findings.size();
  loading.write(number, batch, derived, derived_findings);
}

/// Rates reach the money of every source, so made-up ones convert none.
void report_made_up_rates(read::tables::Rows<facts::Rate>& table) {
  table.findings.push_back({"illustrative-rates",
                            facts::Severity::warning,
                            1,
                            {},
                            "made-up rates are stored and shown, but no money is converted with them",
                            {},
                            {}});
}

template <typename Row>
void write_rows(const read::tables::Rows<Row>& table, store::SourceNumber number, store::Loading& loading,
                SourceSummary& summary) {
  loading.write(number, table.rows);
  loading.write(number, table.findings);
  summary.rows = table.rows.size();
  summary.findings = table.findings.size();
}

void read_activities(const Candidate& candidate, store::SourceNumber number, const ReadingAids& aids,
                     unsigned threads, store::Loading& loading, const ByteCount& count,
                     SourceSummary& summary) {
  Counts counts;
  read::iati::InspectFile inspect;
  if (aids.activity_rules != nullptr)
    inspect = [&](auto&&... file) { return aids.activity_rules->of_file(file...); };
  read::iati::read_activities(
      candidate.path, threads, summary.source,
      [&](std::size_t, facts::Batch&& batch) {
        derive_and_write(batch, number, aids.rates, loading, counts);
      },
      count, inspect);
  summary.activities = counts.activities;
  summary.transactions = counts.transactions;
  summary.findings = counts.findings;
}

void read_organisations(const Candidate& candidate, store::SourceNumber number, store::Loading& loading,
                        SourceSummary& summary) {
  const auto organisations = read::iati::read_organisations(candidate.path, summary.source);
  loading.write(number, organisations.budgets);
  loading.write(number, organisations.findings);
  summary.rows = organisations.budgets.size();
  summary.findings = organisations.findings.size();
}

void read_mapped_table(const Candidate& candidate, const ReadingAids& aids, facts::Source& source,
                       const read::statistics::ObservationSink& sink, const ByteCount& count) {
  if (!read::is_parquet(candidate.path))
    return read_mapped_csv(candidate.path, *aids.map, source, aids.vocabulary, sink, count);
  const auto rows = store::open_parquet(candidate.path);
  read_mapped_rows(*rows, candidate.path, *aids.map, source, aids.vocabulary, sink);
}

void read_statistics(const Candidate& candidate, store::SourceNumber number, const ReadingAids& aids,
                     store::Loading& loading, const ByteCount& count, SourceSummary& summary) {
  const auto sink = [&](facts::ObservationBatch&& batch) {
    summary.rows += batch.observations.size();
    summary.findings += batch.findings.size();
    loading.write(number, batch);
  };
  switch (candidate.kind) {
  case facts::SourceKind::sdmx_csv:
    return read::sdmx::read_sdmx_csv(candidate.path, summary.source, aids.vocabulary, sink, count);
  case facts::SourceKind::sdmx_ml:
    return read::sdmx::read_sdmx_ml(candidate.path, summary.source, aids.vocabulary, sink, count);
  case facts::SourceKind::sdmx_json:
    return read::sdmx::read_sdmx_json(candidate.path, summary.source, aids.vocabulary, sink, count);
  case facts::SourceKind::world_bank:
    return read::worldbank::read_world_bank(candidate.path, summary.source, aids.vocabulary, sink, count);
  case facts::SourceKind::who_gho:
    return read::who::read_who_gho(candidate.path, summary.source, aids.vocabulary, sink, count);
  default:
    return read_mapped_table(candidate, aids, summary.source, sink, count);
  }
}

} // namespace

SourceSummary read_source(const Candidate& candidate, store::SourceNumber number, const ReadingAids& aids,
                          unsigned threads, store::Loading& loading, const ByteCount& count) {
  SourceSummary summary;
  summary.source.name = candidate.name;
  summary.source.location = candidate.location;
  summary.source.kind = candidate.kind;
  switch (candidate.kind) {
  case facts::SourceKind::iati_activities:
    read_activities(candidate, number, aids, threads, loading, count, summary);
    break;
  case facts::SourceKind::iati_organisations:
    read_organisations(candidate, number, loading, summary);
    break;
  case facts::SourceKind::rates: {
    auto rates_table = read::tables::read_rates(candidate.path, summary.source);
    if (summary.source.illustrative)
      report_made_up_rates(rates_table);
    write_rows(rates_table, number, loading, summary);
    break;
  }
  case facts::SourceKind::participants:
    write_rows(read::tables::read_participants(candidate.path, summary.source), number, loading, summary);
    break;
  case facts::SourceKind::events:
    write_rows(read::tables::read_events(candidate.path, summary.source), number, loading, summary);
    break;
  case facts::SourceKind::income_groups:
    write_rows(read::tables::read_income_groups(candidate.path, summary.source), number, loading, summary);
    break;
  case facts::SourceKind::sdmx_csv:
  case facts::SourceKind::sdmx_ml:
  case facts::SourceKind::sdmx_json:
  case facts::SourceKind::world_bank:
  case facts::SourceKind::who_gho:
  case facts::SourceKind::mapped_table:
    read_statistics(candidate, number, aids, loading, count, summary);
    break;
  }
  count(candidate.state.size);
  return summary;
}

} // namespace kept::load
