// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "derive/flows.hpp"
#include "scratch_folder.hpp"
#include "store/loading.hpp"
#include "store/store.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace kept::store {

/// A folder with one store.
class TestFolder {
public:
  std::filesystem::path path() const { return m_folder.path(); }
  std::filesystem::path store() const { return m_folder / "test.kept"; }
  /// The names of the files in it, sorted.
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path()))
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

private:
  test::ScratchFolder m_folder;
};

inline Decimal dec(const char* text) {
  return Decimal::parse(text).value();
}
inline Date day(const char* text) {
  return Date::parse(text).value();
}
inline Month month(const char* text) {
  return Month::parse(text).value();
}

inline facts::Transaction transaction(std::string_view type, std::string_view date, std::string_view value) {
  facts::Transaction made;
  made.type = type;
  made.date_text = date;
  made.date = Date::parse(date).value();
  made.amount.text = value;
  made.amount.value_date = made.date;
  made.amount.value_date_text = date;
  return made;
}

/// An activity of the Example Agency in EUR, half of it in XA, half in XB, for one sector.
inline facts::Activity activity(std::string_view identifier, std::vector<facts::Transaction> transactions) {
  facts::Activity made;
  made.iati_identifier = identifier;
  made.default_currency = "EUR";
  made.hierarchy = "1";
  made.reporting_org = {"xe-example", "Example Agency"};
  made.titles = {{"Puits", "fr"}, {"Wells", "en"}};
  made.status = "2";
  made.recipient_countries = {{0, "", "XA", "50"}, {0, "", "XB", "50"}};
  made.sectors = {{0, "1", "14030", ""}};
  made.policy_markers = {{0, "1", "1", "2"}};
  made.transactions = std::move(transactions);
  return made;
}

/// One source in memory; give it to `load` as often as needed.
struct ExampleSource {
  facts::Source source;
  std::vector<facts::Activity> activities;
  std::vector<facts::Rate> rates;
  std::vector<facts::Participant> participants;
  std::vector<facts::Event> events;
  std::vector<facts::OrganisationBudget> budgets;
  std::vector<facts::Finding> findings;
};

/// `hash`: one hexadecimal digit, which becomes the source's SHA-256.
inline ExampleSource example_source(const std::string& name, char hash,
                                    std::vector<facts::Activity> activities = {}) {
  ExampleSource made;
  made.source.name = name;
  made.source.location = "/somewhere/" + name;
  made.source.sha256 = std::string(64, hash);
  made.source.size = 1234;
  made.source.version = "2.03";
  made.source.generated = Moment::parse("2024-06-01").value();
  made.source.publishers = {"XE-EXAMPLE"};
  std::uint32_t line = 2, ordinal = 0, transaction_ordinal = 0;
  for (facts::Activity& activity : activities) {
    activity.ordinal = ordinal++;
    activity.line = line++;
    for (facts::Transaction& transaction : activity.transactions) {
      transaction.ordinal = transaction_ordinal++;
      transaction.line = line++;
    }
  }
  made.activities = std::move(activities);
  return made;
}

inline facts::Reference example_reference(const char* eur = "1.1") {
  facts::Reference reference;
  reference.areas = {{"XA", "XXA", "901", "Example A", "", "", "Africa", ""},
                     {"XB", "XXB", "902", "Example B", "", "", "Africa", ""}};
  reference.groups = {{"example-union", "XXB"}, {"example-union", "XXA"}};
  reference.codes = {{"TransactionType", "3", "Disbursement"}};
  reference.rates = {{"EUR", month("2024-03"), dec(eur), "IMF", 0}};
  reference.digest = eur;
  return reference;
}

/// Writes one source as the pipeline does: derived with the rates in the state.
inline void write_source(Loading& loading, const ExampleSource& example) {
  const std::vector<facts::Rate> rates = loading.rates();
  const derive::RateTable table(rates);
  const SourceNumber number = loading.begin_source();
  facts::Batch batch;
  batch.activities = example.activities;
  batch.findings = example.findings;
  std::vector<derive::DerivedActivity> derived;
  std::vector<facts::Finding> derived_findings;
  for (const facts::Activity& activity : batch.activities)
    derived.push_back(derive::derive_activity(activity, table, derived_findings));
  loading.write(number, batch, derived, derived_findings);
  loading.write(number, std::span<const facts::Rate>(example.rates));
  loading.write(number, std::span<const facts::Participant>(example.participants));
  loading.write(number, std::span<const facts::Event>(example.events));
  loading.write(number, std::span<const facts::OrganisationBudget>(example.budgets));
  loading.finish_source(number, example.source);
}

/// Loads the sources in one load.
inline void load(const std::filesystem::path& store, const std::vector<ExampleSource>& sources,
                 const facts::Reference& reference = example_reference()) {
  Loading loading(store);
  loading.set_reference(reference);
  for (const ExampleSource& example : sources)
    write_source(loading, example);
  loading.commit();
}

/// The rows of an answer, columns separated by "|", NULL as "-".
inline std::vector<std::string> rows(const Store& store, const std::string& sql) {
  std::vector<std::string> lines;
  for (const auto& row : store.query(sql).rows) {
    std::string& line = lines.emplace_back();
    for (const auto& value : row)
      line.append(&value == &row.front() ? "" : "|").append(value.value_or("-"));
  }
  return lines;
}
inline std::vector<std::string> rows(const std::filesystem::path& store, const std::string& sql) {
  return rows(Store(store), sql);
}

} // namespace kept::store
