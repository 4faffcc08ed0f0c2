// SPDX-License-Identifier: Apache-2.0
#include "ledger/read_ledger.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "ledger/scratch_ledger.hpp"

#include <filesystem>

// Guards LEDGER.md, "Format": what a ledger's files may hold, and that everything wrong is told with its
// place.

namespace kept::ledger::test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view k_sound = "framework: example\ntitle: {en: Example, zh: 例, ko: 예}\n"
                                     "parties: {giver: {name: Giver}}\n"
                                     "agreements: [{id: pact, kind: mou, date: 2024-05, parties: giver}]\n";

TEST_CASE("a sound ledger is read whole") {
  ScratchLedger ledger;
  ledger.write("ledger.yaml", k_sound);
  const Framework framework = read_ledger(ledger.folder());
  CHECK(framework.id == "example");
  CHECK(framework.title.in("zh") == "例");
  CHECK_FALSE(framework.illustrative);
  REQUIRE(framework.agreements.size() == 1);
  const Agreement& pact = framework.agreements[0];
  CHECK(pact.title.english() == "pact");
  CHECK(pact.kind == "mou");
  CHECK_FALSE(pact.date);
  CHECK(pact.date_text == "2024-05");
  CHECK(pact.parties == std::vector<std::string>{"giver"});
  CHECK(pact.position.file == (ledger.folder() / "ledger.yaml").string());
  CHECK(pact.position.line == 4);
  CHECK(pact.position.column == 14);
}

TEST_CASE("included files add to the ledger, in the order of their names in `include`") {
  ScratchLedger ledger;
  ledger.write("ledger.yaml", "framework: example\ntitle: Example\ninclude: [b.yaml, more/a.yaml]\n")
      .write("more/a.yaml", "parties: {giver: {name: Giver}}\n")
      .write("b.yaml", "claims:\n - {id: c, by: giver, claim: event, date: 2024}\n");
  const Framework framework = read_ledger(ledger.folder());
  CHECK(framework.party("giver") != nullptr);
  REQUIRE(framework.claims.size() == 1);
  CHECK(framework.claims[0].position.file == (ledger.folder() / "b.yaml").string());
  CHECK(framework.claims[0].position.line == 2);
}

TEST_CASE("problems come in the order of the files and lines, those found across records too") {
  ScratchLedger ledger;
  ledger
      .write("ledger.yaml", "framework: example\ntitle: Example\ninclude: [a.yaml]\nclaims:\n"
                            " - {id: c, by: nobody, claim: event, date: 2024}\n"
                            " - {id: d, claim: event, date: 2024-14}\n")
      .write("a.yaml", "claims:\n - {id: e, claim: event, date: 20}\n - {id: c, claim: event, date: 2020}\n");
  const Lines problems = ledger.problems();
  REQUIRE(problems.size() == 4);
  CHECK(problems[0] == "ledger.yaml:5:16: `by`: there is no party `nobody`");
  CHECK(problems[1] == "ledger.yaml:6:32: `date`: there is no month 2024-14");
  CHECK(problems[2].starts_with("a.yaml:2:32: `date` must be"));
  CHECK(problems[3].starts_with("a.yaml:3:9: id `c` is already that of the claim in "));
}

TEST_CASE("a file outside the folder is not read, by no way") {
  ScratchLedger outside, ledger;
  outside.write("secret.yaml", "claims: []\n");
  fs::create_symlink(outside.folder() / "secret.yaml", ledger.folder() / "link.yaml");
  ledger.write("ledger.yaml", std::string(k_sound) + "include:\n - ../a.yaml\n - " +
                                  (outside.folder() / "secret.yaml").string() + "\n - link.yaml\n");
  CHECK(ledger.problems() == Lines{"ledger.yaml:6:4: `../a.yaml` lies outside the folder of the ledger",
                                   "ledger.yaml:7:4: `" + (outside.folder() / "secret.yaml").string() +
                                       "` lies outside the folder of the ledger",
                                   "ledger.yaml:8:4: `link.yaml` lies outside the folder of the ledger"});
}

TEST_CASE("an include that is missing, repeated or of another kind is told") {
  ScratchLedger ledger;
  ledger
      .write("ledger.yaml", std::string(k_sound) +
                                "include: [pledge.yaml, a.csv, pledges.yaml, ./pledges.yaml, "
                                "ledger.yaml]\n")
      .write("pledges.yaml", "pledges: []\n");
  CHECK(ledger.problems() ==
        Lines{"ledger.yaml:5:11: there is no file `pledge.yaml`; did you mean `pledges.yaml`?",
              "ledger.yaml:5:24: `a.csv` is no .yaml file",
              "ledger.yaml:5:45: `./pledges.yaml` is included twice",
              "ledger.yaml:5:61: `ledger.yaml` is included twice"});
}

TEST_CASE("an included file has no head of its own and includes nothing") {
  ScratchLedger ledger;
  ledger.write("ledger.yaml", std::string(k_sound) + "include: a.yaml\n")
      .write("a.yaml", "framework: other\ninclude: b.yaml\n");
  CHECK(ledger.problems() == Lines{"a.yaml:1:1: unknown key `framework` in file; it takes `parties`, "
                                   "`agreements`, `pledges`, `claims`",
                                   "a.yaml:2:1: unknown key `include` in file; it takes `parties`, "
                                   "`agreements`, `pledges`, `claims`"});
}

TEST_CASE("damage in an included file does not hide the rest") {
  ScratchLedger ledger;
  ledger.write("ledger.yaml", std::string(k_sound) + "include: a.yaml\ntitel: Example\n")
      .write("a.yaml", "pledges: [\n");
  const Lines problems = ledger.problems();
  REQUIRE(problems.size() == 2);
  CHECK(problems[0] == "ledger.yaml:6:1: unknown key `titel` in ledger; did you mean `title`?");
  CHECK(problems[1].starts_with("a.yaml:2:1: not YAML: "));
}

TEST_CASE("the head of a ledger is checked") {
  CHECK(problems_of("[]\n") == Lines{"1:1: ledger must be a map of keys and values, not a list"});
  CHECK(problems_of("framework: example\ntitle: Example\n") ==
        Lines{"1:1: the ledger states nothing: it has no agreements, pledges or claims"});
  CHECK(problems_of("claims: [{id: c, claim: event, date: 2024}]\n") ==
        Lines{"1:1: ledger needs `framework`", "1:1: ledger needs `title`"});
  CHECK(problems_of("framework: Example 1\ntitle: Example\nillustrative: perhaps\n"
                    "claims: [{id: c, claim: event, date: 2024}]\n") ==
        Lines{"1:12: id `Example 1` must be of lower-case letters, digits and single hyphens",
              "3:15: `illustrative` must be `true` or `false`, not `perhaps`"});
  CHECK(problems_of(std::string(k_sound) + "claims: {id: c}\n") ==
        Lines{"5:9: `claims` must be a list, not a map"});
  CHECK(problems_of(std::string(k_sound) + "claims: [c]\n") ==
        Lines{"5:10: claim must be a map of keys and values, not a single value"});
}

TEST_CASE("a key given twice is told at its second place") {
  CHECK(problems_of(std::string(k_sound) + "title: Again\n") == Lines{"5:1: `title` is given twice"});
}

TEST_CASE("texts are in English first, and in no language that the project does not speak") {
  const std::string rest = "framework: example\nclaims: [{id: c, claim: event, date: 2024}]\n";
  CHECK(problems_of(rest + "title: {zh: 例}\n") == Lines{"3:8: text needs `en`"});
  CHECK(problems_of(rest + "title: {en: Example, fr: Exemple}\n") ==
        Lines{"3:22: unknown key `fr` in text; it takes `en`, `zh`, `ko`"});
  CHECK(problems_of(rest + "title: {en: Example, kr: 예}\n") ==
        Lines{"3:22: unknown key `kr` in text; did you mean `ko`?"});
  CHECK(problems_of(rest + "title: [Example]\n") ==
        Lines{"3:8: `title` must be a text, or a text per language, not a list"});
  CHECK(problems_of(rest + "title: {en: ''}\n") == Lines{"3:9: `en` has no value"});
}

TEST_CASE("parties and documents are checked") {
  CHECK(problems_of("framework: example\ntitle: Example\n"
                    "parties:\n"
                    "  a: {country: XX, orgs: []}\n"
                    "  b: Example Agency\n"
                    "agreements:\n"
                    "  - {id: pact, kind: pact, date: 2024, parties: [a, c], source: {published: 1.2024, "
                    "url: a.pdf}}\n") ==
        Lines{"4:6: party needs `name`",
              "4:16: `country` must be a code of three capitals such as CHN (ISO 3166-1 alpha-3), not `XX`",
              "4:26: `orgs` is an empty list; leave it out or name something",
              "5:6: party must be a map of keys and values, not a single value",
              "7:22: unknown kind `pact`; it is one of `mou`, `treaty`, `declaration`, `initiative`, "
              "`programme`, "
              "`plan`, `meeting`, `appointment`, `other`",
              "7:53: `parties`: there is no party `c`", "7:65: document needs `title`",
              "7:77: `published` must be a year, a month or a day such as 2025, 2025-10 or 2025-10-13, not "
              "`1.2024`",
              "7:90: `url` must begin with https:// or http://, not `a.pdf`"});
}

TEST_CASE("a ledger that must be sound is refused with its first problems") {
  ScratchLedger ledger;
  std::string many = std::string(k_sound) + "claims:\n";
  for (int i = 0; i < 12; ++i)
    many += " - {id: c" + std::to_string(i) + ", claim: event, date: never}\n";
  ledger.write("ledger.yaml", many);
  try {
    read_ledger(ledger.folder());
    FAIL("the ledger was accepted");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    CHECK(error.where() == ledger.folder().string());
    CHECK(error.happened().starts_with("the ledger has 12 problems\n  "));
    CHECK(error.happened().find("ledger.yaml:6:33: `date` must be a year") != std::string::npos);
    CHECK(error.happened().ends_with("\n  … and 2 more"));
  }
}

TEST_CASE("a folder without a ledger is an error of input") {
  const ScratchLedger empty;
  CHECK_THROWS_AS(check_ledger(empty.folder()), Error);
  CHECK_THROWS_AS(check_ledger(empty.folder() / "nowhere"), Error);
}

TEST_CASE("the example of LEDGER.md is a sound ledger") {
  const fs::path page = fs::path(KEPT_SOURCE_DIR) / "../shared/docs/LEDGER.md";
  if (!fs::exists(page)) {
    MESSAGE("skipped: ../shared is not here");
    return;
  }
  const std::string text = read_file(page);
  const auto start = text.find("```yaml\n");
  REQUIRE(start != std::string::npos);
  const auto end = text.find("```", start + 8);
  ScratchLedger ledger;
  ledger.write("ledger.yaml", std::string_view(text).substr(start + 8, end - start - 8));
  CHECK(ledger.problems() == Lines{});
}

} // namespace
} // namespace kept::ledger::test
