// SPDX-License-Identifier: Apache-2.0
#include "app/command_validate.hpp"

#include "app/output.hpp"
#include "app/progress_bar.hpp"
#include "app/terminal_state.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "publish/validation.hpp"
#include "validate/validate.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>

namespace kept::app {
namespace {

namespace fs = std::filesystem;

bool is_xml(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.ends_with(".xml") || name.ends_with(".xml.gz");
}

/// The files named, and those of folders, each once and sorted by folder. Links to folders are not followed.
std::vector<std::string> files_of(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::string> found;
    for (const auto& entry :
         fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied))
      if (is_xml(entry.path()) && entry.is_regular_file(ignored))
        found.push_back(entry.path().string());
    std::sort(found.begin(), found.end());
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

} // namespace

void CommandValidate::setup(CLI::App& program) {
  CLI::App& app = add_to(program, "validate", "Is an IATI file what the standard asks for?",
                         "  kept validate activities.xml\n"
                         "  kept validate --format json --language zh iati/");
  app.add_option("FILE", m_files, "IATI files, and folders in which every .xml and .xml.gz is taken")
      ->required();
  app.add_option("--format", m_format, "text, json or csv (default: text)")
      ->type_name("NAME")
      ->check(CLI::IsMember({"text", "json", "csv"}).description(""));
  app.add_option("--output", m_output, "Write to this file instead of standard output")->type_name("FILE");
  add_number_option(app, "--max-findings", m_max_findings,
                    "Findings to keep for each file; 0 for all (default)");
  app.add_option("--org-prefixes", m_org_prefixes,
                 "Approved agency codes, one a line: runs the rules that need them")
      ->type_name("FILE");
  app.add_option("--today", m_today, "What is later is in the future (default: today, UTC)")
      ->type_name("YYYY-MM-DD");
  add_number_option(app, "--threads", m_threads,
                    "Threads to work with (default: as many as the machine has)");
  m_language.add_to(app);
  m_data.add_to(app);
}

int CommandValidate::run() {
  validate::Options options;
  options.data = m_data.folder();
  options.threads = m_threads.value_or(0);
  options.max_findings = m_max_findings.value_or(0);
  options.org_prefixes = m_org_prefixes;
  options.today = Date::today();
  if (!m_today.empty()) {
    const auto date = Date::parse(m_today);
    if (!date)
      throw Error(ErrorKind::usage, "is no day", "--today " + m_today, date.error().why);
    options.today = *date;
  }
  std::vector<validate::FileReport> reports;
  {
    ProgressBar bar(true);
    std::string file;
    std::uint64_t size = 0;
    options.progress = [&](std::uint64_t bytes) { bar.show(std::min(bytes, size), size, file); };
    const validate::Validator validator(options);
    for (const std::string& path : files_of(m_files)) {
      std::error_code ignored;
      size = fs::file_size(file = path, ignored);
      reports.push_back(validator.validate(path));
    }
  }
  const publish::Format format = m_format == "json"  ? publish::Format::json
                                 : m_format == "csv" ? publish::Format::csv
                                                     : publish::Format::table;
  const std::string text = publish::render_validation(
      reports, format, m_language.language, m_output.empty() ? standard_output() : publish::Terminal{});
  if (m_output.empty())
    write_out(text);
  else
    write_file(m_output, text);
  return std::all_of(reports.begin(), reports.end(), [](const auto& report) { return report.valid(); }) ? 0
                                                                                                        : 1;
}

} // namespace kept::app
