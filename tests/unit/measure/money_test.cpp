// SPDX-License-Identifier: Apache-2.0
#include "example.hpp"

#include <doctest/doctest.h>

namespace kept::measure {

TEST_CASE("RULES 5: what both sides report counts once, by the provider's report, and is confirmed") {
  Example example;
  example.evidence.add(report("3", k_payer, k_agency, "500", "2026-03-01"));
  example.evidence.add(report("1", k_agency, k_payer, "499", "2026-03-20"));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(500));
  CHECK(found.central == Decimal(500));
  CHECK(found.high == Decimal(500));
  CHECK(found.double_counted == Decimal(499));
  CHECK(line_at(found, "XX-PAYER.xml", 1).role == Role::confirmed);
  CHECK(line_at(found, "XX-PAYER.xml", 1).reason == "confirmed by XX-AGENCY.xml:2");
  CHECK(line_at(found, "XX-AGENCY.xml", 2).role == Role::merged);
  CHECK(line_at(found, "XX-AGENCY.xml", 2).reason == "XX-PAYER.xml:1");
  CHECK(found.sources == std::vector<std::string>{"XX-AGENCY.xml", "XX-PAYER.xml"});
}

TEST_CASE("RULES 5: low is what is paired, central adds what either side reports alone") {
  Example example;
  example.evidence.add(report("3", k_payer, k_agency, "500", "2026-03-01"));
  example.evidence.add(report("1", k_agency, k_payer, "500", "2026-03-01"));
  example.evidence.add(report("3", k_payer, k_agency, "70", "2026-04-01"));
  example.evidence.add(report("1", k_agency, k_payer, "8", "2026-05-01"));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(500));
  CHECK(found.central == Decimal(578));
  CHECK(found.high == Decimal(578));
  CHECK(lines_with(found, Role::reported) == 2);
  CHECK(found.unit == "USD");
  CHECK(found.verdict == Verdict::on_track);
  CHECK(found.certain == true);
}

TEST_CASE("RULES 5: high adds commitments that payments have not caught up with") {
  Example example;
  example.evidence.add(report("2", k_payer, k_agency, "900", "2026-02-01"));
  example.evidence.add(report("11", k_agency, k_payer, "900", "2026-02-03"));
  example.evidence.add(report("3", k_payer, k_agency, "300", "2026-03-01"));
  Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(0));
  CHECK(found.central == Decimal(300));
  CHECK(found.high == Decimal(900));
  CHECK(found.double_counted == Decimal(0)); // the commitments' pair takes nothing off what was paid
  CHECK(lines_with(found, Role::committed) == 1);

  example.evidence.add(report("3", k_payer, k_agency, "600", "2026-03-02"));
  found = example.assess_on("2026-06-30");
  CHECK(found.high == Decimal(900));
  CHECK(lines_with(found, Role::committed) == 0);
  CHECK(line_of(found, "matched by payments").role == Role::excluded);
}

TEST_CASE("RULES 5: corrections below zero lower high as they lower central") {
  Example example;
  example.evidence.add(report("3", k_payer, k_agency, "-100", "2026-03-01"));
  example.evidence.add(report("1", k_agency, k_payer, "-100", "2026-03-02"));
  Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(-100));
  CHECK(found.high == Decimal(-100));
  example.evidence.add(report("2", k_payer, k_agency, "900", "2026-02-01"));
  found = example.assess_on("2026-06-30");
  CHECK(found.high == Decimal(800));
}

TEST_CASE("RULES 5: a pledge on commitments counts types 2 and 11 only, and high is central") {
  Example example;
  example.pledge.basis = ledger::Basis::commitments;
  example.evidence.add(report("2", k_payer, k_agency, "900", "2026-02-01"));
  example.evidence.add(report("11", k_agency, k_payer, "900", "2026-02-03"));
  example.evidence.add(report("11", k_agency, k_payer, "50", "2026-02-03"));
  example.evidence.add(report("3", k_payer, k_agency, "300", "2026-03-01"));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(900));
  CHECK(found.central == Decimal(950));
  CHECK(found.high == Decimal(950));
  CHECK(found.double_counted == Decimal(900));
  CHECK(found.trail.size() == 3);
}

TEST_CASE("RULES 5: money from others, to others and of other types is no candidate") {
  Example example;
  example.evidence.add(report("1", k_agency, k_third, "100", "2026-03-01"));
  example.evidence.add(report("3", k_payer, k_third, "100", "2026-03-01"));
  example.evidence.add(report("3", k_agency, k_payer, "100", "2026-03-01"));
  example.evidence.add(report("4", k_payer, k_agency, "100", "2026-03-01"));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(0));
  CHECK(found.trail.empty());
}

TEST_CASE("RULES 1: parties are known by any of their references and names, however they are written") {
  Example example;
  example.framework.parties[0].aliases = {"Government of Example"};
  example.evidence.add(report("1", {" xx-agency", ""}, {"", " government  OF example"}, "5", "2026-03-01"));
  example.evidence.add(report("1", k_agencys_office, {"xx-fund", ""}, "7", "2026-03-01"));
  CHECK(example.assess_on("2026-06-30").central == Decimal(12));
}

TEST_CASE("RULES 5: money between organisations of one party never counts") {
  Example example;
  example.framework.parties[0].orgs.push_back("XX-AGENCY-2"); // a ledger that gives both parties one office
  example.evidence.add(report("3", k_payer, k_agencys_office, "100", "2026-03-01"));
  example.evidence.add(report("1", k_agency, k_agencys_office, "100", "2026-03-01"));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(0));
  CHECK(lines_with(found, Role::excluded) == 2);
  CHECK(line_of(found, "within one party").amount.has_value() == false);
}

TEST_CASE(
    "RULES 5: without a receiver the payer's 3 and 4 to anyone outside it count, and others' 1 from it") {
  Example example;
  example.pledge.to.reset();
  example.evidence.add(report("3", k_payer, k_stranger, "100", "2026-03-01"));
  example.evidence.add(report("1", k_stranger, k_payer, "100", "2026-03-05")); // the same
  example.evidence.add(report("4", k_payer, k_nobody, "20", "2026-03-01"));
  example.evidence.add(report("1", k_third, k_payer, "3", "2026-03-01"));
  example.evidence.add(report("3", k_payer, k_payers_fund, "1000", "2026-03-01"));
  example.evidence.add(report("1", k_payers_fund, k_payer, "1000", "2026-03-01"));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(100));
  CHECK(found.central == Decimal(123));
  CHECK(found.double_counted == Decimal(100));
  CHECK(line_of(found, "within one party").role == Role::excluded);
}

TEST_CASE(
    "RULES 5 (ours): a receiver that the payer knows by name only is the one that reports under that name") {
  Example example;
  example.pledge.to.reset();
  example.evidence.add(report("3", k_payer, {"", "EXAMPLE stranger"}, "100", "2026-03-01"));
  example.evidence.add(report("1", k_stranger, k_payer, "100", "2026-03-05"));
  CHECK(example.assess_on("2026-06-30").central == Decimal(100));
}

TEST_CASE("RULES 5: pairs are of the same kind, 3 with 1; expenditure has no counterpart") {
  Example example;
  example.pledge.to.reset();
  example.evidence.add(report("4", k_payer, k_stranger, "100", "2026-03-01"));
  example.evidence.add(report("1", k_stranger, k_payer, "100", "2026-03-01"));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(0));
  CHECK(found.central == Decimal(200));
}

TEST_CASE("RULES 5: without a receiver, money to one receiver does not pair with what another reports") {
  Example example;
  example.pledge.to.reset();
  example.evidence.add(report("3", k_payer, k_stranger, "100", "2026-03-01"));
  example.evidence.add(report("1", k_third, k_payer, "100", "2026-03-01"));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(0));
  CHECK(found.central == Decimal(200));
}

TEST_CASE("RULES 7: both ends of the window belong to it, the days beyond do not count and say why") {
  Example example;
  example.evidence.add(report("1", k_agency, k_payer, "1", "2025-12-31"));
  example.evidence.add(report("1", k_agency, k_payer, "10", "2026-01-01"));
  example.evidence.add(report("1", k_agency, k_payer, "100", "2026-12-31"));
  example.evidence.add(report("1", k_agency, k_payer, "1000", "2027-01-01"));
  const Assessment found = example.assess_on("2027-06-30");
  CHECK(found.central == Decimal(110));
  CHECK(line_of(found, "before the window").amount == Decimal(1));
  CHECK(line_of(found, "after the window").amount == Decimal(1000));
}

TEST_CASE("DESIGN same answer on a day: facts dated after the day of the report do not count") {
  Example example;
  example.evidence.add(report("1", k_agency, k_payer, "10", "2026-06-30"));
  example.evidence.add(report("1", k_agency, k_payer, "100", "2026-07-01"));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(10));
  CHECK(line_of(found, "after the day of the report").amount == Decimal(100));
}

TEST_CASE("RULES 5 (ours): a pair is dated by the provider's report, on both ends of the window") {
  Example example;
  example.evidence.add(report("3", k_payer, k_agency, "100", "2025-12-30"));
  example.evidence.add(report("1", k_agency, k_payer, "100", "2026-01-03")); // paid before the window
  example.evidence.add(report("3", k_payer, k_agency, "40", "2026-12-30"));
  example.evidence.add(report("1", k_agency, k_payer, "40", "2027-01-03")); // paid within it
  const Assessment found = example.assess_on("2027-06-30");
  CHECK(found.low == Decimal(40));
  CHECK(found.central == Decimal(40));
  CHECK(line_at(found, "XX-AGENCY.xml", 2).reason == "before the window, by XX-PAYER.xml:1");
}

TEST_CASE("RULES 3: a report in the pledge's currency counts its value, another one its USD value") {
  Example example;
  example.evidence.add(
      in_currency(report("1", k_agency, k_payer, "700", "2026-03-01"), "EUR", number("770.25")));
  example.evidence.add(report("1", k_agency, k_payer, "5", "2026-03-01"));
  CHECK(example.assess_on("2026-06-30").central == number("775.25"));
}

TEST_CASE(
    "RULES 3: into another currency than USD the rate of the value date's month applies, asked for once") {
  Example example;
  example.pledge.target.currency = "EUR";
  example.evidence.rates[{"EUR", Month::parse("2026-03").value()}] = number("1.1");
  example.evidence.rates[{"EUR", Month::parse("2026-04").value()}] = number("1.25");
  example.evidence.add(report("1", k_agency, k_payer, "110", "2026-03-01"));
  example.evidence.add(report("1", k_agency, k_payer, "220", "2026-03-31"));
  example.evidence.add(report("1", k_agency, k_payer, "125", "2026-04-01"));
  example.evidence.add(in_currency(report("1", k_agency, k_payer, "7", "2026-05-01"), "EUR", std::nullopt));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.unit == "EUR");
  CHECK(found.central == Decimal(407));
  CHECK(example.evidence.rate_questions == 2);
}

TEST_CASE("RULES 3: without a rate money does not count and says so") {
  Example example;
  example.evidence.add(in_currency(report("1", k_agency, k_payer, "700", "2026-03-01"), "XXA", std::nullopt));
  Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(0));
  CHECK(line_of(found, "no rate").role == Role::excluded);

  example.pledge.target.currency = "EUR"; // no rate for the pledge's own currency
  example.evidence.add(report("1", k_agency, k_payer, "110", "2026-03-01"));
  found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(0));
  CHECK(lines_with(found, Role::excluded) == 2);
}

TEST_CASE("DESIGN nothing is dropped silently: uncounted transactions are in the trail with their reason") {
  Example example;
  example.evidence.add(uncounted(report("1", k_agency, k_payer, "1", "2026-03-01"), "duplicate activity"));
  TransactionRecord bad = uncounted(report("1", k_agency, k_payer, "1", "2026-03-01"), "bad value");
  bad.value.reset();
  bad.raw_value = "n/a";
  example.evidence.add(bad);
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(0));
  CHECK(line_of(found, "duplicate activity").role == Role::excluded);
  CHECK(line_of(found, "bad value").raw_value == "n/a");
}

TEST_CASE("RULES 7: a filter on places counts the shares of transactions that lie there") {
  Example example;
  example.pledge.filter.countries = {"AAZ"};
  example.evidence.add(report("3", k_payer, k_agency, "200", "2026-03-01"), {{"AA", "", 25}, {"BB", "", 75}});
  example.evidence.add(report("1", k_agency, k_payer, "200", "2026-03-01"), {{"AA", "", 50}, {"BB", "", 50}});
  example.evidence.add(report("1", k_agency, k_payer, "30", "2026-04-01"), {{"BB", "", 100}});
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(50));
  CHECK(found.central == Decimal(50));
  CHECK(found.double_counted == Decimal(100));
  CHECK(line_at(found, "XX-PAYER.xml", 1).share == number("0.25"));
  CHECK(line_of(found, "outside the filter of the pledge").raw_value == "30");
}

TEST_CASE("RULES 7: transactions that are alike in everything share the flows that pass evenly") {
  Example example;
  example.pledge.filter.sectors = {"130"};
  TransactionRecord one = report("1", k_agency, k_payer, "80", "2026-03-01");
  one.place.line = 1; // a file without line breaks
  example.evidence.add(one, {{"", "13010", 50}, {"", "12220", 50}});
  example.evidence.add(one, {{"", "13020", 50}, {"", "12220", 50}});
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(80));
  CHECK(found.trail.front().share == number("0.5"));
}

TEST_CASE("RULES 7: a filter on reporters leaves out what others report") {
  Example example;
  example.pledge.filter.reporting_org = {"agency"};
  example.evidence.add(report("3", k_payer, k_agency, "200", "2026-03-01"));
  example.evidence.add(report("1", k_agency, k_payer, "30", "2026-04-01"));
  CHECK(example.assess_on("2026-06-30").central == Decimal(30));
}

TEST_CASE("DESIGN same input, same output: the order of the records does not change the answer") {
  Example forwards, backwards;
  std::vector<TransactionRecord> records;
  for (int i = 1; i <= 40; ++i) {
    const Date date = day("2026-01-01").plus_days(i * 5);
    TransactionRecord sent = report("3", k_payer, k_agency, std::to_string(100 + i % 7), date.to_string());
    TransactionRecord received =
        report("1", k_agency, k_payer, std::to_string(100 + i % 5), date.to_string());
    sent.place.line = received.place.line = static_cast<std::uint32_t>(i);
    records.insert(records.end(), {sent, received});
  }
  for (const TransactionRecord& record : records)
    forwards.evidence.add(record);
  std::reverse(records.begin(), records.end());
  for (const TransactionRecord& record : records)
    backwards.evidence.add(record);
  const Assessment a = forwards.assess_on("2026-12-31"), b = backwards.assess_on("2026-12-31");
  CHECK(a.low == b.low);
  CHECK(a.central == b.central);
  CHECK(a.double_counted == b.double_counted);
  CHECK(a.why == b.why);
  REQUIRE(a.trail.size() == b.trail.size());
  for (std::size_t i = 0; i < a.trail.size(); ++i) {
    CHECK(a.trail[i].place.line == b.trail[i].place.line);
    CHECK(a.trail[i].role == b.trail[i].role);
    CHECK(a.trail[i].reason == b.trail[i].reason);
  }
}

TEST_CASE("LEDGER: a pledge of money without an amount reports what is seen, in USD") {
  Example example;
  example.pledge.target = {};
  example.evidence.add(report("1", k_agency, k_payer, "5", "2026-03-01"));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.verdict == Verdict::on_track);
  CHECK(found.unit == "USD");
  CHECK_FALSE(found.target.has_value());
  CHECK(found.certain == false); // one side's word only
  CHECK(found.why ==
        "USD 5 counted by 2026-06-30; no target was stated. Uncertain: it lies between USD 0 and USD 5.");
}

} // namespace kept::measure
