// SPDX-License-Identifier: Apache-2.0
#include "app/command_serve.hpp"

#include "app/output.hpp"
#include "app/stop_signals.hpp"
#include "base/error.hpp"
#include "serve/http_server.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

namespace kept::app {
namespace {

constexpr unsigned k_port = 8311, k_highest_port = 65535;

} // namespace

void CommandServe::setup(CLI::App& program) {
  CLI::App& app = add_to(program, "serve", "The answers and their page over HTTP, for browsers and programs",
                         "  kept serve --store my.kept\n"
                         "  kept serve --store my.kept --as-of 2026-06-30 --port 8080");
  app.add_option("--host", m_host, "The address to listen at (default: 127.0.0.1, this machine alone)")
      ->type_name("ADDRESS");
  add_number_option(app, "--port", m_port, "The port to listen at; 0 picks a free one (default: 8311)");
  app.add_option("--page", m_page,
                 "The folder of the built page (default: the one that came with the program)")
      ->type_name("DIR");
  m_store.add_to(app);
  m_ledger.add_to(app);
  m_as_of.add_to(app);
}

int CommandServe::run() {
  const unsigned port = m_port.value_or(k_port);
  if (port > k_highest_port)
    throw Error(ErrorKind::usage, fmt::format("{} is no port: they go to {}", port, k_highest_port),
                "--port");
  StopSignals signals; // before any thread begins, so that none of them takes a signal
  serve::StateOptions options;
  options.store = m_store.path;
  options.ledger = m_ledger.folder();
  options.data = m_ledger.data.folder();
  if (!m_as_of.text.empty())
    options.as_of = m_as_of.date();
  options.program_version = KEPT_VERSION;
  serve::Api api(options, [](const std::string& failure) { fmt::print(stderr, "kept: {}\n", failure); });
  api.answer_ahead();
  const serve::PageFiles page(m_page.empty() ? serve::page_folder_beside(m_ledger.data.folder())
                                             : std::filesystem::path(m_page));
  serve::HttpServer server(api, page, m_host, static_cast<int>(port));
  const std::string host = m_host.find(':') == std::string::npos ? m_host : "[" + m_host + "]";
  write_out(
      fmt::format("kept serves {} at http://{}:{}/ (Ctrl-C ends)\n", m_store.path, host, server.port()));
  std::fflush(stdout);
  signals.on_stop([&server] { server.stop(); });
  server.run();
  return 0;
}

} // namespace kept::app
