// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "validate/embedded_text.hpp"
#include "validate/messages.hpp"
#include "validate/schema.hpp"

#include <doctest/doctest.h>

#include <set>

namespace kept::validate {

TEST_CASE("every message says the same with the same placeholders in three languages") {
  for (const auto& row : code_list_rule_rows())
    CHECK(message(row.at(0)).rule == row.at(0));
  std::set<std::string_view> keys;
  for (const EmbeddedText& file : rule_tables()) {
    if (file.name != "messages.csv")
      continue;
    for (std::size_t at = file.text.find('\n') + 1; at < file.text.size(); at = file.text.find('\n', at) + 1)
      keys.insert(file.text.substr(at, file.text.find(',', at) - at));
  }
  CHECK(keys.size() == 165);
  const auto placeholders = [](std::string_view text) {
    std::set<char> found;
    for (std::size_t i = 0; i + 2 < text.size(); ++i)
      if (text[i] == '{' && text[i + 2] == '}')
        found.insert(text[i + 1]);
    return found;
  };
  for (const std::string_view key : keys) {
    const Message& one = message(key);
    for (std::size_t language = 0; language < 3; ++language) {
      CHECK_FALSE(one.what[language].empty());
      CHECK_FALSE(one.remedy[language].empty());
      CHECK_MESSAGE(placeholders(one.what[language]) == placeholders(one.what[0]), key);
      CHECK_MESSAGE(placeholders(one.remedy[language]) == placeholders(one.remedy[0]), key);
    }
  }
}

TEST_CASE("placeholders are filled in, long values are shortened between characters") {
  Finding finding;
  finding.message = "0.3.1/missing-element";
  finding.arguments = {"budget", "value", ""};
  CHECK(text_of(finding, "en") == "budget lacks the element value, which the standard demands.");
  CHECK(text_of(finding, "zh") == "budget 缺少标准要求的元素 value。");
  CHECK(text_of(finding, "ko") == "budget에 표준이 요구하는 요소 value이(가) 없습니다.");
  CHECK(text_of(finding, "fr") == text_of(finding, "en"));
  CHECK(remedy_of(finding, "en") == "Add value at the end of budget.");
  finding.arguments[0] = std::string(99, 'a') + "é" + std::string(20, 'b');
  CHECK(text_of(finding, "en") ==
        std::string(99, 'a') + "é… lacks the element value, which the standard demands.");
}

TEST_CASE("a message of a rule on a code list names the attribute and what the list is of") {
  Finding finding;
  finding.message = "9.50.1";
  finding.path = "iati-activities/iati-activity/recipient-country/@code";
  finding.arguments = {"XX1", "Country", ""};
  CHECK(text_of(finding, "en") ==
        "recipient-country/@code holds “XX1”, which is no country code: the code list "
        "Country does not have it, so that nobody can tell what it means.");
  CHECK(remedy_of(finding, "en") == "Write a code of the list Country.");
  CHECK(message("9.50.1").severity == Severity::error);
  CHECK(message("9.50.1").category == "geo");
  CHECK_THROWS_AS(message("0.0.0"), Error);
}

TEST_CASE("a message of a rule on a short code list names the codes") {
  Finding finding;
  finding.message = "9.7.1";
  finding.arguments = {"3", "BudgetStatus", "1, 2"};
  CHECK(remedy_of(finding, "en") == "Write one of these: 1, 2 (code list BudgetStatus).");
  CHECK(remedy_of(finding, "zh") == "请使用以下代码之一：1, 2（代码表 BudgetStatus）。");
  CHECK(remedy_of(finding, "ko") == "다음 가운데 하나를 쓰십시오: 1, 2 (코드 목록 BudgetStatus).");
  finding.message = "9.1.1"; // where not all that are allowed are good advice
  finding.path = "iati-activities/@version";
  finding.arguments = {"2.99", "Version", "1.01, 2.03"};
  CHECK(text_of(finding, "en").starts_with("iati-activities/@version holds “2.99”, which is no version"));
  CHECK(remedy_of(finding, "en") == "Write 2.03, the current version of the standard.");
}

TEST_CASE("a message of a rule on a vocabulary's code list names the vocabulary") {
  Finding finding;
  finding.message = "9.77.1";
  finding.path = "iati-activities/iati-activity/sector/@code";
  finding.arguments = {"9", "SectorCategory", ""};
  CHECK(text_of(finding, "en")
            .starts_with("sector/@code holds “9” under the vocabulary 2, which is no category"));
  CHECK(remedy_of(finding, "en") ==
        "Write a code of the list SectorCategory. A code of another vocabulary needs "
        "that one as its vocabulary.");
  CHECK(text_of(finding, "zh").starts_with("sector/@code 在词表 2 下的值“9”不是"));
  finding.message = "9.76.1";
  CHECK(text_of(finding, "en").find("the vocabulary 1, which is meant where none is named;") !=
        std::string::npos);
}

TEST_CASE("the tables of the schema say what the standard says") {
  const Schema& schema = Schema::of("iati-activities", "2.03");
  CHECK(schema.root().name == "iati-activities");
  REQUIRE(schema.global("budget") != nullptr);
  CHECK(schema.global("budget")->children.at(0).name == "period-start");
  CHECK(schema.global("budget")->children.at(0).least == 1);
  CHECK(schema.global("no-such-element") == nullptr);
  CHECK(Schema::of("iati-organisations", "2.03").global("total-budget") != nullptr);
  CHECK_THROWS_AS(Schema("type a\n  elemnt b c 0 1\n"), Error);
}

} // namespace kept::validate
