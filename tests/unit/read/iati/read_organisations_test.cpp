// SPDX-License-Identifier: Apache-2.0
#include "read/iati/read_organisations.hpp"

#include "base/hash.hpp"
#include "read/iati/reading.hpp"

#include <doctest/doctest.h>

namespace kept::read::iati {
namespace {

struct Read {
  Organisations organisations;
  facts::Source source;
};

Read read(std::string_view bytes) {
  const test::ScratchFile file(bytes);
  Read result;
  result.organisations = read_organisations(file.path(), result.source);
  return result;
}

const std::string k_version_2 =
    "<?xml version='1.0'?>\n<iati-organisations version='2.03' generated-datetime='2025-01-02T03:04:05Z'>\n"
    "<iati-organisation default-currency='EUR'><organisation-identifier>XX-1</organisation-identifier>\n"
    "<reporting-org ref='XX-REP'/>\n"
    "<total-budget status='2'><period-start iso-date='2024-01-01'/><period-end iso-date='2024-12-31'/>"
    "<value currency='USD' value-date='2024-01-15'>1000.50</value><budget-line><value>1</value></budget-line>"
    "</total-budget>\n"
    "<recipient-org-budget><recipient-org ref='XX-2'/><value>2</value></recipient-org-budget>\n"
    "<recipient-country-budget><recipient-country code='AA'/><value>3</value></recipient-country-budget>\n"
    "<recipient-region-budget><recipient-region code='998'/><value>4</value></recipient-region-budget>\n"
    "<total-expenditure><value>5</value></total-expenditure>\n"
    "</iati-organisation></iati-organisations>\n";

} // namespace

TEST_CASE("an organisation file of version 2 gives every budget and expenditure with its line") {
  const auto [organisations, source] = read(k_version_2);
  const auto& budgets = organisations.budgets;
  REQUIRE(budgets.size() == 5);
  CHECK(budgets[0].line == 5);
  CHECK(budgets[0].organisation == "XX-1");
  CHECK(budgets[0].kind == "total-budget");
  CHECK(budgets[0].recipient == "");
  CHECK(budgets[0].status == "2");
  CHECK(budgets[0].period_start->to_string() == "2024-01-01");
  CHECK(budgets[0].period_end->to_string() == "2024-12-31");
  CHECK(budgets[0].value->to_string() == "1000.50");
  CHECK(budgets[0].currency == "USD");
  CHECK(budgets[0].value_date->to_string() == "2024-01-15");
  CHECK(budgets[1].kind == "recipient-org-budget");
  CHECK(budgets[1].recipient == "XX-2");
  CHECK(budgets[1].status == "1");
  CHECK(budgets[1].currency == "EUR"); // the default
  CHECK(budgets[2].recipient == "AA");
  CHECK(budgets[3].recipient == "998");
  CHECK(budgets[4].kind == "total-expenditure");
  CHECK(budgets[4].line == 9);
  CHECK(organisations.findings.empty());
  CHECK(source.kind == facts::SourceKind::iati_organisations);
  CHECK(source.version == "2.03");
  CHECK(source.generated->to_string() == "2025-01-02T03:04:05Z");
  CHECK(source.publishers == std::vector<std::string>{"XX-REP"});
  CHECK(source.size == k_version_2.size());
  CHECK(source.sha256 == sha256(k_version_2));
}

TEST_CASE("an organisation file of version 1 names the organisation in iati-identifier (RULES.md 2)") {
  const auto [organisations, source] = read(
      "<iati-organisations version='1.05'><iati-organisation default-currency='GBP'><iati-identifier>XX-1"
      "</iati-identifier><name>Example Agency</name><reporting-org ref='XX-1'>Example Agency</reporting-org>"
      "<total-budget><value value-date='2014-01-01'>7</value></total-budget></iati-organisation>"
      "</iati-organisations>");
  REQUIRE(organisations.budgets.size() == 1);
  CHECK(organisations.budgets[0].organisation == "XX-1");
  CHECK(organisations.budgets[0].currency == "GBP");
  CHECK(organisations.findings.empty());
}

TEST_CASE("a value that is no number keeps its row and is told (bad-value)") {
  const auto [organisations, source] =
      read("<iati-organisations><iati-organisation><organisation-identifier>XX-1"
           "</organisation-identifier>\n<total-budget><value>much</value>"
           "</total-budget></iati-organisation></iati-organisations>");
  REQUIRE(organisations.budgets.size() == 1);
  CHECK_FALSE(organisations.budgets[0].value.has_value());
  REQUIRE(organisations.findings.size() == 1);
  CHECK(organisations.findings[0].rule == "bad-value");
  CHECK(organisations.findings[0].line == 2);
  CHECK(organisations.findings[0].iati_identifier == "XX-1");
}

TEST_CASE("a truncated organisation file keeps what is whole and tells the damage (damaged-file)") {
  const auto cut = k_version_2.find("<value>3");
  const auto [organisations, source] = read(k_version_2.substr(0, cut));
  CHECK(organisations.budgets.size() == 2);
  REQUIRE(organisations.findings.size() == 1);
  CHECK(organisations.findings[0].rule == "damaged-file");
  CHECK(organisations.findings[0].severity == facts::Severity::critical);
  CHECK(read("hello").organisations.findings.at(0).rule == "damaged-file");
  CHECK(read("<iati-activities/>").organisations.findings.at(0).rule == "damaged-file");
}

TEST_CASE("organisation files in gzip, UTF-16 and with damaged bytes are read") {
  CHECK(read(test::gzip(k_version_2)).organisations.budgets.size() == 5);
  CHECK(read(test::utf16(k_version_2, true)).organisations.budgets.size() == 5);
  std::string damaged = k_version_2;
  damaged.replace(damaged.find("XX-2"), 4, "XX\xFF\xFE");
  const auto [organisations, source] = read(damaged);
  REQUIRE(organisations.budgets.size() == 5);
  CHECK(organisations.budgets[1].recipient == "XX\xEF\xBF\xBD\xEF\xBF\xBD");
  REQUIRE(organisations.findings.size() == 1);
  CHECK(organisations.findings[0].rule == "invalid-utf8");
  CHECK(organisations.findings[0].line == 6);
}

} // namespace kept::read::iati
