// SPDX-License-Identifier: Apache-2.0
#include "app/command_load.hpp"

#include "app/empty_store.hpp"
#include "app/load_summary.hpp"
#include "app/output.hpp"
#include "app/progress_bar.hpp"
#include "app/terminal_state.hpp"

#include <CLI/CLI.hpp>

#include <chrono>

namespace kept::app {

void CommandLoad::setup(CLI::App& program) {
  CLI::App& app = add_to(program, "load", "Read files into the store, all of them or none",
                         "  kept load --store my.kept iati/ rates.csv participants.csv\n"
                         "  kept load --store my.kept --map survey.yaml survey.csv\n"
                         "  kept load --store my.kept --remove iati/old.xml");
  app.add_option("PATH", m_options.paths, "Files, and folders in which every file of a known kind is taken");
  app.add_option("--map", m_options.map, "How to read the columns of the tables given (docs/formats/maps.md)")
      ->type_name("FILE");
  app.add_option("--remove", m_options.remove,
                 "Take this source out, as `kept sources` names it; may be repeated")
      ->type_name("NAME")
      ->allow_extra_args(false);
  app.add_flag("--replace", m_options.replace, "Read files again that did not change since they were loaded");
  app.add_flag("--verify", m_options.verify,
               "Tell by their content which files did not change, not by size and time of change");
  app.add_flag("--rules", m_options.judge,
               "Judge activities by the rules of the standard too, as `kept validate` does");
  add_number_option(app, "--threads", m_threads,
                    "Threads to work with (default: as many as the machine has)");
  m_unpack.add_to(app);
  app.add_option("--format", m_format, "Of the summary: table or json (default: table)")
      ->type_name("NAME")
      ->check(CLI::IsMember({"table", "json"}).description(""));
  app.add_flag("--quiet", m_quiet, "Neither progress nor summary");
  m_store.add_to(app);
  m_data.add_to(app);
}

int CommandLoad::run() {
  set_unpack_limits(m_unpack.limits);
  m_options.store = m_store.path;
  m_options.data = m_data.folder();
  m_options.empty_store = empty_store();
  m_options.threads = m_threads.value_or(0);
  const auto start = std::chrono::steady_clock::now();
  load::Summary summary;
  {
    ProgressBar bar(!m_quiet);
    m_options.progress = [&](const load::Progress& progress) {
      bar.show(progress.bytes, progress.total_bytes, progress.source);
    };
    summary = load::load(m_options);
  }
  if (m_quiet)
    return 0;
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  write_out(m_format == "json" ? load_summary_as_json(summary, seconds)
                               : load_summary_as_table(summary, seconds, standard_output()));
  return 0;
}

} // namespace kept::app
