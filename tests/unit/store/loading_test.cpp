// SPDX-License-Identifier: Apache-2.0
#include "store/loading.hpp"

#include "base/error.hpp"
#include "store/example_facts.hpp"

#include <doctest/doctest.h>

#include <thread>

namespace kept::store {
namespace {

std::string digest(const std::filesystem::path& store) {
  return Store(store).digest();
}

facts::Activity updated(facts::Activity made, const char* when) {
  made.last_updated = Moment::parse(when).value();
  return made;
}

ExampleSource wells() {
  return example_source("wells.xml", 'a', {activity("XE-1", {transaction("3", "2024-03-15", "100")})});
}
ExampleSource schools() {
  return example_source("schools.xml", 'b', {activity("XE-2", {transaction("4", "2024-03-20", "250")})});
}

} // namespace

TEST_CASE("a load leaves one file and nothing beside it") {
  const TestFolder here;
  load(here.store(), {wells(), schools()});
  CHECK(here.files() == std::vector<std::string>{"test.kept"});
  load(here.store(), {example_source("third.xml", 'c')});
  CHECK(here.files() == std::vector<std::string>{"test.kept"});
  CHECK(rows(here.store(), "SELECT source FROM sources ORDER BY source") ==
        std::vector<std::string>{"schools.xml", "third.xml", "wells.xml"});
}

TEST_CASE("no row is lost where row groups are full and several writers have some left") {
  // A writer hands over 16 chunks of 2,048 rows, then 15 at a time (store/duckdb_appender.hpp).
  const auto numbered = [](int from, int to) {
    std::vector<facts::Finding> findings;
    for (int line = from; line < to; ++line) {
      facts::Finding& finding = findings.emplace_back();
      finding.rule = "bad-date";
      finding.line = static_cast<std::uint32_t>(line);
      finding.message = "text";
    }
    return findings;
  };
  for (const int count : {2'047, 2'048, 32'767, 32'768, 32'769, 63'488, 70'000})
    for (const int writers : {1, 3}) {
      CAPTURE(count);
      CAPTURE(writers);
      const TestFolder here;
      Loading loading(here.store());
      const SourceNumber number = loading.begin_source();
      std::vector<std::thread> threads;
      for (int i = 0; i < writers; ++i)
        threads.emplace_back([&, i] { loading.write(number, numbered(i * count, (i + 1) * count)); });
      for (std::thread& thread : threads)
        thread.join();
      loading.finish_source(number, wells().source);
      loading.commit();
      const std::string all = std::to_string(writers * count);
      CHECK(rows(here.store(), "SELECT count(*), count(DISTINCT line), max(line) + 1 FROM findings") ==
            std::vector<std::string>{all + "|" + all + "|" + all});
    }
}

TEST_CASE("sources come back as they were given, sorted by name") {
  const TestFolder here;
  load(here.store(), {wells(), schools()});
  const Loading loading(here.store());
  const std::vector<facts::Source> sources = loading.sources();
  REQUIRE(sources.size() == 2);
  CHECK(sources[0].name == "schools.xml");
  CHECK(sources[1].location == "/somewhere/wells.xml");
  CHECK(sources[1].sha256 == std::string(64, 'a'));
  CHECK(sources[1].size == 1234);
  CHECK(sources[1].kind == facts::SourceKind::iati_activities);
  CHECK(sources[1].generated == Moment::parse("2024-06-01").value());
  CHECK(sources[1].publishers == std::vector<std::string>{"XE-EXAMPLE"});
}

TEST_CASE("a source taken out leaves the content as if it had never been there") {
  const TestFolder here;
  load(here.store(), {wells()});
  const std::string before = digest(here.store());
  load(here.store(), {schools()});
  CHECK(digest(here.store()) != before);
  Loading loading(here.store());
  loading.remove("schools.xml");
  CHECK(loading.sources().size() == 1);
  loading.commit();
  CHECK(digest(here.store()) == before);
}

TEST_CASE("taking out a source that is not there names the nearest one") {
  const TestFolder here;
  load(here.store(), {wells()});
  Loading loading(here.store());
  try {
    loading.remove("well.xml");
    FAIL("removed");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK(error.remedy() == "did you mean \"wells.xml\"?");
  }
}

TEST_CASE("a replaced source counts with its new facts only") {
  const TestFolder here;
  load(here.store(), {wells()});
  ExampleSource newer =
      example_source("wells.xml", 'd', {activity("XE-1", {transaction("3", "2024-03-15", "70")})});
  {
    Loading loading(here.store());
    loading.remove("wells.xml");
    write_source(loading, newer);
    loading.commit();
  }
  const TestFolder there;
  load(there.store(), {newer});
  CHECK(rows(here.store(), "SELECT sum(value), count(*) FROM flows") ==
        std::vector<std::string>{"70.0000|2"});
  CHECK(digest(here.store()) == digest(there.store()));
}

TEST_CASE("of activities with the same identifier the newest counts, in any order of loading (RULES 1)") {
  const ExampleSource older = example_source(
      "a.xml", 'a',
      {updated(activity("XE-1", {transaction("3", "2024-03-15", "100"), transaction("3", "2024-03-15", "x")}),
               "2024-01-01")});
  const ExampleSource newer = example_source(
      "b.xml", 'b', {updated(activity("XE-1", {transaction("3", "2024-03-15", "300")}), "2024-02-01")});
  const TestFolder one, other, at_once;
  load(one.store(), {older});
  load(one.store(), {newer});
  load(other.store(), {newer});
  load(other.store(), {older});
  load(at_once.store(), {newer, older});
  for (const auto& store : {one.store(), other.store()})
    CHECK(digest(store) == digest(at_once.store()));
  const Store store(one.store());
  CHECK(rows(store, "SELECT source, superseded FROM activities ORDER BY source") ==
        std::vector<std::string>{"a.xml|true", "b.xml|false"});
  CHECK(
      rows(store, "SELECT value, counted, reason FROM transactions ORDER BY source, line") ==
      std::vector<std::string>{"100.0000|false|duplicate activity", "-|false|bad value", "300.0000|true|-"});
  CHECK(rows(store, "SELECT sum(value) FROM flows") == std::vector<std::string>{"300.0000"});
  CHECK(
      rows(store, "SELECT source, line, message, amount, currency FROM findings "
                  "WHERE rule = 'duplicate-activity'") ==
      std::vector<std::string>{"a.xml|2|the same activity stands in b.xml:2, which counts: 1 transaction not "
                               "counted|100.0000|EUR"});

  Loading loading(one.store());
  loading.remove("b.xml");
  loading.commit();
  CHECK(rows(one.store(), "SELECT counted FROM transactions WHERE value = 100") ==
        std::vector<std::string>{"true"});
}

TEST_CASE("activities without an identifier do not duplicate each other (RULES 1)") {
  const TestFolder here;
  load(here.store(), {example_source("a.xml", 'a',
                                     {activity("", {transaction("3", "2024-03-15", "1")}),
                                      activity("", {transaction("3", "2024-03-15", "2")})})});
  CHECK(rows(here.store(), "SELECT sum(value) FROM flows") == std::vector<std::string>{"3.0000"});
}

TEST_CASE("made-up data does not supersede real data") {
  const TestFolder here;
  ExampleSource made_up = example_source("z.xml", '0', {updated(wells().activities[0], "2030-01-01")});
  made_up.source.illustrative = true;
  load(here.store(), {wells(), made_up});
  CHECK(rows(here.store(), "SELECT count(*) FROM activities WHERE superseded") ==
        std::vector<std::string>{"0"});
}

TEST_CASE("only one load at a time; the second is told which process is writing") {
  const TestFolder here;
  const Loading first(here.store());
  try {
    const Loading second(here.store());
    FAIL("two loads at once");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::store);
    CHECK(error.happened() == "another load (process " + std::to_string(::getpid()) + ") is writing");
  }
}

TEST_CASE("readers go on with the old state while a load writes and after it is done") {
  const TestFolder here;
  load(here.store(), {wells()});
  const Store reader(here.store());
  const std::string before = reader.digest();
  {
    Loading loading(here.store());
    write_source(loading, schools());
    CHECK(digest(here.store()) == before);
    loading.commit();
  }
  CHECK(reader.digest() == before);
  CHECK(rows(reader, "SELECT count(*) FROM transactions") == std::vector<std::string>{"1"});
  CHECK(rows(here.store(), "SELECT count(*) FROM transactions") == std::vector<std::string>{"2"});
}

TEST_CASE("a load that is given up leaves nothing, be there a store or not") {
  const TestFolder here;
  {
    Loading loading(here.store());
    write_source(loading, wells());
  }
  CHECK(here.files().empty());
  load(here.store(), {wells()});
  const std::string before = digest(here.store());
  {
    Loading loading(here.store());
    loading.remove("wells.xml");
    write_source(loading, schools());
  }
  CHECK(digest(here.store()) == before);
  CHECK(here.files() == std::vector<std::string>{"test.kept"});
}

TEST_CASE("a load that changes nothing does not touch the store") {
  const TestFolder here;
  load(here.store(), {wells()});
  const auto written = std::filesystem::last_write_time(here.store());
  Loading loading(here.store());
  CHECK_FALSE(loading.set_reference(example_reference()));
  loading.commit();
  CHECK(std::filesystem::last_write_time(here.store()) == written);
}

TEST_CASE("the state of a source's file comes back to the nanosecond, with numbers of all 64 bits") {
  const TestFolder here;
  ExampleSource made = wells();
  made.source.state = {made.source.size, FileTime(std::chrono::nanoseconds(1'718'000'000'123'456'789)),
                       0xFFFF'FFFF'0000'0001, 0x8000'0000'0000'0042};
  made.source.settled = true;
  load(here.store(), {made, schools()});
  const auto sources = Loading(here.store()).sources();
  CHECK_FALSE(sources[0].state);
  CHECK_FALSE(sources[0].settled);
  CHECK(sources[1].state == made.source.state);
  CHECK(sources[1].settled);
}

TEST_CASE("a state that is noted is kept when the load changes something else, and only then") {
  const TestFolder here;
  load(here.store(), {wells()});
  const std::string before = digest(here.store());
  const auto written = std::filesystem::last_write_time(here.store());
  const FileState state{1234, FileTime(std::chrono::seconds(5)), 6, 7};
  {
    Loading loading(here.store());
    loading.note_state("wells.xml", state, true);
    loading.commit();
  }
  CHECK(std::filesystem::last_write_time(here.store()) == written);
  CHECK_FALSE(Loading(here.store()).sources()[0].state);
  {
    Loading loading(here.store());
    loading.note_state("wells.xml", state, true);
    write_source(loading, schools());
    loading.commit();
  }
  CHECK(Loading(here.store()).sources()[1].state == state);
  CHECK(Loading(here.store()).sources()[1].settled);
  Loading loading(here.store());
  loading.remove("schools.xml");
  loading.commit();
  CHECK(digest(here.store()) == before); // no part of what is told of a source
}

TEST_CASE("a source that was begun and not finished is not part of the new state") {
  const TestFolder here;
  Loading loading(here.store());
  loading.set_reference(example_reference());
  const SourceNumber number = loading.begin_source();
  const std::vector<facts::Finding> findings = {
      {"damaged-file", facts::Severity::critical, 1, "", "cut", {}, ""}};
  loading.write(number, findings);
  write_source(loading, wells());
  loading.commit();
  CHECK(rows(here.store(), "SELECT count(*) FROM findings") == std::vector<std::string>{"0"});
  CHECK(rows(here.store(), "SELECT source FROM sources") == std::vector<std::string>{"wells.xml"});
}

TEST_CASE("several threads write side by side; the content does not depend on them") {
  constexpr int k_batches = 40, k_activities = 100;
  const auto write_with = [&](const std::filesystem::path& store, int threads) {
    Loading loading(store);
    loading.set_reference(example_reference());
    const std::vector<facts::Rate> rates = loading.rates();
    const derive::RateTable table(rates);
    const SourceNumber number = loading.begin_source();
    const auto write_share = [&](int first) {
      for (int b = first; b < k_batches; b += threads) {
        facts::Batch batch;
        std::vector<derive::DerivedActivity> derived;
        std::vector<facts::Finding> findings;
        for (int i = 0; i < k_activities; ++i) {
          const auto id = static_cast<std::uint32_t>(b * k_activities + i);
          facts::Activity made =
              activity(batch.text.store("XE-" + std::to_string(id)),
                       {transaction("3", "2024-03-15", batch.text.store(std::to_string(id)))});
          made.ordinal = made.transactions[0].ordinal = id;
          made.line = made.transactions[0].line = id;
          made.transactions[0].receiver.organisation.name =
              batch.text.store("Village " + std::to_string(id % 7));
          derived.push_back(derive::derive_activity(made, table, findings));
          batch.activities.push_back(std::move(made));
        }
        loading.write(number, batch, derived, findings);
      }
    };
    {
      std::vector<std::jthread> others;
      for (int i = 1; i < threads; ++i)
        others.emplace_back(write_share, i);
      write_share(0);
    }
    loading.finish_source(number, wells().source);
    loading.commit();
  };
  const TestFolder one, three;
  write_with(one.store(), 1);
  write_with(three.store(), 3);
  CHECK(rows(three.store(), "SELECT count(*), sum(value) FROM transactions") ==
        std::vector<std::string>{"4000|7998000.0000"});
  CHECK(digest(one.store()) == digest(three.store()));
}

TEST_CASE("the findings of a load are summed by rule and currency") {
  const TestFolder here;
  load(here.store(), {wells()});
  Loading loading(here.store());
  write_source(loading, example_source("c.xml", 'c',
                                       {activity("XE-3", {transaction("3", "2025-11-15", "5"),
                                                          transaction("3", "2025-12-15", "6"),
                                                          transaction("3", "2024-03-15", "?")})}));
  loading.commit();
  const std::vector<FindingSum> sums = loading.findings();
  REQUIRE(sums.size() == 2);
  CHECK(sums[0].rule == "bad-value");
  CHECK(sums[0].severity == "error");
  CHECK_FALSE(sums[0].amount.has_value());
  CHECK(sums[1].rule == "no-rate");
  CHECK(sums[1].count == 2);
  CHECK(sums[1].currency == "EUR");
  CHECK(sums[1].amount == dec("11"));
}

TEST_CASE("text that is not UTF-8 is repaired, not refused") {
  const TestFolder here;
  facts::Activity made = activity("XE-1", {});
  made.titles = {{"caf\xE9", "fr"}};
  load(here.store(), {example_source("a.xml", 'a', {made})});
  CHECK(rows(here.store(), "SELECT title FROM activities") == std::vector<std::string>{"caf\xEF\xBF\xBD"});
}

} // namespace kept::store
