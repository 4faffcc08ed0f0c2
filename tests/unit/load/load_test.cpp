// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "load/workplace.hpp"
#include "store/store.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace kept::load {
namespace {

namespace fs = std::filesystem;

const std::string k_shared = KEPT_SOURCE_DIR "/../shared/data";

bool shared_data_is_here() {
  if (fs::is_directory(k_shared))
    return true;
  MESSAGE("skipped: the shared data is not here");
  return false;
}

std::string answer(const std::string& store, const std::string& sql) {
  const store::Table table = store::Store(store).query(sql);
  return table.rows.at(0).at(0).value_or("NULL");
}

std::string digest(const std::string& store) {
  return store::Store(store).digest();
}

Outcome only_outcome(const Summary& summary) {
  REQUIRE(summary.sources.size() == 1);
  return summary.sources[0].outcome;
}

std::vector<std::string> real_files() {
  std::vector<std::string> files;
  for (const char* folder : {"/iati", "/iati-v1"})
    for (const auto& entry : fs::directory_iterator(k_shared + folder))
      files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

} // namespace

TEST_CASE("of a folder every source that is recognised is taken, the rest is listed") {
  const Workplace here;
  here.write("evidence/a.xml", activities(activity("XE-1", "100", "2024-05-01T00:00:00Z")));
  here.write("evidence/deeper/people.csv", "person,country,sex,birth_year,programme,status,date\n"
                                           "p1,XA,female,1990,exchange,completed,2024-05-01\n");
  here.write("evidence/notes.txt", "nothing to see");
  const Summary summary = load(here.options({here.path("evidence")}));
  REQUIRE(summary.sources.size() == 2);
  CHECK(summary.sources[0].activities == 1);
  CHECK(summary.sources[0].transactions == 1);
  CHECK(summary.sources[1].rows == 1);
  REQUIRE(summary.passed_over.size() == 1);
  CHECK(summary.passed_over[0].path == here.path("evidence/notes.txt"));
}

TEST_CASE("a file named by itself that is of no known kind is an error that lists what is supported") {
  const Workplace here;
  const std::string notes = here.write("notes.txt", "nothing to see");
  try {
    load(here.options({notes}));
    FAIL("loaded");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    CHECK(error.where() == notes);
    CHECK(error.remedy().find("IATI") != std::string::npos);
  }
  CHECK_FALSE(fs::exists(here.path("test.kept")));
}

TEST_CASE("an empty file and a missing file are named as such") {
  const Workplace here;
  CHECK_THROWS_WITH_AS(load(here.options({here.write("empty.xml", "")})), doctest::Contains("is empty"),
                       Error);
  CHECK_THROWS_WITH_AS(load(here.options({here.path("missing.xml")})), doctest::Contains("no such file"),
                       Error);
}

TEST_CASE("what has not changed is skipped, what has changed is replaced") {
  const Workplace here;
  const std::string file = here.write("a.xml", activities(activity("XE-1", "100", "2024-05-01T00:00:00Z")));
  CHECK(only_outcome(load(here.options({file}))) == Outcome::loaded);
  CHECK(only_outcome(load(here.options({file}))) == Outcome::unchanged);
  Options again = here.options({file});
  again.replace = true;
  CHECK(only_outcome(load(again)) == Outcome::replaced);
  here.write("a.xml", activities(activity("XE-1", "250", "2024-05-02T00:00:00Z")));
  CHECK(only_outcome(load(here.options({file}))) == Outcome::replaced);
  CHECK(answer(here.path("test.kept"), "SELECT string_agg(value, ' ') FROM transactions") == "250.0000");
}

TEST_CASE("a source taken out leaves nothing behind") {
  const Workplace here;
  const std::string a = here.write("a.xml", activities(activity("XE-1", "100", "2024-05-01T00:00:00Z")));
  const std::string b = here.write("b.xml", activities(activity("XE-2", "200", "2024-05-01T00:00:00Z")));
  load(here.options({a}));
  const std::string before = digest(here.path("test.kept"));
  load(here.options({b}));
  CHECK(digest(here.path("test.kept")) != before);
  Options remove = here.options({});
  remove.remove = {fs::path(b).lexically_normal().string()};
  CHECK(only_outcome(load(remove)) == Outcome::removed);
  CHECK(digest(here.path("test.kept")) == before);
  remove.remove = {here.path("bb.xml")};
  CHECK_THROWS_AS(load(remove), Error);
}

TEST_CASE("the same content under two names counts once") {
  const Workplace here;
  const std::string content = activities(activity("XE-1", "100", "2024-05-01T00:00:00Z"));
  const Summary summary = load(here.options({here.write("a.xml", content), here.write("b.xml", content)}));
  CHECK(summary.sources.size() == 1);
  REQUIRE(summary.passed_over.size() == 1);
  CHECK(summary.passed_over[0].why == "has the same content as " + here.path("a.xml"));
}

TEST_CASE("of two files with the same activity the newest counts, in any order of loading (RULES 1)") {
  const Workplace here;
  const std::string older = here.write("a.xml", activities(activity("XE-1", "100", "2024-05-01T00:00:00Z")));
  const std::string newer = here.write("b.xml", activities(activity("XE-1", "300", "2024-05-02T00:00:00Z")));
  Options one = here.options({older});
  one.store = here.path("one.kept");
  load(one);
  one.paths = {newer};
  load(one);
  Options other = one;
  other.store = here.path("other.kept");
  load(other);
  other.paths = {older};
  load(other);
  for (const std::string& store : {one.store.string(), other.store.string()}) {
    CHECK(answer(store, "SELECT sum(value) FROM transactions WHERE counted") == "300.0000");
    CHECK(answer(store, "SELECT reason FROM transactions WHERE NOT counted") == "duplicate activity");
    CHECK(answer(store, "SELECT sum(value) FROM flows") == "300.0000");
  }
  CHECK(digest(one.store.string()) == digest(other.store.string()));
}

TEST_CASE("a loaded rate takes precedence over a shipped one, whichever was loaded first (RULES 3)") {
  const Workplace here;
  const std::string file = here.write("a.xml", activities(activity("XE-1", "100", "2024-05-01T00:00:00Z")));
  const std::string rates = here.write("rates.csv", "currency,month,usd_per_unit\nEUR,2024-03,2.5\n");
  Options first = here.options({file});
  first.store = here.path("first.kept");
  load(first);
  CHECK(answer(first.store.string(), "SELECT usd FROM transactions") != "250.0000");
  first.paths = {rates};
  load(first);
  Options last = here.options({rates, file});
  last.store = here.path("last.kept");
  load(last);
  CHECK(answer(first.store.string(), "SELECT usd FROM transactions") == "250.0000");
  CHECK(answer(first.store.string(), "SELECT sum(usd) FROM flows") == "250.0000");
  CHECK(digest(first.store.string()) == digest(last.store.string()));
  first.paths = {};
  first.remove = {rates};
  load(first);
  CHECK(answer(first.store.string(), "SELECT usd FROM transactions") != "250.0000");
}

TEST_CASE("made-up rates convert no money, and the load says so") {
  const Workplace here;
  const std::string file = here.write("a.xml", activities(activity("XE-1", "100", "2024-05-01T00:00:00Z")));
  load(here.options({file}));
  const std::string usd = answer(here.path("test.kept"), "SELECT usd FROM transactions");
  load(here.options(
      {here.write("rates.csv", "# illustrative: made up\ncurrency,month,usd_per_unit\nEUR,2024-03,100\n")}));
  CHECK(answer(here.path("test.kept"), "SELECT usd FROM transactions") == usd);
  CHECK(answer(here.path("test.kept"), "SELECT count(*) FROM findings WHERE rule = 'illustrative-rates'") ==
        "1");
}

TEST_CASE("a truncated file keeps what came before the damage and says what is lost") {
  const Workplace here;
  const std::string whole = activities(activity("XE-1", "100", "2024-05-01T00:00:00Z") +
                                       activity("XE-2", "200", "2024-05-01T00:00:00Z"));
  const std::string file = here.write("cut.xml", whole.substr(0, whole.size() - 60));
  const Summary summary = load(here.options({file}));
  CHECK(summary.sources[0].activities == 1);
  CHECK(answer(here.path("test.kept"), "SELECT count(*) FROM findings WHERE severity = 'critical'") == "1");
}

TEST_CASE("threads and the order of files do not change the content of a store") {
  if (!shared_data_is_here())
    return;
  const Workplace here;
  Options one = here.options(real_files());
  one.store = here.path("one.kept");
  load(one);
  Options two = one;
  two.store = here.path("two.kept");
  two.threads = 2;
  load(two);
  CHECK(digest(one.store.string()) == digest(two.store.string()));

  Options backwards = one;
  backwards.store = here.path("backwards.kept");
  std::vector<std::string> files = real_files();
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    backwards.paths = {*file};
    load(backwards);
  }
  CHECK(digest(one.store.string()) == digest(backwards.store.string()));
}

TEST_CASE("every transaction element of the real files has a row, and its flows add up to it") {
  if (!shared_data_is_here())
    return;
  const Workplace here;
  load(here.options(real_files()));
  const std::string store = here.path("test.kept");
  std::size_t elements = 0;
  for (const std::string& file : real_files()) {
    std::ifstream in(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    for (auto at = text.find("</transaction>"); at != std::string::npos;
         at = text.find("</transaction>", at + 1))
      ++elements;
  }
  CHECK(elements > 12'000);
  CHECK(answer(store, "SELECT count(*) FROM transactions") == std::to_string(elements));
  CHECK(answer(store,
               "SELECT count(*) FROM findings WHERE rule = 'bad-value' AND source LIKE '%covid-2021%'") ==
        "21");
  const std::string unequal =
      "SELECT count(*) FROM (SELECT t.transaction_id, any_value(t.value) AS value, "
      "any_value(t.usd) AS usd, sum(f.value) AS flows, sum(f.usd) AS flows_usd "
      "FROM transactions t LEFT JOIN flows f USING (transaction_id) WHERE t.counted "
      "GROUP BY t.transaction_id) WHERE value IS DISTINCT FROM flows OR usd IS DISTINCT FROM "
      "flows_usd";
  CHECK(answer(store, unequal) == "0");
  CHECK(answer(store, "SELECT count(*) FROM transactions WHERE NOT counted AND reason = ''") == "0");
}

TEST_CASE("a new store that begins with the bytes of an empty one is the same, also with other figures of "
          "reference") {
  const Workplace empty, without, with;
  load(empty.options({}));
  const std::string bytes = read_file(empty.path("test.kept"));
  const std::string file = with.write("a.xml", activities(activity("XE-1", "100", "2024-05-01T00:00:00Z")));
  const std::string data = with.path("data");
  fs::copy(KEPT_SOURCE_DIR "/data", data, fs::copy_options::recursive);
  std::ofstream(data + "/rates.csv", std::ios::app) << "EUR,2050-01,0.5,ILLUSTRATIVE\n";
  for (const std::string& folder : {std::string(KEPT_SOURCE_DIR "/data"), data}) {
    fs::remove(with.path("test.kept"));
    fs::remove(without.path("test.kept"));
    Options options = with.options({file});
    options.data = folder;
    options.empty_store = bytes;
    load(options);
    options.store = without.path("test.kept");
    options.empty_store = {};
    load(options);
    CHECK(digest(with.path("test.kept")) == digest(without.path("test.kept")));
  }
  CHECK(answer(with.path("test.kept"), "SELECT count(*) FROM rates WHERE month = '2050-01'") == "1");
}

} // namespace kept::load
