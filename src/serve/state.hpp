// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "ledger/ledger.hpp"
#include "measure/assessment.hpp"
#include "publish/local_text.hpp"
#include "serve/remembered.hpp"
#include "store/store.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kept::serve {

/// Where answers come from.
struct StateOptions {
  std::filesystem::path store, ledger;
  std::filesystem::path data; ///< the figures of reference that come with the program
  std::optional<Date> as_of;  ///< none: today
  std::string program_version;
  std::chrono::seconds patience{10};   ///< that whoever asks has with one question
  std::filesystem::path export_folder; ///< Store's: where views may be written to; may be empty
};

/// A store and a ledger as they were at one moment. All parts of an answer are of one state. Any thread may
/// ask.
class State {
public:
  /// Throws what reading the ledger and opening the store throw.
  explicit State(const StateOptions& options);

  const ledger::Framework& framework() const { return m_framework; }
  const store::Store& store() const { return m_store; }
  /// With illustrative facts for illustrative frameworks alone.
  const measure::Evidence& evidence() const { return *m_evidence; }
  /// Of indicators for everybody: without illustrative facts, as `kept rank` and `kept outlook` ask.
  const measure::Evidence& figures() const { return *m_figures; }
  /// The folder of the figures of reference.
  const std::filesystem::path& data() const { return m_data; }
  /// What evidence() says of the sources that count.
  const std::vector<measure::SourceRecord>& source_records() const { return m_source_records; }
  Date as_of() const { return m_as_of; }
  const std::string& program_version() const { return m_program_version; }
  /// Names what an answer follows from: sources, shipped figures, ledger, day and program.
  const std::string& version() const { return m_version; }
  const publish::AreaTexts& area_names() const { return m_area_names; }
  std::uint64_t sources() const { return m_sources; }
  std::uint64_t transactions() const { return m_transactions; }
  std::optional<Date> newest_evidence() const { return m_newest_evidence; }

  /// The answers to all statements on a day. The last few days that were asked for are remembered.
  std::shared_ptr<const measure::Report> report(Date as_of) const;
  /// The answer to one statement, which the framework has, with its whole trail. The last few are remembered.
  std::shared_ptr<const measure::Assessment> assessment(const std::string& id, Date as_of) const;

  /// One question to the store, within the time that a client may wait.
  store::Table ask(const std::string& question) const;

private:
  void read_overview();
  std::string identity(const std::filesystem::path& ledger) const;

  ledger::Framework m_framework;
  store::Store m_store;
  std::unique_ptr<measure::Evidence> m_evidence, m_figures;
  std::filesystem::path m_data;
  Date m_as_of;
  std::chrono::seconds m_patience;
  std::string m_program_version, m_version;
  std::vector<measure::SourceRecord> m_source_records;
  publish::AreaTexts m_area_names;
  std::uint64_t m_sources = 0, m_transactions = 0;
  std::optional<Date> m_newest_evidence;

  mutable Remembered<Date, measure::Report> m_reports;
  mutable Remembered<std::pair<Date, std::string>, measure::Assessment> m_assessments;
};

/// The files of a ledger: those below `folder` that end in .yaml or .yml, sorted.
std::vector<std::filesystem::path> ledger_files(const std::filesystem::path& folder);

} // namespace kept::serve
