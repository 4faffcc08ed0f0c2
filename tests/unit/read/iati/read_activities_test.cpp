// SPDX-License-Identifier: Apache-2.0
#include "read/iati/read_activities.hpp"

#include "base/error.hpp"
#include "base/hash.hpp"
#include "read/iati/reading.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <atomic>

namespace kept::read::iati {
namespace {

using test::activity;
using test::digest;
using test::document;
using test::read_bytes;

/// A file of several blocks: `count` activities with up to six transactions each, and here and there a
/// damaged one.
std::string large_document(int count, std::string_view line_end = "\n") {
  std::string activities;
  for (int i = 0; i < count; ++i) {
    std::string content;
    for (int t = 0; t < i % 7; ++t)
      content += fmt::format("<transaction ref='{}-{}'><transaction-type code='3'/><value>{}</value>"
                             "<description><narrative>{}</narrative></description></transaction>{}",
                             i, t, i * 10 + t, std::string(static_cast<std::size_t>(i % 400), 'x'), line_end);
    if (i % 101 == 100)
      content += "<broken>";
    activities += activity(content, fmt::format("XX-{}", i));
  }
  return document(activities);
}

} // namespace

TEST_CASE("threads change nothing of what is read (same input, same output)") {
  const test::ScratchFile file(large_document(12'000));
  const auto one = test::read_file(file.path(), 1);
  CHECK(one.batches.size() > 3);
  CHECK(one.activities().size() == 12'000 - 118);
  CHECK(one.count("damaged-activity") == 118);
  const std::string expected = digest(one);
  for (const unsigned threads : {0U, 2U, 3U, 8U}) {
    CAPTURE(threads);
    CHECK(digest(test::read_file(file.path(), threads)) == expected);
  }
}

TEST_CASE("ordinals count activities and transactions through the file") {
  const auto reading = read_bytes(large_document(8'000), 2);
  std::uint32_t expected = 0;
  for (const facts::Transaction* transaction : reading.transactions())
    CHECK(transaction->ordinal == expected++);
  CHECK(reading.activities().back()->ordinal == 7'999); // damaged ones have theirs, too
}

TEST_CASE("size, hash and progress are those of the file on the disk") {
  const std::string bytes = test::gzip(large_document(3'000));
  const test::ScratchFile file(bytes);
  for (const unsigned threads : {1U, 2U}) {
    facts::Source source;
    std::uint64_t last = 0;
    read_activities(
        file.path(), threads, source, [](std::size_t, facts::Batch&&) {},
        [&](std::uint64_t bytes_read) {
          CHECK(bytes_read >= last);
          last = bytes_read;
        });
    CHECK(source.size == bytes.size());
    CHECK(source.sha256 == sha256(bytes));
    CHECK(source.kind == facts::SourceKind::iati_activities);
    CHECK(source.publishers == std::vector<std::string>{"XX-EXAMPLE"});
    CHECK(last > 0);
  }
}

TEST_CASE("gzip and other encodings give the same facts as UTF-8") {
  const std::string text =
      document(activity("<title><narrative>caf\xC3\xA9</narrative></title>"
                        "<transaction><transaction-type code='3'/><value>5</value></transaction>"));
  std::string latin1 = text;
  latin1.replace(latin1.find("\xC3\xA9"), 2, "\xE9");
  const std::string declaration = "<?xml version='1.0' encoding='ISO-8859-1'?>";
  const auto facts_of = [](const std::string& bytes) {
    auto reading = read_bytes(bytes);
    reading.source.sha256.clear();
    return digest(reading);
  };
  const std::string expected = facts_of(text);
  CHECK(facts_of(test::gzip(text)) == expected);
  CHECK(facts_of("\xEF\xBB\xBF" + text) == expected);
  CHECK(facts_of(declaration + latin1) == expected);
  CHECK(facts_of(test::gzip(declaration + latin1)) == expected);
  CHECK(facts_of(test::utf16(latin1, false)) == expected);
  CHECK(facts_of("\xFE\xFF" + test::utf16(latin1, true)) == expected);
}

TEST_CASE("lines are exact whether they end with LF, CR or CR LF") {
  for (const std::string_view end : {"\n", "\r", "\r\n"}) {
    std::string text =
        document(activity("<sector code='1'/>\n\n<transaction>\n<sector code='2'/></transaction>\n"
                          "<title>\n<narrative>a\nb</narrative></title><budget/>\n") +
                 activity("<budget/>"));
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += end.size())
      text.replace(at, 1, end);
    const auto reading = read_bytes(text);
    REQUIRE(reading.activities().size() == 2);
    CHECK(reading.activities()[0]->line == 2);
    CHECK(reading.activities()[0]->sectors[0].line == 4);
    CHECK(reading.activities()[0]->transactions[0].line == 6);
    CHECK(reading.activities()[0]->transactions[0].sectors[0].line == 7);
    CHECK(reading.activities()[0]->titles[0].text == "a\nb"); // XML reads every line end as LF
    CHECK(reading.activities()[0]->budgets[0].line == 10);
    CHECK(reading.activities()[1]->line == 12);
    CHECK(reading.activities()[1]->budgets[0].line == 14);
  }
}

TEST_CASE("a file on one line is read like any other") {
  std::string text = document(activity("<transaction/>") + activity("<transaction/><transaction/>"));
  std::erase(text, '\n');
  const auto reading = read_bytes(text);
  CHECK(reading.activities().size() == 2);
  CHECK(reading.transactions().size() == 3);
  CHECK(reading.transactions()[2]->line == 1);
}

TEST_CASE(
    "an activity that is no sound XML is left out and told; the others are all there (damaged-activity)") {
  const auto reading = read_bytes(document(activity("<transaction/>", "A") + activity("\n<x></y>", "B") +
                                           activity("<transaction/>", "C")));
  REQUIRE(reading.activities().size() == 2);
  CHECK(reading.activities()[1]->iati_identifier == "C");
  CHECK(reading.transactions()[1]->ordinal == 1);
  const auto& finding = reading.finding("damaged-activity");
  CHECK(finding.severity == facts::Severity::error);
  CHECK(finding.iati_identifier == "B");
  CHECK(finding.line == 5);
  CHECK(finding.message.find("line 8") != std::string::npos);
}

TEST_CASE("an activity that is never closed costs no other one (damaged-activity)") {
  std::string unclosed = activity("<transaction/>", "B");
  unclosed.erase(unclosed.find("</iati-activity>"));
  const auto reading = read_bytes(document(activity("", "A") + unclosed + activity("", "C")));
  CHECK(reading.activities().size() == 2);
  CHECK(reading.finding("damaged-activity").iati_identifier == "B");
}

TEST_CASE(
    "an activity of over 500,000 tags is left out and told, and costs no other one (damaged-activity)") {
  std::string tags;
  for (int i = 0; i < 500'000; ++i)
    tags += "<budget/>";
  const auto reading = read_bytes(document(activity(tags, "A") + activity("", "B")));
  REQUIRE(reading.activities().size() == 1);
  CHECK(reading.activities()[0]->iati_identifier == "B");
  const auto& finding = reading.finding("damaged-activity");
  CHECK(finding.message.ends_with("there are over 500000 elements and texts"));
  CHECK(finding.line == 2);
}

TEST_CASE("a byte that XML forbids costs its activity only") {
  const std::string zero("\0", 1);
  const auto reading = read_bytes(
      document(activity("<title><narrative>a" + zero + "b</narrative></title>", "A") + activity("", "B")));
  CHECK(reading.activities().back()->iati_identifier == "B");
  CHECK(reading.activities().size() + reading.count("damaged-activity") == 2);
}

TEST_CASE("bytes that are no UTF-8 are repaired and told once per activity (invalid-utf8)") {
  const auto reading =
      read_bytes(document(activity("<title><narrative>caf\xE9\xE9</narrative></title>\n<budget/>", "A") +
                          activity("<title><narrative>caf\xC3\xA9</narrative></title>", "B")));
  REQUIRE(reading.activities().size() == 2);
  CHECK(reading.activities()[0]->titles[0].text == "caf\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(reading.activities()[0]->budgets[0].line == 5);
  CHECK(reading.activities()[1]->titles[0].text == "caf\xC3\xA9");
  const auto& finding = reading.finding("invalid-utf8");
  CHECK(finding.severity == facts::Severity::warning);
  CHECK(finding.line == 4);
  CHECK(finding.iati_identifier == "A");
}

TEST_CASE("a truncated file gives its whole activities and one critical finding (damaged-file)") {
  const std::string text = large_document(5'000);
  for (const unsigned threads : {1U, 2U}) {
    const auto reading = read_bytes(text.substr(0, text.rfind("<iati-identifier>")), threads);
    CHECK(reading.activities().size() + reading.count("damaged-activity") == 4'999);
    const auto& finding = reading.finding("damaged-file");
    CHECK(finding.severity == facts::Severity::critical);
    CHECK(finding.line == std::count(text.begin(), text.begin() + text.rfind("<iati-activity"), '\n') + 1);
  }
}

TEST_CASE("a truncated gzip stream gives the activities before the damage (damaged-file)") {
  const std::string packed = test::gzip(large_document(5'000));
  const auto reading = read_bytes(packed.substr(0, packed.size() * 3 / 4));
  CHECK(reading.activities().size() > 1'000);
  CHECK(reading.finding("damaged-file").severity == facts::Severity::critical);
}

TEST_CASE("what the sink throws reaches the caller, and no thread is left behind") {
  const test::ScratchFile file(large_document(12'000));
  for (const unsigned threads : {1U, 2U, 4U}) {
    std::atomic<int> calls{0};
    facts::Source source;
    const auto sink = [&](std::size_t sequence, facts::Batch&&) {
      ++calls;
      if (sequence == 1)
        throw Error(ErrorKind::store, "the disk is full");
    };
    CHECK_THROWS_WITH_AS(read_activities(file.path(), threads, source, sink), "the disk is full", Error);
    CHECK(calls >= 1); // how many batches other threads pass on meanwhile is up to the scheduler
    if (threads == 1)
      CHECK(calls == 2);
  }
}

TEST_CASE("what the progress sink throws reaches the caller, and no thread is left behind") {
  const test::ScratchFile file(large_document(12'000));
  facts::Source source;
  CHECK_THROWS_AS(read_activities(
                      file.path(), 2, source, [](std::size_t, facts::Batch&&) {},
                      [](std::uint64_t) { throw std::runtime_error("stopped"); }),
                  std::runtime_error);
}

TEST_CASE("a file that cannot be opened is an error") {
  facts::Source source;
  CHECK_THROWS_AS(read_activities("/nowhere/at/all.xml", 2, source, [](std::size_t, facts::Batch&&) {}),
                  Error);
}

} // namespace kept::read::iati
