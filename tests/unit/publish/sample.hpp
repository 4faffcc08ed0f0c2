// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/assessment.hpp"

#include <string>

// A small report about nobody, for the tests of this room.

namespace kept::publish::sample {

inline Decimal decimal(const std::string& text) {
  return Decimal::parse(text).value();
}

inline Date day(const std::string& text) {
  return Date::parse(text).value();
}

inline ledger::LocalText text(const std::string& english) {
  return {{{"en", english}}};
}

inline ledger::Document document() {
  ledger::Document result;
  result.title = text("Example Declaration");
  result.publisher = "Example Press";
  result.published = "2026-01";
  return result;
}

inline measure::TrailEntry fact(measure::Role role, std::uint32_t line, const std::string& amount,
                                const std::string& reason = {}) {
  measure::TrailEntry entry;
  entry.place = {"example.xml", line};
  entry.iati_identifier = "XX-EXAMPLE-1";
  entry.transaction_id = "abc-" + std::to_string(line);
  entry.label = "incoming funds from Example Agency";
  entry.date = day("2026-02-03");
  entry.raw_value = amount;
  entry.currency = "USD";
  entry.role = role;
  entry.reason = reason;
  if (!amount.empty())
    entry.amount = decimal(amount);
  return entry;
}

inline measure::Assessment pledge() {
  measure::Assessment result;
  result.id = "example-money";
  result.kind = "pledge";
  result.measure = "money";
  result.title = {
      {{"en", "Money for the Example Agency"}, {"zh", "给示例机构的资金"}, {"ko", "예시 기관을 위한 자금"}}};
  result.verdict = measure::Verdict::on_track;
  result.certain = false;
  result.target = decimal("10000000");
  result.low = decimal("2775114.0000");
  result.central = decimal("2775614.5000");
  result.high = decimal("3000000.123456789012345678");
  result.unit = "USD";
  result.expected = decimal("2000000.5");
  result.why = "Central is over 90 % of what was expected.";
  result.double_counted = decimal("100");
  result.sources = {"example.xml", "other.xml"};
  result.attested_by = document();
  result.stated_at = {"ledger.yaml", 12, 5};
  using measure::Role;
  result.trail = {fact(Role::excluded, 40, "7", "outside the window"),
                  fact(Role::confirmed, 10, "2775114"),
                  fact(Role::merged, 11, "100", "example.xml:10"),
                  fact(Role::excluded, 41, "", "no date"),
                  fact(Role::reported, 20, "500.5"),
                  fact(Role::excluded, 42, "8", "outside the window")};
  return result;
}

inline measure::Assessment claim() {
  measure::Assessment result;
  result.id = "example-rank";
  result.kind = "claim";
  result.measure = "rank";
  result.title = text("Among the best of ten");
  result.verdict = measure::Verdict::is_true;
  result.certain = true;
  result.target = decimal("10");
  result.rank = 8;
  result.of = 104;
  result.value = decimal("6.2");
  result.year = 2023;
  result.probability = 0.9375;
  return result;
}

inline measure::Assessment agreement() {
  measure::Assessment result;
  result.id = "example-agreement";
  result.kind = "agreement";
  result.measure = "mou";
  result.title = text("A memorandum");
  result.verdict = measure::Verdict::is_true;
  result.attested_by = document();
  return result;
}

inline measure::Report report(bool illustrative = false) {
  measure::Report result;
  result.framework = "example";
  result.title = {{{"en", "An example"}, {"ko", "예시"}}};
  result.illustrative = illustrative;
  result.as_of = day("2026-06-30");
  result.statements = {agreement(), pledge(), claim()};
  return result;
}

inline ledger::Framework framework() {
  ledger::Framework result;
  result.id = "example";
  ledger::Party giver, taker;
  giver.id = "giver";
  giver.name = text("Example Ministry");
  taker.id = "taker";
  taker.name = text("Example Agency");
  result.parties = {giver, taker};
  ledger::Agreement memorandum;
  memorandum.id = "example-agreement";
  memorandum.title = text("A memorandum");
  memorandum.kind = "mou";
  memorandum.date_text = "2025-10";
  memorandum.parties = {"giver", "taker"};
  result.agreements = {memorandum};
  ledger::Pledge money;
  money.id = "example-money";
  money.agreement = "example-agreement";
  money.by = "giver";
  money.to = "taker";
  money.window = {day("2025-10-13"), day("2030-10-12")};
  money.baseline_years = 3;
  result.pledges = {money};
  return result;
}

} // namespace kept::publish::sample
