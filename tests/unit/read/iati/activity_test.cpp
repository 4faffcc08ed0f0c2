// SPDX-License-Identifier: Apache-2.0
#include "read/iati/reading.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace kept::read::iati {

using test::document;
using test::read_activity;
using test::read_bytes;

TEST_CASE("an activity of version 2 gives all its facts") {
  const auto reading = read_bytes(document(
      "<iati-activity xml:lang='en' default-currency=' EUR ' hierarchy='2' humanitarian='1'\n"
      "  last-updated-datetime='2025-01-02T03:04:05+01:00'>\n"
      "<iati-identifier>\n XX-EXAMPLE-1 </iati-identifier>\n"
      "<reporting-org ref='XX-EXAMPLE' type='40' secondary-reporter='true'><narrative>Example "
      "Agency</narrative>"
      "</reporting-org>\n"
      "<title><narrative>Wells</narrative><narrative xml:lang='fr'>Puits</narrative></title>\n"
      "<description type='1'><narrative>First</narrative></description>"
      "<description type='2'><narrative/><narrative xml:lang='es'>Segundo</narrative></description>\n"
      "<other-identifier ref='OLD-1' type='A1'><owner-org "
      "ref='XX-OWNER'><narrative>Owner</narrative></owner-org>"
      "</other-identifier>\n"
      "<participating-org ref='XX-DONOR' type='10' role='1' "
      "activity-id='XX-DONOR-9'><narrative>Donor</narrative>"
      "</participating-org>\n"
      "<activity-status code='2'/><activity-scope code='4'/><activity-date type='2' iso-date='2020-02-29'/>\n"
      "<tag code='x' vocabulary='99'/><humanitarian-scope type='1' vocabulary='1-2' code='EQ-1'/>\n"
      "<policy-marker code='1' significance='2'/>\n"
      "<collaboration-type code='1'/><default-flow-type code='10'/><default-finance-type code='110'/>"
      "<default-aid-type code='C01'/><default-aid-type code='2' vocabulary='2'/><default-tied-status "
      "code='5'/>\n"
      "<capital-spend percentage='12.5'/><conditions attached='0'/><related-activity ref='XX-EXAMPLE' "
      "type='1'/>\n"
      "</iati-activity>"));
  const auto& activity = reading.activity();
  CHECK(activity.line == 2);
  CHECK(activity.iati_identifier == "XX-EXAMPLE-1");
  CHECK(activity.last_updated->to_string() == "2025-01-02T02:04:05Z");
  CHECK(activity.default_currency == "EUR");
  CHECK(activity.language == "en");
  CHECK(activity.hierarchy == "2");
  CHECK(activity.humanitarian == true);
  CHECK(activity.reporting_org.ref == "XX-EXAMPLE");
  CHECK(activity.reporting_org.name == "Example Agency");
  CHECK(activity.reporting_org_type == "40");
  CHECK(activity.secondary_reporter);
  REQUIRE(activity.titles.size() == 2);
  CHECK(activity.titles[0].text == "Wells");
  CHECK(activity.titles[0].language == "en"); // the activity's
  CHECK(activity.titles[1].language == "fr");
  REQUIRE(activity.descriptions.size() == 2);
  CHECK(activity.descriptions[1].text == "Segundo");
  REQUIRE(activity.other_identifiers.size() == 1);
  CHECK(activity.other_identifiers[0].reference == "OLD-1");
  CHECK(activity.other_identifiers[0].type == "A1");
  CHECK(activity.other_identifiers[0].owner_ref == "XX-OWNER");
  CHECK(activity.other_identifiers[0].owner_name == "Owner");
  REQUIRE(activity.participating_orgs.size() == 1);
  CHECK(activity.participating_orgs[0].organisation.ref == "XX-DONOR");
  CHECK(activity.participating_orgs[0].organisation.name == "Donor");
  CHECK(activity.participating_orgs[0].role == "1");
  CHECK(activity.participating_orgs[0].type == "10");
  CHECK(activity.participating_orgs[0].activity_id == "XX-DONOR-9");
  CHECK(activity.status == "2");
  CHECK(activity.scope == "4");
  REQUIRE(activity.dates.size() == 1);
  CHECK(activity.dates[0].type == "2");
  CHECK(activity.dates[0].date->to_string() == "2020-02-29");
  REQUIRE(activity.tags.size() == 1);
  CHECK(activity.tags[0].vocabulary == "99");
  REQUIRE(activity.humanitarian_scopes.size() == 1);
  CHECK(activity.humanitarian_scopes[0].code == "EQ-1");
  REQUIRE(activity.policy_markers.size() == 1);
  CHECK(activity.policy_markers[0].line == 13);
  CHECK(activity.policy_markers[0].vocabulary == "1");
  CHECK(activity.policy_markers[0].significance == "2");
  CHECK(activity.collaboration_type == "1");
  CHECK(activity.default_flow_type == "10");
  CHECK(activity.default_finance_type == "110");
  CHECK(activity.default_tied_status == "5");
  REQUIRE(activity.default_aid_types.size() == 2);
  CHECK(activity.default_aid_types[1].vocabulary == "2");
  CHECK(activity.capital_spend_percentage == "12.5");
  CHECK(activity.conditions_attached == false);
  REQUIRE(activity.related_activities.size() == 1);
  CHECK(activity.related_activities[0].type == "1");
  CHECK(reading.findings().empty());
  CHECK(reading.source.publishers == std::vector<std::string>{"XX-EXAMPLE"});
}

TEST_CASE(
    "an activity in the shape of version 1 gives the same facts, whatever version is declared (RULES.md 2)") {
  const auto reading = read_bytes(
      document("<iati-activity xml:lang='en'><iati-identifier>XX-1</iati-identifier>"
               "<reporting-org ref='XX' type='10'>Example Agency</reporting-org>"
               "<title xml:lang='fr'>Puits</title><description>Text</description>"
               "<participating-org role='Implementing' ref='XX-2'>Example Builder</participating-org>"
               "<other-identifier owner-ref='XX-3' owner-name='Owner'>OLD-1</other-identifier>"
               "<activity-date type='end-actual' iso-date='2011-12-31'>31 December 2011</activity-date>"
               "<activity-date type='start-actual'>2011-01-01</activity-date>"
               "<sector vocabulary='RO' code='H'>Health</sector><policy-marker vocabulary='DAC' code='1' "
               "significance='0'>"
               "Gender</policy-marker><budget type='Revised'/></iati-activity>"));
  const auto& activity = reading.activity();
  CHECK(activity.reporting_org.name == "Example Agency");
  CHECK(activity.titles[0].text == "Puits");
  CHECK(activity.titles[0].language == "fr"); // the element's own
  CHECK(activity.descriptions[0].language == "en");
  CHECK(activity.participating_orgs[0].role == "4");
  CHECK(activity.participating_orgs[0].organisation.name == "Example Builder");
  CHECK(activity.other_identifiers[0].reference == "OLD-1");
  CHECK(activity.other_identifiers[0].owner_ref == "XX-3");
  CHECK(activity.other_identifiers[0].owner_name == "Owner");
  CHECK(activity.dates[0].type == "4");
  CHECK(activity.dates[0].date->to_string() == "2011-12-31");
  CHECK(activity.dates[1].type == "2");
  CHECK(activity.dates[1].date->to_string() == "2011-01-01"); // text where there is no attribute
  CHECK(activity.sectors[0].vocabulary == "99");
  CHECK(activity.policy_markers[0].vocabulary == "1");
  CHECK(activity.budgets[0].type == "2");
  CHECK(activity.hierarchy == "1"); // the default
  CHECK_FALSE(activity.humanitarian.has_value());
  CHECK_FALSE(activity.secondary_reporter);
  CHECK(reading.findings().empty());
}

TEST_CASE("countries, regions and sectors keep their line, and get the default vocabulary") {
  const auto reading = read_activity("<recipient-country code='AA' percentage=' 40 '/>\n"
                                     "<recipient-region code='998'/>\n"
                                     "<recipient-region code='X' vocabulary='99'/><sector code='11110'/>\n"
                                     "<sector vocabulary='2' code='111' percentage='60'/>\n");
  const auto& activity = reading.activity();
  REQUIRE(activity.recipient_countries.size() == 1);
  CHECK(activity.recipient_countries[0].line == 4);
  CHECK(activity.recipient_countries[0].vocabulary == "");
  CHECK(activity.recipient_countries[0].code == "AA");
  CHECK(activity.recipient_countries[0].percentage == "40");
  REQUIRE(activity.recipient_regions.size() == 2);
  CHECK(activity.recipient_regions[0].vocabulary == "1");
  CHECK(activity.recipient_regions[0].line == 5);
  CHECK(activity.recipient_regions[1].vocabulary == "99");
  REQUIRE(activity.sectors.size() == 2);
  CHECK(activity.sectors[0].vocabulary == "1");
  CHECK(activity.sectors[0].line == 6);
  CHECK(activity.sectors[0].percentage == "");
  CHECK(activity.sectors[1].vocabulary == "2");
  CHECK(activity.sectors[1].line == 7);
}

TEST_CASE("elements and attributes of foreign namespaces are never taken for standard ones") {
  const auto reading =
      read_activity("<x:transaction/><x:sector code='1'/><transaction "
                    "x:ref='no'><x:value>7</x:value><transaction-type code='3'/>"
                    "<x:provider-org ref='X'/></transaction><x:set><transaction/></x:set>"
                    "<title><narrative>Wells<x:note> not this</x:note></narrative></title>\n");
  const auto& activity = reading.activity();
  CHECK(activity.sectors.empty());
  REQUIRE(activity.transactions.size() == 1);
  CHECK(activity.transactions[0].reference == "");
  CHECK(activity.transactions[0].amount.text == "");
  CHECK(activity.transactions[0].provider.organisation.ref == "");
  REQUIRE(activity.titles.size() == 1);
  CHECK(activity.titles[0].text == "Wells");
}

TEST_CASE("text is put together from text, CDATA and elements within it; entities of XML are resolved") {
  const auto reading =
      read_activity("<title><narrative>\n A &amp; B <!-- no --><![CDATA[<C> & ]]>D&#233; <b>E</b> F\n"
                    "</narrative></title><description><narrative><![CDATA[ </iati-activity> ]]>"
                    "</narrative></description>\n");
  const auto& activity = reading.activity();
  REQUIRE(activity.titles.size() == 1);
  CHECK(activity.titles[0].text == "A & B <C> & D\xC3\xA9 E F");
  CHECK(activity.descriptions[0].text == "</iati-activity>");
}

TEST_CASE("no entity of a document type is expanded: references stay as text") {
  const auto reading = read_bytes("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY big \"boom\"><!ENTITY f SYSTEM "
                                  "\"file:///etc/hostname\">]>\n<iati-activities version='2.03'>" +
                                  test::activity("<title><narrative>&big; &f; &lt;</narrative></title>") +
                                  "</iati-activities>");
  CHECK(reading.activity().titles[0].text == "&big; &f; <");
}

TEST_CASE("an activity without identifier is kept and told (missing-identifier, RULES.md 1)") {
  const auto reading =
      read_bytes(document("\n<iati-activity><iati-identifier> </iati-identifier><reporting-org ref='X'/>"
                          "</iati-activity>"));
  CHECK(reading.activity().iati_identifier == "");
  CHECK(reading.finding("missing-identifier").line == 3);
  CHECK(reading.findings().size() == 1);
}

TEST_CASE("an activity that nobody reports is told (missing-reporting-org)") {
  const auto reading =
      read_bytes(document("<iati-activity><iati-identifier>A</iati-identifier></iati-activity>"));
  CHECK(reading.finding("missing-reporting-org").iati_identifier == "A");
  CHECK(reading.source.publishers.empty());
}

TEST_CASE("dates that cannot be read are told with their text (bad-date)") {
  const auto reading = read_activity("<activity-date type='1' iso-date='2021-02-30'/>\n"
                                     "<activity-date type='1' iso-date=''/>\n"
                                     "<budget><period-start iso-date='soon'/></budget>\n"
                                     "<document-link><document-date iso-date='1/2/2021'/></document-link>\n");
  CHECK_FALSE(reading.activity().dates[0].date.has_value());
  CHECK(reading.activity().documents[0].date == "1/2/2021");
  const auto findings = reading.findings();
  REQUIRE(findings.size() == 3);
  CHECK(findings[0]->rule == "bad-date");
  CHECK(findings[0]->severity == facts::Severity::warning);
  CHECK(findings[0]->line == 4);
  CHECK(findings[0]->iati_identifier == "XX-EXAMPLE-1");
  CHECK(findings[0]->message.find("2021-02-30") != std::string::npos);
  CHECK(findings[1]->line == 6);
  CHECK(findings[2]->line == 7);
}

TEST_CASE("findings show a long text cut after a whole character (bad-date)") {
  std::string text = "a";
  for (int i = 0; i < 100; ++i)
    text += "\xE4\xB8\xAD";
  const auto reading = read_activity("<activity-date type='1' iso-date='" + text + "'/>\n");
  const std::string beginning = text.substr(0, 1 + 19 * 3);
  CHECK(reading.finding("bad-date").message.find(fmt::format("\"{}…\"", beginning)) != std::string::npos);
}

TEST_CASE("the first of several elements that may be given once counts") {
  const auto reading = read_activity("<activity-status code='2'/><activity-status code='4'/>"
                                     "<reporting-org ref='XX-OTHER' secondary-reporter='1'/>\n");
  CHECK(reading.activity().status == "2");
  CHECK(reading.activity().reporting_org.ref == "XX-EXAMPLE");
  CHECK_FALSE(reading.activity().secondary_reporter);
}

} // namespace kept::read::iati
