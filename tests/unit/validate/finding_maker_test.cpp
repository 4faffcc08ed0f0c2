// SPDX-License-Identifier: Apache-2.0
#include "validate/finding_maker.hpp"

#include "base/text.hpp"
#include "read/xml/parser.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kept::validate {
namespace {

/// An element and what it was parsed from.
struct Parsed {
  explicit Parsed(std::string xml) : text(std::move(xml)) { REQUIRE_FALSE(parse(text, 0, tree, resolved)); }
  /// "transaction/value" below the root.
  Element at(std::string_view path) const {
    Element element = tree.root();
    for (const std::string_view name : split(path, '/'))
      if (!name.empty())
        element = element.child(name);
    return element;
  }
  std::string text;
  read::xml::Tree tree;
  Arena resolved;
};

/// "USD 100": the money of a finding about the element at `path` below the root.
std::string money_at(const std::string& xml, std::string_view path) {
  const Parsed parsed(xml);
  FindingMaker findings(parsed.text, {}, "");
  const Finding& finding = findings.add("4.4.1", parsed.at(path));
  return finding.currency + (finding.amount.empty() ? "" : " " + finding.amount);
}

std::string activity(const std::string& inside, const std::string& attributes = "") {
  return "<iati-activity" + attributes + ">" + inside + "</iati-activity>";
}

} // namespace

TEST_CASE("a finding within a record of money has its amount, as published and trimmed") {
  const std::string value = "<value currency=' EUR '> -1,000.50\n</value>";
  for (const char* record :
       {"transaction", "budget", "planned-disbursement", "total-budget", "recipient-org-budget",
        "recipient-region-budget", "recipient-country-budget", "total-expenditure"}) {
    const std::string name = record;
    const std::string xml = activity("<" + name + "><a><b/></a>" + value + "</" + name + ">");
    for (const char* below : {"", "/a", "/a/b", "/value"})
      CHECK_MESSAGE(money_at(xml, name + below) == "EUR -1,000.50", record, below);
  }
}

TEST_CASE("a finding within a line of a budget has the line's amount") {
  const std::string xml = activity("<total-budget><value currency='USD'>100</value><budget-line>"
                                   "<value currency='EUR'>7</value><narrative/></budget-line></total-budget>"
                                   "<total-expenditure><value currency='USD'>100</value><expense-line>"
                                   "<narrative/></expense-line></total-expenditure>");
  CHECK(money_at(xml, "total-budget/budget-line/narrative") == "EUR 7");
  CHECK(money_at(xml, "total-budget/value") == "USD 100");
  CHECK(money_at(xml, "total-expenditure/expense-line/narrative") == "USD 100"); // the line has none
}

TEST_CASE("the currency is the value's, else the default, else none") {
  const std::string budget = "<budget><value>5</value></budget>";
  CHECK(money_at(activity(budget, " default-currency='KES'"), "budget") == "KES 5");
  CHECK(money_at(activity(budget), "budget") == " 5");
  CHECK(money_at(activity("<budget><value currency=''>5</value></budget>", " default-currency='KES'"),
                 "budget") == " 5"); // what the value says holds, even if it says nothing
}

TEST_CASE("a forecast of spending is an amount itself") {
  CHECK(money_at(activity("<fss><forecast currency='USD'>5</forecast></fss>"), "fss/forecast") == "USD 5");
}

TEST_CASE("what is not within a record of money has no amount") {
  const std::string xml = activity("<sector/><budget/><transaction><value/></transaction>"
                                   "<crs-add><loan-status>\n</loan-status></crs-add>",
                                   " default-currency='USD'");
  for (const char* path : {"", "sector", "budget", "transaction", "crs-add/loan-status"})
    CHECK_MESSAGE(money_at(xml, path).empty(), path);
}

TEST_CASE("findings within one record say that they share its amount") {
  const std::string xml = activity("\n<budget><value>5</value></budget>");
  const Parsed parsed(xml);
  FindingMaker findings(parsed.text, {}, "");
  findings.add("7.5.3", parsed.at("budget"));
  findings.add("9.9.1", parsed.at("budget/value"), "currency");
  for (const Finding& finding : findings.take())
    CHECK(finding.record == Place{2, 1});
}

TEST_CASE("findings come in the order of the file, whatever the order in which they were made") {
  const Parsed parsed("<a>\n<b/>\n  <c/></a>");
  FindingMaker findings(parsed.text, {}, "");
  findings.add("7.5.3", parsed.at("c"));
  findings.add("7.5.3", parsed.at("b"));
  const auto found = findings.take();
  REQUIRE(found.size() == 2);
  CHECK(found[0].place == Place{2, 1});
  CHECK(found[1].place == Place{3, 3});
  CHECK(found[1].path == "a/c");
}

} // namespace kept::validate
