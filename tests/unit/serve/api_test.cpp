// SPDX-License-Identifier: Apache-2.0
#include "serve/api.hpp"

#include "load/load.hpp"
#include "scratch_folder.hpp"
#include "serve/endpoints.hpp"
#include "serve/page_files.hpp"
#include "store/flow_questions.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>

namespace kept::serve {
namespace {

namespace fs = std::filesystem;

const fs::path k_source = KEPT_SOURCE_DIR;

/// The illustrative framework, served from a store of its own.
class Served {
public:
  Served() : m_ledger(m_folder / "ledger") {
    fs::copy(k_source / "examples" / "illustrative", m_ledger);
    load::Options options;
    options.store = m_folder / "test.kept";
    options.paths = {m_ledger.string()};
    options.data = k_source / "data";
    load::load(options);
    StateOptions state;
    state.store = options.store;
    state.data = options.data;
    state.ledger = m_ledger;
    state.as_of = Date::from_ymd(2026, 9, 15);
    state.program_version = "test";
    m_api =
        std::make_unique<Api>(state, [this](const std::string& failure) { m_failures += failure + "\n"; });
  }
  Answer get(const std::string& target) { return m_api->answer(parse_target("GET", target)); }
  Api& api() { return *m_api; }
  fs::path ledger() const { return m_ledger; }
  const std::string& failures() const { return m_failures; }

private:
  test::ScratchFolder m_folder;
  fs::path m_ledger;
  std::string m_failures;
  std::unique_ptr<Api> m_api;
};

Served& served() {
  static Served one; // loading takes a while
  return one;
}

const std::map<std::string, std::string, std::less<>> k_samples{
    {"statements/{id}", "statements/harbour-8m"},
    {"statements/{id}/trail", "statements/harbour-8m/trail"},
    {"flows", "flows?by=provider,place"},
    {"activities/{iati_identifier...}", "activities/XX-EXA-AID-1"},
    {"indicators/{id}", "indicators/under_five_mortality_rate"},
    {"ranks", "ranks?indicator=under_five_mortality_rate&group=low-income"},
    {"source-lines", "source-lines?source=data%2Fobservations.csv&line=2"}};

std::string sample(const Endpoint& endpoint) {
  const auto known = k_samples.find(endpoint.path);
  return std::string("/api/v1/") + (known == k_samples.end() ? std::string(endpoint.path) : known->second);
}

} // namespace

TEST_CASE("every endpoint answers with its keys, the same each time") {
  for (const Endpoint& endpoint : endpoints()) {
    CAPTURE(endpoint.path);
    const Answer answer = served().get(sample(endpoint));
    CHECK(answer->status == 200);
    CHECK(answer->etag.empty() == !endpoint.lasting);
    for (const Key& key : endpoint.keys)
      CHECK(answer->body.find("\n  \"" + std::string(key.name) + "\": ") != std::string::npos);
    CHECK(served().get(sample(endpoint))->body == answer->body);
  }
  CHECK(served().failures() == "");
}

TEST_CASE("an answer without limits is whole") {
  Request request = parse_target("GET", "/api/v1/transactions?limit=1");
  request.unlimited = true;
  const std::string whole = served().api().answer(request)->body;
  const std::string one = served().get("/api/v1/transactions?limit=1")->body;
  CHECK(whole.size() > 5 * one.size());
  for (const Endpoint& endpoint : endpoints()) {
    Request each = parse_target("GET", sample(endpoint));
    each.unlimited = true;
    CAPTURE(endpoint.path);
    CHECK(served().api().answer(each)->status == 200);
  }
}

TEST_CASE("every flow in one table adds up to what is asked by groups") {
  const auto state = served().api().states().current();
  store::FlowFilter filter;
  filter.types = {"3", "4"};
  filter.illustrative = true;
  const store::Table table = state->ask(store::all_flows_question(filter));
  CHECK(table.columns.size() == std::size(store::k_flow_keys) + 2);
  Decimal sum;
  for (const auto& row : table.rows)
    if (row.back())
      sum += Decimal::parse(*row.back()).value();
  const store::Table whole = state->ask(store::flow_groups_question(filter, {"type"}, 0));
  CHECK(sum == Decimal::parse(whole.rows.at(0).at(2).value()).value());
}

TEST_CASE("what cannot be answered is a problem with its status") {
  const std::map<std::string, int> asked{
      {"/api/v1/nothing", 404},
      {"/nothing", 404},
      {"/api/v1/statements/nothing", 404},
      {"/api/v1/indicators/nothing", 404},
      {"/api/v1/activities/nothing", 404},
      {"/api/v1/statements?limit=1", 400},
      {"/api/v1/flows", 400},
      {"/api/v1/flows?by=nothing", 400},
      {"/api/v1/flows?by=place,year,type", 400},
      {"/api/v1/ranks?indicator=x&group=world", 400},
      {"/api/v1/ranks?indicator=under_five_mortality_rate&group=world&top=x", 400},
      {"/api/v1/outlook?group=world&area=KE", 400},
      {"/api/v1/outlook?area=Atlantis", 400}};
  for (const auto& entry : asked) { // clang 14 captures no structured binding
    CAPTURE(entry.first);
    const Answer answer = served().get(entry.first);
    CHECK(answer->status == entry.second);
    CHECK(answer->content_type == "application/problem+json");
    CHECK(answer->etag.empty());
  }
  CHECK(served().api().answer(parse_target("POST", "/api/v1/statements"))->status == 405);
}

TEST_CASE("a changed ledger is another state, and one that is broken leaves the old") {
  Served here;
  const std::string version = here.api().states().current()->version();
  const fs::path file = here.ledger() / "parties.yaml";
  const std::string text = read_file(file);
  write_file(file, text + "\n# another comment\n");
  here.api().states().refresh();
  const std::string changed = here.api().states().current()->version();
  CHECK(changed != version);
  write_file(file, "parties: [");
  here.api().states().refresh();
  CHECK(here.api().states().current()->version() == changed);
  CHECK(here.api().states().trouble() != "");
  CHECK(here.get("/api/v1/statements")->status == 200);
  CHECK(here.get("/api/v1/health")->body.find("\"stale\"") != std::string::npos);
  write_file(file, text);
  here.api().states().refresh();
  CHECK(here.api().states().current()->version() == version);
  CHECK(here.api().states().trouble() == "");
}

TEST_CASE("the page is the files that were there at the start, hashed names for ever") {
  test::ScratchFolder folder;
  folder.write("dist/index.html", "<p>page");
  folder.write("dist/assets/a-1234.js", "let a");
  folder.write("secret", "secret");
  const PageFiles page(folder / "dist");
  CHECK(page.find("/")->body == "<p>page");
  CHECK(page.find("/assets/a-1234.js")->content_type == "text/javascript; charset=utf-8");
  CHECK(page.find("/assets/a-1234.js")->cache_control.find("immutable") != std::string_view::npos);
  CHECK(page.find("/index.html")->cache_control == "no-cache");
  for (const char* path : {"/../secret", "/assets/../../secret", "/assets", "", "secret", "/assets/"})
    CHECK(page.find(path) == nullptr);
  CHECK_FALSE(PageFiles(folder / "absent").built());
  CHECK(PageFiles(folder / "absent").find("/")->body.find("--page") != std::string::npos);
}

} // namespace kept::serve
