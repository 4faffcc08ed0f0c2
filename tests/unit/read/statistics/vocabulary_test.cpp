// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/vocabulary.hpp"

#include "read/statistics/figures.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <string>

using namespace kept;
using namespace kept::read::statistics;

namespace {

/// "country XAA", "aggregate WLD", "unknown "
std::string area(const Vocabulary& words, std::string_view text) {
  const Vocabulary::Area found = words.area(text);
  return fmt::format("{} {}", facts::to_string(found.kind), found.code);
}

std::string area(std::string_view text) {
  return area(test::invented_words(), text);
}

std::string id_of(std::string_view code, std::span<const Dimension> dimensions = {}) {
  const auto match = test::invented_words().indicator(code, dimensions);
  return match.indicator == nullptr ? "none" : match.indicator->id;
}

} // namespace

TEST_CASE("a country is known by its codes of three letters, two letters and digits, in any case") {
  for (const char* text : {"XAA", "xaa", " XAA ", "XA", "Xa", "991"}) {
    CAPTURE(text);
    CHECK(area(text) == "country XAA");
  }
  for (const char* text : {"007", "07", "7"}) {
    CAPTURE(text);
    CHECK(area(text) == "country XBB");
  }
}

TEST_CASE("a country is known by its names in three languages and by its aliases, folded") {
  for (const char* text : {"Examplia", "EXAMPLIA", " examplia ", "例国", "예시국", "republic of  Examplia"}) {
    CAPTURE(text);
    CHECK(area(text) == "country XAA");
  }
  CHECK(area("Island of Examples") == "country XBB");
  CHECK(area("ISLE EX") == "country XBB");
}

TEST_CASE("an aggregate is known by code and name, and is never a country") {
  CHECK(area("WLD") == "aggregate WLD");
  CHECK(area("wld") == "aggregate WLD");
  CHECK(area("Middle Income") == "aggregate MIC");
  CHECK(area("990") == "aggregate 990");
  CHECK(area("example region") == "aggregate 990");
}

TEST_CASE("a code that a country and an aggregate share is the country's") {
  CHECK(area("XB") == "country XBB");
  CHECK(area("Not Examples") == "aggregate XB");
}

TEST_CASE("an area that nobody knows has no code") {
  for (const char* text : {"", " ", "XZZ", "8", "9999", "0991", "Examplia and others", "WL"}) {
    CAPTURE(text);
    CHECK(area(text) == "unknown ");
  }
}

TEST_CASE("the shipped words tell countries from the World Bank's, WHO's and the UN's aggregates") {
  const Vocabulary& words = test::shipped_words();
  CHECK(area(words, "CHN") == "country CHN");
  CHECK(area(words, "4") == "country AFG");
  CHECK(area(words, "Korea, Rep.") == "country KOR");
  CHECK(area(words, "XKX") == "country XKX");
  for (const char* text :
       {"WLD", "MIC", "LMC", "UMC", "LIC", "HIC", "SSF", "EAP", "AFR", "SEAR", "GLOBAL", "002"}) {
    CAPTURE(text);
    CHECK(area(words, text) == std::string("aggregate ") + text);
  }
}

TEST_CASE("an indicator is known by its id and by its publishers' codes") {
  const auto by_id = test::invented_words().indicator("example_rate", {});
  REQUIRE(by_id.indicator != nullptr);
  CHECK(by_id.indicator->id == "example_rate");
  CHECK(by_id.code == nullptr);
  const auto by_code = test::invented_words().indicator(" ex.rate ", {});
  REQUIRE(by_code.indicator != nullptr);
  CHECK(by_code.indicator->id == "example_rate");
  REQUIRE(by_code.code != nullptr);
  CHECK(by_code.code->scheme == "world-bank");
  CHECK(id_of("EX.RATE.NE") == "none");
  CHECK(id_of("") == "none");
}

TEST_CASE("a code under conditions is the indicator whose conditions hold, the most of them first") {
  const Dimension infants{"AGE", "Y0"}, adults{"AGE", "Y15T49"}, urban{"AREA", "URBAN"};
  CHECK(id_of("EX_AGED") == "none");
  CHECK(id_of("EX_AGED", std::array{adults}) == "none");
  CHECK(id_of("EX_AGED", std::array{urban}) == "none");
  CHECK(id_of("EX_AGED", std::array{infants}) == "example_rate");
  CHECK(id_of("EX_AGED", std::array{infants, urban}) == "example_share");
  CHECK(id_of("EX_AGED", std::array{urban, infants}) == "example_share");
}

TEST_CASE("a unit is known by its id and its spellings, folded") {
  const Vocabulary& words = test::invented_words();
  for (const char* text : {"per_1000_examples", "Per 1,000  Examples", "PER_1000_EXAMPLES"}) {
    CAPTURE(text);
    REQUIRE(words.unit(text) != nullptr);
    CHECK(words.unit(text)->id == "per_1000_examples");
  }
  REQUIRE(words.unit("pt") != nullptr);
  CHECK(words.unit("pt")->id == "percent");
  CHECK(words.unit("per mille") == nullptr);
  CHECK(words.unit("") == nullptr);
}
