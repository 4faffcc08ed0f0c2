// SPDX-License-Identifier: Apache-2.0
#include "read/iati/reading.hpp"

#include "base/file.hpp"
#include "read/iati/read_activities.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <map>
#include <mutex>

namespace kept::read::iati::test {
namespace {

std::string text(const std::optional<Date>& date) {
  return date ? date->to_string() : "-";
}

std::string text(const facts::Transaction& transaction) {
  std::string shares;
  for (const auto* list :
       {&transaction.sectors, &transaction.recipient_countries, &transaction.recipient_regions})
    for (const facts::Share& share : *list)
      shares += fmt::format(" {}:{}/{}={}", share.line, share.vocabulary, share.code, share.percentage);
  return fmt::format("  {} #{} {} {} {} {} {} [{}] {}/{} -> {}/{}{}\n", transaction.line, transaction.ordinal,
                     transaction.type, text(transaction.date), transaction.amount.text,
                     transaction.amount.currency, text(transaction.amount.value_date),
                     transaction.description, transaction.provider.organisation.ref,
                     transaction.provider.organisation.name, transaction.receiver.organisation.ref,
                     transaction.receiver.organisation.name, shares);
}

std::string text(const facts::Activity& activity) {
  std::string result =
      fmt::format("{} #{} {} {} budgets {} results {} documents {}\n", activity.line, activity.ordinal,
                  activity.iati_identifier, activity.reporting_org.ref, activity.budgets.size(),
                  activity.results.size(), activity.documents.size());
  for (const facts::Narrative& title : activity.titles)
    result += fmt::format("  {}: {}\n", title.language, title.text);
  for (const facts::Transaction& transaction : activity.transactions)
    result += text(transaction);
  return result;
}

} // namespace

std::vector<const facts::Activity*> Reading::activities() const {
  std::vector<const facts::Activity*> result;
  for (const facts::Batch& batch : batches)
    for (const facts::Activity& one : batch.activities)
      result.push_back(&one);
  return result;
}

std::vector<const facts::Transaction*> Reading::transactions() const {
  std::vector<const facts::Transaction*> result;
  for (const facts::Activity* one : activities())
    for (const facts::Transaction& transaction : one->transactions)
      result.push_back(&transaction);
  return result;
}

std::vector<const facts::Finding*> Reading::findings() const {
  std::vector<const facts::Finding*> result;
  for (const facts::Batch& batch : batches)
    for (const facts::Finding& one : batch.findings)
      result.push_back(&one);
  return result;
}

const facts::Activity& Reading::activity() const {
  const auto all = activities();
  REQUIRE(all.size() == 1);
  return *all.front();
}

const facts::Finding& Reading::finding(std::string_view rule) const {
  REQUIRE(count(rule) == 1);
  for (const facts::Finding* one : findings())
    if (one->rule == rule)
      return *one;
  throw std::logic_error("no such finding");
}

std::size_t Reading::count(std::string_view rule) const {
  const auto all = findings();
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const facts::Finding* one) { return one->rule == rule; }));
}

Reading read_file(const std::filesystem::path& path, unsigned threads) {
  Reading reading;
  std::mutex mutex;
  std::map<std::size_t, facts::Batch> batches;
  read_activities(path, threads, reading.source, [&](std::size_t sequence, facts::Batch&& batch) {
    const std::scoped_lock lock(mutex);
    batches.emplace(sequence, std::move(batch));
  });
  for (auto& [sequence, batch] : batches)
    reading.batches.push_back(std::move(batch));
  return reading;
}

Reading read_bytes(std::string_view bytes, unsigned threads) {
  const ScratchFile file(bytes);
  return read_file(file.path(), threads);
}

std::string document(std::string_view activities) {
  return fmt::format("<iati-activities version=\"2.03\">\n{}\n</iati-activities>\n", activities);
}

std::string activity(std::string_view content, std::string_view identifier) {
  return fmt::format(
      "<iati-activity xml:lang=\"en\" default-currency=\"EUR\">\n<iati-identifier>{}"
      "</iati-identifier><reporting-org ref=\"XX-EXAMPLE\" type=\"10\"><narrative>Example Agency"
      "</narrative></reporting-org>\n{}</iati-activity>\n",
      identifier, content);
}

Reading read_activity(std::string_view content) {
  return read_bytes(document(activity(content)));
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string in(bytes);
  std::string out(deflateBound(&stream, in.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string utf16(std::string_view text, bool big_endian) {
  std::string result;
  for (const char c : text) {
    const char pair[] = {big_endian ? '\0' : c, big_endian ? c : '\0'};
    result.append(pair, 2);
  }
  return result;
}

std::string digest(const Reading& reading) {
  std::string result = fmt::format("{} {} {}\n", reading.source.version, reading.source.sha256,
                                   fmt::join(reading.source.publishers, ","));
  for (const facts::Activity* one : reading.activities())
    result += text(*one);
  std::vector<std::string> findings;
  for (const facts::Finding* one : reading.findings())
    findings.push_back(
        fmt::format("{:09} {} {} {}\n", one->line, one->rule, one->iati_identifier, one->message));
  std::sort(findings.begin(), findings.end());
  for (const std::string& one : findings)
    result += one;
  return result;
}

std::filesystem::path shared(std::string_view below) {
  return std::filesystem::path(KEPT_SOURCE_DIR "/../shared") / below;
}

bool has_shared() {
  const bool there = std::filesystem::is_directory(shared("data/iati"));
  if (!there)
    MESSAGE("the shared data are not at hand; skipped");
  return there;
}

} // namespace kept::read::iati::test
