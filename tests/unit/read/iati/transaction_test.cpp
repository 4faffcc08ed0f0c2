// SPDX-License-Identifier: Apache-2.0
#include "read/iati/reading.hpp"

#include <doctest/doctest.h>

namespace kept::read::iati {

using test::read_activity;

TEST_CASE("a transaction of version 2 gives all its facts, each with its line") {
  const auto reading =
      read_activity("<transaction ref=' T1 ' humanitarian='true'>\n<transaction-type code='3'/>"
                    "<transaction-date iso-date='2024-05-06'/>\n"
                    "<value currency='KRW' value-date='2024-05-07'>\n 1000.50 </value>\n"
                    "<description><narrative>First payment</narrative></description>"
                    "<provider-org ref='XX-P' type='10' "
                    "provider-activity-id='XX-P-1'><narrative>Provider</narrative></provider-org>"
                    "<receiver-org ref='XX-R' type='21' "
                    "receiver-activity-id='XX-R-1'><narrative>Receiver</narrative></receiver-org>"
                    "<disbursement-channel code='1'/>\n"
                    "<sector code='11110' percentage='50'/>\n<sector vocabulary='2' code='111'/>\n"
                    "<recipient-country code='AA'/>\n<recipient-region code='998'/>"
                    "<flow-type code='10'/><finance-type code='110'/><aid-type code='C01'/><aid-type "
                    "code='1' vocabulary='2'/>"
                    "<tied-status code='5'/></transaction>\n");
  REQUIRE(reading.transactions().size() == 1);
  const auto& transaction = *reading.transactions()[0];
  CHECK(transaction.line == 4);
  CHECK(transaction.ordinal == 0);
  CHECK(transaction.reference == "T1");
  CHECK(transaction.type == "3");
  CHECK(transaction.date->to_string() == "2024-05-06");
  CHECK(transaction.date_text == "2024-05-06");
  CHECK(transaction.amount.text == "1000.50");
  CHECK(transaction.amount.currency == "KRW");
  CHECK(transaction.amount.value_date->to_string() == "2024-05-07");
  CHECK(transaction.amount.value_date_text == "2024-05-07");
  CHECK(transaction.description == "First payment");
  CHECK(transaction.provider.organisation.ref == "XX-P");
  CHECK(transaction.provider.organisation.name == "Provider");
  CHECK(transaction.provider.type == "10");
  CHECK(transaction.provider.activity_id == "XX-P-1");
  CHECK(transaction.receiver.organisation.ref == "XX-R");
  CHECK(transaction.receiver.organisation.name == "Receiver");
  CHECK(transaction.receiver.type == "21");
  CHECK(transaction.receiver.activity_id == "XX-R-1");
  CHECK(transaction.disbursement_channel == "1");
  REQUIRE(transaction.sectors.size() == 2);
  CHECK(transaction.sectors[0].line == 9);
  CHECK(transaction.sectors[0].vocabulary == "1");
  CHECK(transaction.sectors[1].line == 10);
  REQUIRE(transaction.recipient_countries.size() == 1);
  CHECK(transaction.recipient_countries[0].line == 11);
  REQUIRE(transaction.recipient_regions.size() == 1);
  CHECK(transaction.recipient_regions[0].line == 12);
  CHECK(transaction.recipient_regions[0].vocabulary == "1");
  CHECK(transaction.flow_type == "10");
  CHECK(transaction.finance_type == "110");
  CHECK(transaction.tied_status == "5");
  REQUIRE(transaction.aid_types.size() == 2);
  CHECK(transaction.aid_types[1].vocabulary == "2");
  CHECK(transaction.humanitarian == true);
  CHECK(reading.findings().empty());
}

TEST_CASE("a transaction of version 1 gives the codes of version 2 and its text (RULES.md 2)") {
  const auto reading = read_activity(
      "<transaction><value currency='GBP' value-date='2007-10-01'>-5</value>"
      "<transaction-type code='D'>Disbursement</transaction-type><provider-org ref='XX-P'>Provider"
      "</provider-org><description>Spent</description>"
      "<transaction-date iso-date='2007-10-01'>October</transaction-date></transaction>\n");
  const auto& transaction = *reading.transactions().at(0);
  CHECK(transaction.type == "3");
  CHECK(transaction.amount.text == "-5");
  CHECK(transaction.provider.organisation.name == "Provider");
  CHECK(transaction.description == "Spent");
  CHECK(transaction.date->to_string() == "2007-10-01");
  CHECK(reading.findings().empty());
}

TEST_CASE("every transaction gives one record, whatever it lacks") {
  const auto reading = read_activity("<transaction/><transaction></transaction>\n"
                                     "<transaction><transaction-type code='3'/><value/></transaction>\n");
  REQUIRE(reading.transactions().size() == 3);
  CHECK(reading.transactions()[2]->amount.text == "");
  CHECK(reading.transactions()[2]->ordinal == 2);
  CHECK(reading.count("unknown-transaction-type") == 2);
}

TEST_CASE("a type that is not in the code list stays as published and is told (unknown-transaction-type)") {
  const auto reading = read_activity("\n<transaction><transaction-type code='99'/></transaction>\n");
  CHECK(reading.transactions()[0]->type == "99");
  const auto& finding = reading.finding("unknown-transaction-type");
  CHECK(finding.severity == facts::Severity::warning);
  CHECK(finding.line == 5);
  CHECK(finding.iati_identifier == "XX-EXAMPLE-1");
  CHECK(finding.message.find("99") != std::string::npos);
}

TEST_CASE(
    "a value date that cannot be read keeps its text, so that it is told from an absent one (bad-date)") {
  const auto reading =
      read_activity("<transaction><transaction-type code='3'/><value value-date='2024-13-01'>1</value>"
                    "</transaction>\n");
  CHECK_FALSE(reading.transactions()[0]->amount.value_date.has_value());
  CHECK(reading.transactions()[0]->amount.value_date_text == "2024-13-01");
  CHECK(reading.finding("bad-date").message.find("2024-13-01") != std::string::npos);
}

} // namespace kept::read::iati
