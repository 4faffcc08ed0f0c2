// SPDX-License-Identifier: Apache-2.0
#include "publish/validation.hpp"

#include "base/text.hpp"
#include "validate/messages.hpp"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <string>

using namespace kept::publish;
using kept::validate::FileReport;
using kept::validate::Finding;
using kept::validate::remedy_of;
using kept::validate::Severity;
using kept::validate::text_of;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Does `first` stand in `text`, and `second` behind it?
bool holds_in_order(const std::string& text, const std::string& first, const std::string& second) {
  const std::size_t at = text.find(first);
  return at != std::string::npos && text.find(second, at + first.size()) != std::string::npos;
}

Finding finding(std::string_view message, std::uint32_t line, const std::string& first = "title",
                const std::string& second = "narrative") {
  Finding result;
  result.message = message;
  result.line = line;
  result.column = 5;
  result.activity = "XM-EXAMPLE-1";
  result.path = "iati-activities/iati-activity";
  result.arguments = {first, second, ""};
  return result;
}

Finding with_money(Finding result, const std::string& amount, const std::string& currency) {
  result.amount = amount;
  result.currency = currency;
  return result;
}

/// Of a file about nobody.
FileReport report(std::vector<Finding> findings = {}, const std::string& name = "made-up.xml") {
  FileReport result;
  result.file = name;
  result.kind = "iati-activities";
  result.version = "2.03";
  result.findings = std::move(findings);
  for (const Finding& one : result.findings)
    ++result.summary[static_cast<std::size_t>(kept::validate::message(one.message).severity)];
  return result;
}

std::string table(const std::vector<FileReport>& files, const Terminal& terminal = {}) {
  return render_validation(files, Format::table, "en", terminal);
}

constexpr const char* k_languages[] = {"en", "zh", "ko"};

} // namespace

TEST_CASE("JSON has the published keys in their order, every finding, and null for what is absent") {
  FileReport file = report({finding("0.3.1/missing-element", 12),
                            with_money(finding("7.8.1", 30), "1500.50", "USD"), finding("1.1.3", 40)});
  file.findings[2].activity.clear();
  file.left_out = 7;
  file.summary[3] = 5'000'000'000;
  file.rules_not_run = {"1.14.8", "1.18.8"};
  for (const std::string language : k_languages) {
    const auto text = [&](std::size_t i) { return text_of(file.findings[i], language); };
    const auto remedy = [&](std::size_t i) { return remedy_of(file.findings[i], language); };
    CHECK(render_validation({file}, Format::json, language, {}) == R"({
  "files": [
    {
      "file": "made-up.xml",
      "kind": "iati-activities",
      "version": "2.03",
      "valid": false,
      "summary": {
        "critical": 1,
        "error": 2,
        "warning": 0,
        "advisory": 5000000000
      },
      "findings": [
        {
          "rule": "0.3.1",
          "severity": "critical",
          "line": 12,
          "column": 5,
          "activity": "XM-EXAMPLE-1",
          "path": "iati-activities/iati-activity",
          "message": ")" + text(0) + R"(",
          "remedy": ")" + remedy(0) + R"(",
          "amount": null,
          "currency": null
        },
        {
          "rule": "7.8.1",
          "severity": "error",
          "line": 30,
          "column": 5,
          "activity": "XM-EXAMPLE-1",
          "path": "iati-activities/iati-activity",
          "message": ")" + text(1) + R"(",
          "remedy": ")" + remedy(1) + R"(",
          "amount": "1500.50",
          "currency": "USD"
        },
        {
          "rule": "1.1.3",
          "severity": "error",
          "line": 40,
          "column": 5,
          "activity": null,
          "path": "iati-activities/iati-activity",
          "message": ")" + text(2) + R"(",
          "remedy": ")" + remedy(2) + R"(",
          "amount": null,
          "currency": null
        }
      ],
      "left_out": 7,
      "rules_not_run": [
        "1.14.8",
        "1.18.8"
      ]
    }
  ]
}
)");
  }
}

TEST_CASE("JSON of a file without findings, of one that is no IATI, and of no file") {
  FileReport other = report({}, "other.xml");
  other.kind.clear();
  other.version.clear();
  CHECK(render_validation({report(), other}, Format::json, "en", {}) == R"({
  "files": [
    {
      "file": "made-up.xml",
      "kind": "iati-activities",
      "version": "2.03",
      "valid": true,
      "summary": {
        "critical": 0,
        "error": 0,
        "warning": 0,
        "advisory": 0
      },
      "findings": [],
      "left_out": 0,
      "rules_not_run": []
    },
    {
      "file": "other.xml",
      "kind": "",
      "version": "",
      "valid": true,
      "summary": {
        "critical": 0,
        "error": 0,
        "warning": 0,
        "advisory": 0
      },
      "findings": [],
      "left_out": 0,
      "rules_not_run": []
    }
  ]
}
)");
  CHECK(render_validation({}, Format::json, "en", {}) == "{\n  \"files\": []\n}\n");
}

TEST_CASE("JSON stays JSON whatever names and values hold") {
  const std::string odd = "a\n\"b\"\\\x1b[31m\xE9";
  const std::string out =
      render_validation({report({finding("1.1.3", 1, odd)}, odd)}, Format::json, "en", {});
  rapidjson::Document json;
  json.Parse(out.c_str());
  REQUIRE(json.IsObject());
  CHECK(json["files"][0]["file"].GetString() == kept::repair_utf8(odd));
  CHECK(holds(json["files"][0]["findings"][0]["message"].GetString(), kept::repair_utf8(odd)));
  CHECK_FALSE(holds(out, "\x1b"));
}

TEST_CASE("CSV has one header, and a line for each finding with the file first") {
  const std::string header =
      "file,rule,severity,line,column,activity,path,message,remedy,amount,currency\r\n";
  FileReport second = report({with_money(finding("7.8.1", 3), "9", "")}, "b, \"c\".xml");
  second.findings[0].activity.clear();
  const std::vector<FileReport> files{report({finding("1.1.3", 2)}, "a.xml"), report(), second};
  for (const std::string language : k_languages) {
    const std::string out = render_validation(files, Format::csv, language, {});
    CHECK(out.starts_with(header + "a.xml,1.1.3,error,2,5,XM-EXAMPLE-1,iati-activities/iati-activity,"));
    CHECK(holds(out, text_of(files[0].findings[0], language)));
    CHECK(holds(out, remedy_of(files[0].findings[0], language)));
    CHECK(holds(out, "\r\n\"b, \"\"c\"\".xml\",7.8.1,error,3,5,,iati-activities/iati-activity,"));
    CHECK(out.ends_with(",9,\r\n"));
    CHECK(out.find("file,rule", 1) == std::string::npos);
  }
  CHECK(render_validation({report()}, Format::csv, "en", {}) == header);
  CHECK(render_validation({}, Format::csv, "en", {}) == header);
}

TEST_CASE("text has a head with kind, version and verdict, and says when there is nothing to mend") {
  CHECK(table({report()}) == "made-up.xml (iati-activities, 2.03): valid, nothing to mend\n");
  FileReport unknown = report({finding("0.1.1", 1)});
  unknown.kind.clear();
  CHECK(table({unknown}).starts_with("made-up.xml: invalid, 1 critical\n\n  critical 0.1.1\n"));
  FileReport without_version = report();
  without_version.version.clear();
  CHECK(holds(table({without_version}), "(iati-activities, no version)"));
  CHECK(table({}).empty());
}

TEST_CASE("text counts by severity; only what is critical makes a file invalid") {
  FileReport file = report();
  file.summary = {0, 2, 1, 12345};
  CHECK(holds(table({file}), "valid, 2 errors, 1 warning, 12,345 advisories\n"));
  file.summary = {1, 1, 0, 0};
  CHECK(holds(table({file}), "invalid, 1 critical, 1 error\n"));
}

TEST_CASE("text has the sentence and the remedy of each message once, in the reader's language") {
  const FileReport file = report({finding("1.1.3", 2), finding("1.1.3", 4)});
  for (const std::string language : k_languages) {
    const std::string out = render_validation({file}, Format::table, language, {});
    const std::string sentence = text_of(file.findings[0], language);
    CHECK(holds_in_order(out, sentence, remedy_of(file.findings[0], language)));
    CHECK_FALSE(holds_in_order(out, sentence, sentence));
    CHECK(holds(out, "error 1.1.3, 2 times\n"));
  }
}

TEST_CASE("text shows the first three places of a message and how many more there are") {
  std::vector<Finding> findings;
  for (std::uint32_t line = 1; line <= 1500; ++line)
    findings.push_back(finding("1.1.3", line));
  const std::string out = table({report(findings)});
  CHECK(holds(out, "      1:5  XM-EXAMPLE-1  iati-activities/iati-activity\n"));
  CHECK(holds(out, "      3:5  XM-EXAMPLE-1"));
  CHECK_FALSE(holds(out, "      4:5  "));
  CHECK(holds(out, "error 1.1.3, 1,500 times"));
  CHECK(holds(out, "      … 1,497 more\n"));
  findings.resize(3);
  CHECK_FALSE(holds(table({report(findings)}), "more"));
}

TEST_CASE("a place whose sentence differs from the first has its own, so that nothing is hidden") {
  const std::string out = table({report({finding("0.3.1/missing-element", 2, "iati-activity", "title"),
                                         finding("0.3.1/missing-element", 9, "budget", "period-end")})});
  CHECK(holds_in_order(out, "title", "  2:5"));
  CHECK(holds_in_order(out, "  9:5", "period-end"));
}

TEST_CASE("text goes from the severest to the most frequent, then by the number of the rule") {
  const std::string out = table({report({finding("1.10.1", 1), finding("1.9.1", 2), finding("1.1.21", 3),
                                         finding("1.1.21", 4), finding("1.1.3", 5), finding("0.6.1", 6)})});
  CHECK(holds_in_order(out, "critical 0.6.1", "error 1.1.3"));
  CHECK(holds_in_order(out, "error 1.1.3", "warning 1.1.21"));
  CHECK(holds_in_order(out, "warning 1.1.21", "warning 1.9.1"));
  CHECK(holds_in_order(out, "warning 1.9.1", "warning 1.10.1"));
}

TEST_CASE("money affected adds within a currency only, without regard to signs, each amount once") {
  const std::string out = table({report(
      {with_money(finding("7.8.1", 1), "1000", "USD"), with_money(finding("7.8.1", 1), "1000", "USD"),
       with_money(finding("7.8.1", 2), " -500.5 ", "USD"), with_money(finding("7.8.1", 3), "7", "EUR"),
       with_money(finding("7.8.1", 4), "8", ""), with_money(finding("7.8.1", 5), "1,000", "EUR")})});
  CHECK(holds(
      out, "Money affected: EUR 7.00; USD 1,500.50; 1 amount without a currency; 1 amount that cannot be"));
  CHECK(holds(out, "(USD 1000)"));
  CHECK_FALSE(holds(table({report({finding("7.8.1", 1)})}), "Money"));
}

TEST_CASE("amounts and currencies beyond reason do no harm") {
  const std::string nines(38, '9');
  std::vector<Finding> findings;
  for (std::uint32_t line = 1; line <= 9; ++line)
    findings.push_back(with_money(finding("7.8.1", line), nines, "USD"));
  for (std::uint32_t line = 10; line <= 40; ++line)
    findings.push_back(with_money(finding("7.8.1", line), "1", "X" + std::to_string(line)));
  const std::string out = table({report(findings)});
  CHECK(holds(out, "Money affected: "));
  CHECK(holds(out, "more currencies"));
  CHECK(holds(out, "amounts that cannot be added up"));
}

TEST_CASE("names that look like terminal escapes are harmless in text") {
  FileReport file = report({with_money(finding("1.1.3", 1, "\x1b[2Jid"), "\x1b[1m5", "\x1b]0;title\x07")},
                           "evil\x1b[31m\nname.xml");
  file.version = "\x1b[5m2.03";
  file.kind = "\xC2\x9B"
              "31m";
  file.findings[0].activity = "\x1b[31mred";
  file.findings[0].path = "a\r\nb";
  file.rules_not_run = {"1.14.8\x1b[0m"};
  for (const Terminal& terminal : {Terminal{}, Terminal{60, false}}) {
    const std::string out = table({file, file}, terminal);
    CHECK_FALSE(holds(out, "\x1b"));
    CHECK_FALSE(holds(out, "\x07"));
    CHECK_FALSE(holds(out, "\r"));
    CHECK_FALSE(holds(out, "\xC2\x9B"));
    CHECK(holds(out, "evil [31m name.xml"));
  }
}

TEST_CASE("identifiers without end are cut, so that they do not flood the terminal") {
  FileReport file = report({finding("1.1.3", 1)});
  file.findings[0].activity = std::string(100'000, 'x');
  CHECK(table({file}).size() < 1000);
  CHECK(render_validation({file}, Format::json, "en", {}).size() > 100'000);
}

TEST_CASE("verdicts and severities have colours on terminals that want them, and nowhere else") {
  const std::vector<FileReport> files{report({}, "good.xml"), report({finding("0.6.1", 1)}, "bad.xml")};
  const std::string out = table(files, {80, true});
  CHECK(holds(out, "\x1b[32mvalid\x1b[0m"));
  CHECK(holds(out, "\x1b[31minvalid\x1b[0m"));
  CHECK(holds(out, "\x1b[31mcritical 0.6.1\x1b[0m"));
  CHECK_FALSE(holds(table(files, {80, false}), "\x1b"));
}

TEST_CASE("sentences and places fit the terminal, however narrow; nothing is wrapped off a place elsewhere") {
  const FileReport file = report({finding("1.1.21", 1), with_money(finding("7.8.1", 2), "5", "USD")});
  for (const std::string language : k_languages)
    for (const std::size_t width : {40UL, 60UL, 100UL}) {
      const std::string out = render_validation({file}, Format::table, language, {width, false});
      for (const std::string_view line : kept::split(out, '\n'))
        if (!line.starts_with("made-up.xml"))
          CHECK_MESSAGE(kept::display_width(line) <= width, line);
    }
  for (const std::size_t width : {1UL, 2UL, 7UL})
    CHECK_FALSE(table({file, file}, {width, false}).empty());
}

TEST_CASE("several files end with their rules and verdicts; files in order are one line each") {
  const std::vector<FileReport> files{
      report({}, "a.xml"), report({}, "b.xml"),
      report({finding("1.1.3", 1), finding("1.1.3", 2), finding("0.6.1", 3)}, "c.xml"),
      report({finding("1.1.3", 4)}, "d.xml")};
  const std::string out = table(files);
  CHECK(out.starts_with("a.xml (iati-activities, 2.03): valid, nothing to mend\n"
                        "b.xml (iati-activities, 2.03): valid, nothing to mend\n\n"
                        "c.xml (iati-activities, 2.03): invalid, 1 critical, 2 errors\n"));
  CHECK(holds(out, "\nd.xml"));
  const std::size_t rules = out.find("By rule, over all files\n");
  REQUIRE(rules != std::string::npos);
  const std::string end = out.substr(rules);
  CHECK(holds_in_order(end, "critical  0.6.1", "error     1.1.3"));
  CHECK(holds(end, "       3      2  ")); // findings, files
  CHECK(end.ends_with("\n4 files: 3 valid, 1 invalid\n"));
  CHECK_FALSE(holds(table({files[2]}), "By rule"));
}

TEST_CASE("what was left out and not run is said, with the reason, once") {
  FileReport file = report({finding("1.1.3", 1)});
  file.left_out = 1234;
  file.rules_not_run = {"1.14.8", "1.9.8"};
  const std::string one = table({file});
  CHECK(holds(one, "1,234 findings left out by --max-findings\n"));
  CHECK(one.ends_with(
      "\nNot run: 1.9.8, 1.14.8, for want of the approved agency codes (--org-prefixes FILE)\n"));
  const std::string two = table({file, file});
  CHECK(holds(two, "2,468 findings left out by --max-findings\n"));
  CHECK_FALSE(holds_in_order(two, "Not run", "Not run"));
}

TEST_CASE("written file by file it is the same text") {
  const std::vector<FileReport> files{report({finding("1.1.3", 1)}, "a.xml"), report({}, "b.xml")};
  for (const Format format : {Format::table, Format::json, Format::csv, Format::markdown}) {
    std::string out;
    ValidationWriter writer(format, "en", {}, [&](std::string_view text) { out += text; });
    writer.add(files[0]);
    writer.add(files[1]);
    writer.end();
    CHECK(out == render_validation(files, format, "en", {}));
  }
}
