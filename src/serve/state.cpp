// SPDX-License-Identifier: Apache-2.0
#include "serve/state.hpp"

#include "base/file.hpp"
#include "base/hash.hpp"
#include "ledger/read_ledger.hpp"
#include "store/overview_questions.hpp"

namespace kept::serve {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t k_reports = 4;         ///< days whose reports are remembered
constexpr std::size_t k_assessments = 8;     ///< a trail can be long
constexpr std::size_t k_version_length = 20; ///< digits of the digest: enough to tell states apart

} // namespace

std::vector<fs::path> ledger_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code ignored; // a folder that vanishes meanwhile has no files
  for (fs::recursive_directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored))
    if (const fs::path extension = entry->path().extension(); extension == ".yaml" || extension == ".yml")
      files.push_back(entry->path());
  std::sort(files.begin(), files.end());
  return files;
}

State::State(const StateOptions& options)
    : m_framework(ledger::read_ledger(options.ledger)), m_store(options.store, options.export_folder),
      m_evidence(m_store.evidence(m_framework.illustrative)), m_figures(m_store.evidence(false)),
      m_data(options.data), m_as_of(options.as_of.value_or(Date::today())), m_patience(options.patience),
      m_program_version(options.program_version), m_reports(k_reports), m_assessments(k_assessments) {
  read_overview();
  m_version = identity(options.ledger);
  report(m_as_of); // what everybody asks first
}

void State::read_overview() {
  m_source_records = m_evidence->sources();
  const store::Table size = ask(store::size_question(m_as_of));
  m_sources = store::whole_number<std::uint64_t>(size.rows.at(0).at(0)).value_or(0);
  m_transactions = store::whole_number<std::uint64_t>(size.rows.at(0).at(1)).value_or(0);
  if (const auto& newest = size.rows.at(0).at(2))
    m_newest_evidence = Date::parse(*newest).value();
  for (const auto& row : ask(store::areas_question()).rows) {
    std::map<std::string, std::string>& texts = m_area_names[row[0].value_or("")].by_language;
    texts["en"] = row[3].value_or(row[0].value_or(""));
    if (row[4])
      texts["zh"] = *row[4];
    if (row[5])
      texts["ko"] = *row[5];
  }
}

std::string State::identity(const fs::path& ledger) const {
  Sha256 hash;
  const auto add = [&hash](std::string_view text) {
    hash.update(std::to_string(text.size()) + ":");
    hash.update(text);
  };
  for (const auto& row : ask(store::identity_question()).rows)
    for (const auto& cell : row)
      add(cell.value_or(""));
  for (const fs::path& file : ledger_files(ledger)) {
    add(file.lexically_relative(ledger).string());
    add(read_file(file));
  }
  add(m_as_of.to_string());
  add(m_program_version);
  return hash.hex().substr(0, k_version_length);
}

std::shared_ptr<const measure::Report> State::report(Date as_of) const {
  return m_reports.get(as_of, [&] { return measure::assess(m_framework, *m_evidence, as_of); });
}

std::shared_ptr<const measure::Assessment> State::assessment(const std::string& id, Date as_of) const {
  return m_assessments.get({as_of, id},
                           [&] { return measure::assess_statement(m_framework, *m_evidence, as_of, id); });
}

store::Table State::ask(const std::string& question) const {
  return m_store.ask(question, std::chrono::steady_clock::now() + m_patience);
}

} // namespace kept::serve
