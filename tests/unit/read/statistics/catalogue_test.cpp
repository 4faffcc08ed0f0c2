// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/catalogue.hpp"

#include "base/error.hpp"
#include "scratch_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <string>

using namespace kept;
using namespace kept::read::statistics;

namespace {

const Catalogue& shipped() {
  static const Catalogue catalogue = read_catalogue(KEPT_SOURCE_DIR "/data/indicators.yaml");
  return catalogue;
}

const facts::CatalogueIndicator& indicator(std::string_view id) {
  for (const facts::CatalogueIndicator& one : shipped().indicators)
    if (one.id == id)
      return one;
  FAIL("no indicator ", id);
  throw 0;
}

/// The indicator that a publisher's code stands for; empty when there is none.
std::string id_of(std::string_view scheme, std::string_view code) {
  for (const facts::CatalogueIndicator& one : shipped().indicators)
    for (const facts::IndicatorCode& of : one.codes)
      if (of.scheme == scheme && of.code == code)
        return one.id;
  return {};
}

/// A catalogue of one unit and one indicator; `more` goes below them.
std::string with(std::string_view unit = "percent", std::string_view more = "") {
  return fmt::format(R"(units:
  - {{id: percent, name: "%", base: any, per: 100, share: true, spellings: [PT]}}
indicators:
  - id: example_rate
    name: {{en: An example, zh: 例, ko: 예}}
    unit: {}
    lower_is_better: true
    codes: [{{scheme: example, code: EX_1, where: {{AGE: Y0}}}}]
{})",
                     unit, more);
}

Catalogue read_text(std::string_view yaml) {
  const test::ScratchFolder folder;
  return read_catalogue(folder.write("indicators.yaml", yaml));
}

/// What the catalogue is refused with; empty when it is not.
std::string refusal(std::string_view yaml) {
  try {
    read_text(yaml);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

bool says(std::string_view yaml, std::string_view expected) {
  const std::string message = refusal(yaml);
  INFO("refused with: ", message);
  return message.find(expected) != std::string::npos;
}

} // namespace

TEST_CASE("a small catalogue is read as it is written") {
  const Catalogue catalogue = read_text(with());
  REQUIRE(catalogue.units.size() == 1);
  CHECK(catalogue.units[0].share);
  CHECK(catalogue.units[0].per == 100);
  REQUIRE(catalogue.indicators.size() == 1);
  CHECK(catalogue.indicators[0].name_ko == "예");
  CHECK_FALSE(catalogue.indicators[0].target.has_value());
  REQUIRE(catalogue.indicators[0].codes.size() == 1);
  CHECK(catalogue.indicators[0].codes[0].where.at("AGE") == "Y0");
}

TEST_CASE("an unknown key is refused with its line and the key that was meant") {
  CHECK(says(with("percent", "    lower_is_beter: true\n"), "indicators.yaml:9:5: there is no key "
                                                            "`lower_is_beter`; did you mean "
                                                            "`lower_is_better`?"));
}

TEST_CASE("a unit that the catalogue does not have is refused") {
  CHECK(says(with("per_mille"), "there is no unit `per_mille`"));
}

TEST_CASE("an id, a code or a unit's spelling that stands there twice is refused") {
  const std::string_view other = "    name: {en: Another, zh: 另, ko: 다른}\n"
                                 "    unit: percent\n"
                                 "    lower_is_better: true\n";
  CHECK(says(with("percent", fmt::format("  - id: example_rate\n{}", other)),
             "`example_rate` stands there twice"));
  CHECK(says(with("percent", fmt::format("  - id: other\n{}    codes: [{{scheme: example, code: EX_1, where: "
                                         "{{AGE: Y0}}}}]\n",
                                         other)),
             "`EX_1` already names an indicator"));
  // The same code under another condition is another series.
  CHECK(refusal(with("percent", fmt::format("  - id: other\n{}    codes: [{{scheme: example, code: EX_1, "
                                            "where: {{AGE: Y1}}}}]\n",
                                            other)))
            .empty());
  CHECK(says("units:\n"
             "  - {id: percent, name: \"%\", base: any, per: 100, spellings: [PT]}\n"
             "  - {id: per_100, name: per 100, base: any, per: 100, spellings: [pt]}\n"
             "indicators: []\n",
             "`pt` already names the unit `percent`"));
}

TEST_CASE("a name that is missing in one language is refused") {
  CHECK(says("units:\n"
             "  - {id: percent, name: \"%\", base: any, per: 100}\n"
             "indicators:\n"
             "  - {id: x, name: {en: An example, zh: 例}, unit: percent, lower_is_better: true}\n",
             "`ko` is missing"));
}

TEST_CASE("a reduction that says from when but not by how much is refused") {
  CHECK(says(with("percent", "    target: {goal: \"0.0\", at_most: 1, reduced_from: 2010}\n"),
             "`reduced_from` and `reduced_by` belong together"));
}

TEST_CASE("the targets are those of the Sustainable Development Goals (RULES 9)") {
  const auto& under_five = indicator("under_five_mortality_rate").target;
  REQUIRE(under_five.has_value());
  CHECK(under_five->at_most == 25);
  CHECK(under_five->year == 2030);
  CHECK(indicator("neonatal_mortality_rate").target->at_most == 12);
  CHECK_FALSE(indicator("infant_mortality_rate").target.has_value());
  const auto& maternal = indicator("maternal_mortality_ratio").target;
  REQUIRE(maternal.has_value());
  CHECK(maternal->world_at_most == 70);
  CHECK(maternal->at_most == 140);
  CHECK(maternal->reduced_from == 2010);
  CHECK(maternal->reduced_by == 2.0 / 3.0); // to the last bit
}

TEST_CASE("each publisher's code leads to the one indicator that it measures") {
  for (const auto& [scheme, code] :
       {std::pair("unicef", "CME_MRY0T4"), std::pair("world-bank", "SH.DYN.MORT"),
        std::pair("who", "MDG_0000000007"), std::pair("sdg", "SH_DYN_MORT")})
    CHECK(id_of(scheme, code) == "under_five_mortality_rate");
  // What looks alike and is not: a country's own figure, and entrants to the last grade.
  CHECK(id_of("world-bank", "SH.STA.MMRT") == "maternal_mortality_ratio");
  CHECK(id_of("world-bank", "SH.STA.MMRT.NE") == "maternal_mortality_ratio_national");
  CHECK(id_of("unicef", "ED_CR_L2") == "lower_secondary_completion_in_surveys");
  CHECK(id_of("world-bank", "SE.SEC.CMPT.LO.ZS") == "lower_secondary_completion_rate");
}
