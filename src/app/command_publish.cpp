// SPDX-License-Identifier: Apache-2.0
#include "app/command_publish.hpp"

#include "app/output.hpp"
#include "app/progress_bar.hpp"
#include "serve/page_files.hpp"
#include "serve/site/publish_site.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace kept::app {

void CommandPublish::setup(CLI::App& program) {
  CLI::App& app = add_to(program, "publish", "The page and its data as files, for any web host",
                         "  kept publish site --store my.kept --as-of 2026-06-30\n"
                         "  python3 -m http.server --directory site");
  app.add_option("DIR", m_folder, "The folder to write; a site that is there is replaced whole")->required();
  app.add_option("--page", m_page,
                 "The folder of the built page (default: the one that came with the program)")
      ->type_name("DIR");
  add_number_option(app, "--threads", m_threads,
                    "Threads to work with (default: as many as the machine has)");
  app.add_flag("--quiet", m_quiet, "Neither progress nor summary");
  m_store.add_to(app);
  m_ledger.add_to(app);
  m_as_of.add_to(app);
}

int CommandPublish::run() {
  serve::SiteOptions options;
  options.state.store = m_store.path;
  options.state.ledger = m_ledger.folder();
  options.state.data = m_ledger.data.folder();
  options.state.as_of = m_as_of.date();
  options.state.program_version = KEPT_VERSION;
  options.folder = m_folder;
  options.page =
      m_page.empty() ? serve::page_folder_beside(m_ledger.data.folder()) : std::filesystem::path(m_page);
  options.threads = m_threads.value_or(0);
  serve::SiteSummary summary;
  {
    ProgressBar bar(!m_quiet, ProgressUnit::files);
    options.progress = [&](std::uint64_t done, std::uint64_t all, std::string_view file) {
      bar.show(done, all, file);
    };
    summary = serve::publish_site(options);
  }
  if (!m_quiet)
    write_out(fmt::format("{} files, {:.1f} MB, as of {}, in {}\n", summary.files,
                          static_cast<double>(summary.bytes) / 1e6, summary.as_of.to_string(), m_folder));
  return 0;
}

} // namespace kept::app
