// SPDX-License-Identifier: Apache-2.0
#include "serve/site/publish_site.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "serve/site/site_answers.hpp"
#include "serve/site/site_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

namespace kept::serve {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view k_asks_server = R"(name="kept-data" content="api")";
constexpr std::string_view k_reads_files = R"(name="kept-data" content="files")";

/// The built page; its index.html told to read files.
void copy_page(const fs::path& page, SiteFolder& site) {
  std::error_code error;
  if (!fs::is_regular_file(page / "index.html", error))
    throw Error(ErrorKind::input, "the page is not built", page.string(),
                "run `make setup` in the project, or name a folder that holds the built page with --page");
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(page)) {
    if (!entry.is_regular_file())
      continue;
    const std::string name = entry.path().lexically_relative(page).generic_string();
    std::string bytes = read_file(entry.path());
    if (name == "index.html") {
      const std::size_t at = bytes.find(k_asks_server);
      if (at == std::string::npos)
        throw Error(ErrorKind::input, "does not say where the page's data are", entry.path().string(),
                    "build the page again");
      bytes.replace(at, k_asks_server.size(), k_reads_files);
    }
    site.write(name, bytes);
  }
}

/// One file to be written; gives its name.
struct Step {
  std::string file;
  std::function<void()> write;
};

/// The steps, by `threads` threads. Throws what the first of them throws, when all have stopped.
void run(const std::vector<Step>& steps, unsigned threads, const SiteOptions& options) {
  std::atomic<std::size_t> next{0};
  std::size_t done = 0;
  std::exception_ptr failure;
  std::mutex mutex; // of done, failure and the progress
  const auto work = [&] {
    for (std::size_t i = next++; i < steps.size(); i = next++) {
      try {
        steps[i].write();
      } catch (...) {
        const std::scoped_lock lock(mutex);
        if (!failure)
          failure = std::current_exception();
        next = steps.size();
        return;
      }
      const std::scoped_lock lock(mutex);
      if (options.progress)
        options.progress(++done, steps.size(), steps[i].file);
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i)
      others.emplace_back(work);
    work();
  }
  if (failure)
    std::rethrow_exception(failure);
}

std::string manifest(const SiteFolder& site, const State& state) {
  publish::JsonWriter json;
  json.begin_object();
  json.field("framework", state.framework().id);
  json.field("illustrative", state.framework().illustrative);
  json.field("as_of", state.as_of());
  json.field("store_version", state.version());
  json.field("program_version", state.program_version());
  json.key("files");
  json.begin_array();
  for (const auto& [name, file] : site.files()) {
    json.begin_object();
    json.field("path", name);
    json.field("size", file.size);
    json.field("sha256", file.sha256);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

} // namespace

SiteSummary publish_site(SiteOptions options) {
  SiteFolder site(options.folder);
  copy_page(options.page, site);
  options.state.export_folder = site.root();
  options.state.patience = std::chrono::hours(1);
  Api api(options.state);
  const std::shared_ptr<const State> state = api.states().current();

  std::vector<Step> steps;
  for (const store::ExportedView& view : state->store().exported_views())
    for (const auto& [format, extension] :
         {std::pair(store::ExportFormat::csv, "csv"), std::pair(store::ExportFormat::parquet, "parquet")}) {
      const std::string name = fmt::format("tables/{}.{}", view.name, extension);
      steps.push_back({name, [&site, &state, view, format = format, name] {
                         state->store().export_view(view, format, site.place(name));
                         site.add(name);
                       }});
    }
  for (SiteAnswer& answer : site_answers(api, state))
    steps.push_back({answer.file, [&site, answer] { site.write(answer.file, answer.content()); }});
  run(steps, options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency()),
      options);

  site.write(std::string(k_manifest), manifest(site, *state));
  SiteSummary summary{site.files().size(), 0, state->as_of()};
  for (const auto& [name, file] : site.files())
    summary.bytes += file.size;
  site.finish();
  return summary;
}

} // namespace kept::serve
