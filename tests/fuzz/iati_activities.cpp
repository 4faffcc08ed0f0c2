// SPDX-License-Identifier: Apache-2.0
// A file of IATI activities, read into facts and divided into flows.
#include "base/text.hpp"
#include "derive/flows.hpp"
#include "fuzz.hpp"
#include "input_file.hpp"
#include "read/iati/block_parser.hpp"

#include <initializer_list>

namespace kept::fuzz {
namespace {

using namespace read::iati;

class Checker {
public:
  explicit Checker(std::uint32_t lines) : m_lines(lines) {}

  void check(const facts::Batch& batch) {
    expect_within(batch.findings, m_lines);
    m_transactions = 0; // they are numbered within the block
    for (const facts::Activity& activity : batch.activities) {
      check(activity);
      check_flows(activity);
    }
  }

private:
  void check_text(std::initializer_list<std::string_view> texts) const {
    for (const std::string_view text : texts)
      expect(is_utf8(text), "the text of facts is UTF-8");
  }
  void check_line(std::uint32_t line, std::uint32_t first) const {
    expect(line >= first && line <= m_lines, "a record lies within its activity and the file");
  }

  void check(const facts::Activity& activity) {
    check_line(activity.line, m_last_line);
    m_last_line = activity.line;
    check_text({activity.iati_identifier, activity.default_currency, activity.language, activity.hierarchy,
                activity.reporting_org.ref, activity.reporting_org.name, activity.status});
    for (const auto* narratives : {&activity.titles, &activity.descriptions})
      for (const facts::Narrative& one : *narratives)
        check_text({one.text, one.language});
    std::uint32_t line = activity.line;
    for (const facts::Transaction& one : activity.transactions) {
      expect(one.ordinal == m_transactions++, "transactions are numbered in their order");
      check_line(one.line, line);
      line = one.line;
      check_text({one.reference, one.type, one.date_text, one.amount.text, one.amount.currency,
                  one.amount.value_date_text, one.description, one.provider.organisation.ref,
                  one.provider.organisation.name, one.receiver.organisation.ref});
      for (const auto* shares : {&one.sectors, &one.recipient_countries, &one.recipient_regions})
        for (const facts::Share& share : *shares) {
          check_line(share.line, one.line);
          check_text({share.vocabulary, share.code, share.percentage});
        }
    }
    for (const facts::Budget& one : activity.budgets)
      check_line(one.line, activity.line);
    for (const facts::ActivityResult& one : activity.results)
      check_line(one.line, activity.line);
    for (const facts::DocumentLink& one : activity.documents) {
      check_line(one.line, activity.line);
      check_text({one.url, one.title});
    }
  }

  void check_flows(const facts::Activity& activity) const {
    static const derive::RateTable rates;
    std::vector<facts::Finding> findings;
    const auto derived = derive::derive_activity(activity, rates, findings);
    expect_within(findings, m_lines);
    expect(derived.transactions.size() == activity.transactions.size(), "no transaction is lost");
    for (const derive::DerivedTransaction& one : derived.transactions) {
      expect(one.parts.empty() != one.money.counted(), "money that counts flows, and no other");
      Decimal sum;
      for (const derive::PartMoney& part : one.parts)
        sum += part.value;
      expect(one.parts.empty() || sum == one.money.value, "flows add up to the transaction");
    }
  }

  std::uint32_t m_lines;
  std::uint32_t m_last_line = 1;
  std::uint32_t m_transactions = 0;
};

} // namespace

void fuzz_one(std::span<const std::uint8_t> bytes) {
  const std::filesystem::path path = input_file(bytes);
  const auto text = decoded(path);
  if (!text)
    return;
  const std::uint32_t lines = lines_of(*text);
  read::text::DecodedInput input(path);
  facts::Source source;
  std::vector<facts::Finding> findings;
  Cutter cutter(input, source, findings);
  BlockParser parser;
  Checker checker(lines);
  std::uint32_t ordinal = 0;
  for (Block block; cutter.next(block);) {
    const std::size_t count = block.activities.size();
    const facts::Batch batch = parser.parse(std::move(block));
    checker.check(batch);
    ordinal += static_cast<std::uint32_t>(count);
    expect(batch.activities.size() <= count, "an activity gives one record at most");
    for (const facts::Activity& one : batch.activities)
      expect(one.ordinal < ordinal, "activities are numbered through the file");
  }
  expect_within(findings, lines);
}

} // namespace kept::fuzz
