// SPDX-License-Identifier: Apache-2.0
#include "app/command_validate.hpp"

#include "app/output.hpp"
#include "app/progress_bar.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "publish/lines.hpp"
#include "publish/validation.hpp"
#include "validate/validate.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <limits>
#include <set>
#include <system_error>

namespace kept::app {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t k_long_file = 4'000'000; ///< bytes from which on a file gets a progress bar
constexpr unsigned k_most_threads = 256;         ///< more only cost memory, and a system may refuse them

/// The files to validate, and what could not be read on the way to them.
class FileList {
public:
  void add(const std::string& path) {
    std::error_code ignored; // what cannot be looked at cannot be opened later either
    if (!fs::is_directory(path, ignored)) {
      m_files.push_back(path);
      return;
    }
    const std::size_t first = m_files.size(), problems = m_problems.size();
    add_entries(path);
    std::sort(m_files.begin() + static_cast<std::ptrdiff_t>(first), m_files.end());
    if (m_files.size() == first && m_problems.size() == problems)
      m_problems.emplace_back(ErrorKind::input, "has no file whose name ends with .xml or .xml.gz", path,
                              "name the files themselves");
  }

  /// Each once, those of a folder by name.
  std::vector<std::string> files() const {
    std::set<std::string> known;
    std::vector<std::string> result;
    for (const std::string& file : m_files)
      if (known.insert(file).second)
        result.push_back(file);
    return result;
  }

  const std::vector<Error>& problems() const { return m_problems; }

private:
  /// Everything below `folder`. Links to folders are not followed, as they may lead back. Not a recursive
  /// iterator, which would end at the first folder that cannot be read.
  void add_entries(const fs::path& folder) {
    std::error_code problem;
    for (fs::directory_iterator entries(folder, problem); !problem && entries != fs::directory_iterator();
         entries.increment(problem)) {
      std::error_code ignored;
      if (entries->symlink_status(ignored).type() == fs::file_type::directory)
        add_entries(entries->path());
      else if (is_wanted(*entries))
        m_files.push_back(entries->path().string());
    }
    if (problem)
      m_problems.emplace_back(ErrorKind::input, "the folder cannot be read: " + problem.message(),
                              folder.string(), "check that you may read it");
  }

  /// A pipe or device is not, for reading it may never end. A link that leads nowhere is, so that it is told.
  static bool is_wanted(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".xml") && !name.ends_with(".xml.gz"))
      return false;
    std::error_code ignored;
    const fs::file_type type = entry.status(ignored).type();
    return type == fs::file_type::regular || type == fs::file_type::not_found || type == fs::file_type::none;
  }

  std::vector<std::string> m_files;
  std::vector<Error> m_problems;
};

/// How many bytes there will be to read, for the progress bar; 0 where nobody knows. What a packed file
/// unpacks to stands at its end (RFC 1952, section 2.3.1), but for multiples of 4 GiB.
std::uint64_t bytes_of(const std::string& file) {
  std::error_code unknown;
  const std::uint64_t size = fs::file_size(file, unknown);
  if (unknown || !file.ends_with(".gz"))
    return unknown ? 0 : size;
  std::array<unsigned char, 4> end{};
  std::ifstream in(file, std::ios::binary);
  in.seekg(-static_cast<std::streamoff>(end.size()), std::ios::end);
  in.read(reinterpret_cast<char*>(end.data()), end.size());
  std::uint64_t unpacked = end[0] | end[1] << 8U | end[2] << 16U | std::uint64_t{end[3]} << 24U;
  while (in && unpacked < size)
    unpacked += std::uint64_t{1} << 32U;
  return in ? unpacked : size;
}

/// To standard error, as `main` tells errors; the name of a file that was found cannot steer the terminal.
void tell(const Error& error) {
  const Error harmless(error.kind(), publish::printable(error.happened()), publish::printable(error.where()),
                       error.remedy());
  fmt::print(stderr, "kept: {}\n", harmless.what());
}

std::string refuse_no_day(const std::string& text) {
  const auto day = Date::parse(text);
  return day ? std::string() : "\"" + text + "\": " + day.error().why;
}

std::string refuse_no_bytes(const std::string& text) {
  std::uint64_t bytes = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bytes);
  return error == std::errc() && end == text.data() + text.size()
             ? std::string()
             : "\"" + text + "\": not a whole number of bytes from 0 up";
}

publish::Format format_named(const std::string& name) {
  return name == "json"  ? publish::Format::json
         : name == "csv" ? publish::Format::csv
                         : publish::Format::table;
}

} // namespace

void CommandValidate::setup(CLI::App& program) {
  CLI::App& app =
      add_to(program, "validate", "Is an IATI file what the standard asks for? Exit status 1 when it is not",
             "  kept validate activities.xml\n"
             "  kept validate --language zh --format json --output findings.json iati/");
  app.add_option("FILE", m_paths, "IATI files, and folders in which every .xml and .xml.gz is taken")
      ->required();
  app.add_option("--format", m_format, "text, json or csv (default: text)")
      ->type_name("NAME")
      ->check(CLI::IsMember({"text", "json", "csv"}).description(""));
  m_language.add_to(app);
  app.get_option("--language")->description("The language of what is said: en, zh or ko (default: en)");
  add_number_option(app, "--max-findings", m_max_findings,
                    "Findings to keep for each file; 0 for all (default: 0)");
  app.add_option("--org-prefixes", m_org_prefixes,
                 "Approved agency codes, one a line: runs the rules that need them")
      ->type_name("FILE");
  app.add_option("--max-unpacked", m_max_unpacked,
                 "How large a packed file may become; 0 for any size (default: 64 GiB)")
      ->type_name("BYTES")
      ->check(CLI::Validator(refuse_no_bytes, ""));
  add_number_option(app, "--threads", m_threads,
                    "Threads to work with (default: as many as the machine has)");
  app.add_option("--today", m_today, "What is later is in the future (default: today, UTC)")
      ->type_name("YYYY-MM-DD")
      ->check(CLI::Validator(refuse_no_day, ""));
  m_data.add_to(app);
  app.add_option("--output", m_output.file, "Write to this file instead of standard output")
      ->type_name("FILE");
}

int CommandValidate::run() {
  validate::Options options;
  options.data = m_data.folder();
  options.threads = std::min(m_threads.value_or(0), k_most_threads);
  options.max_findings = m_max_findings.value_or(0);
  options.org_prefixes = m_org_prefixes;
  options.today = m_today.empty() ? Date::today() : Date::parse(m_today).value();
  if (m_max_unpacked)
    options.largest_unpacked =
        *m_max_unpacked == 0 ? std::numeric_limits<std::uint64_t>::max() : *m_max_unpacked;

  std::string name;
  std::uint64_t size = 0;
  std::optional<ProgressBar> bar; // of the file that is being read, where that is long
  options.progress = [&](std::uint64_t bytes) {
    if (bar)
      bar->show(std::min(bytes, size), size, name);
  };
  const validate::Validator validator(std::move(options));

  FileList list;
  for (const std::string& path : m_paths)
    list.add(path);
  bool all_read = list.problems().empty(), all_valid = true;
  for (const Error& problem : list.problems())
    tell(problem);

  // What was said of a file goes out before the next one is read.
  std::optional<FileWriter> to_file;
  if (!m_output.file.empty())
    to_file.emplace(m_output.file);
  publish::ValidationWriter writer(
      format_named(m_format), m_language.language, m_output.terminal(),
      [&](std::string_view text) { to_file ? to_file->write(text) : write_out(text); });
  for (const std::string& file : list.files()) {
    validate::FileReport report;
    size = bytes_of(file);
    name = file;
    if (size >= k_long_file)
      bar.emplace(true);
    try {
      report = validator.validate(file);
    } catch (const Error& error) {
      bar.reset();
      if (error.kind() != ErrorKind::input)
        throw;
      all_read = false;
      tell(error);
      continue;
    }
    bar.reset();
    all_valid = all_valid && report.valid();
    writer.add(report);
  }
  writer.end();
  if (to_file)
    to_file->finish();
  if (!all_read)
    return exit_code(ErrorKind::input);
  return all_valid ? 0 : 1;
}

} // namespace kept::app
