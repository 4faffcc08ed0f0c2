// SPDX-License-Identifier: Apache-2.0
#include "read/tables/read_reference.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "scratch_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace kept;
using namespace kept::read::tables;

namespace fs = std::filesystem;

namespace {

const facts::Reference& shipped() {
  static const facts::Reference reference = read_reference(KEPT_SOURCE_DIR "/data");
  return reference;
}

std::set<std::string> members(std::string_view group) {
  std::set<std::string> result;
  for (const facts::GroupMember& member : shipped().groups)
    if (member.group == group)
      result.insert(member.iso3);
  return result;
}

std::string rate_of(std::string_view currency, std::string_view month) {
  for (const facts::Rate& rate : shipped().rates)
    if (rate.currency == currency && rate.month == *Month::parse(month))
      return rate.usd_per_unit.to_string() + " " + rate.source;
  return "none";
}

/// A country's place among the World Bank's middle-income economies that have a figure, lowest first.
struct Place {
  double value = 0;
  std::size_t rank = 0, of = 0;
};

Place place_of_china(std::string_view indicator, int year) {
  std::set<std::string> members;
  for (const facts::IncomeGroup& income : shipped().income_groups)
    if (income.fiscal_year == "FY26" && income.group.ends_with("-middle"))
      members.insert(income.iso3);
  CHECK(members.size() == 104);
  std::map<std::string, double> values;
  for (const facts::ShippedObservation& figure : shipped().observations)
    if (figure.indicator == indicator && figure.year == year && members.contains(figure.iso3))
      values[figure.iso3] = figure.value;
  const auto lower = std::count_if(values.begin(), values.end(),
                                   [&](const auto& one) { return one.second < values.at("CHN"); });
  return {values.at("CHN"), static_cast<std::size_t>(lower) + 1, values.size()};
}

/// The areas that have the name or alias, and the aggregates' codes with it.
std::set<std::string> named(std::string_view name) {
  std::set<std::string> found;
  for (const facts::Area& area : shipped().areas)
    for (const std::string* one : {&area.name_en, &area.name_zh, &area.name_ko})
      if (fold(*one) == fold(name))
        found.insert(area.iso3);
  for (const facts::AreaAlias& alias : shipped().aliases)
    if (fold(alias.alias) == fold(name))
      found.insert(alias.iso3);
  for (const facts::Aggregate& aggregate : shipped().aggregates)
    if (fold(aggregate.name) == fold(name))
      found.insert(aggregate.code);
  return found;
}

/// A copy of the shipped tables that a test may damage.
class Copy {
public:
  Copy() {
    for (const fs::directory_entry& file : fs::directory_iterator(KEPT_SOURCE_DIR "/data"))
      if (file.is_regular_file())
        fs::copy_file(file.path(), m_folder / file.path().filename().string());
  }
  const fs::path& folder() const { return m_folder.path(); }
  void append(const char* name, std::string_view text) const {
    write_file(m_folder / name, read_file(m_folder / name) + std::string(text));
  }

private:
  test::ScratchFolder m_folder;
};

} // namespace

TEST_CASE("every country of ISO 3166-1 is there once, with names in three languages, and Kosovo") {
  CHECK(shipped().areas.size() == 250);
  std::set<std::string> iso2, iso3;
  for (const facts::Area& area : shipped().areas) {
    iso2.insert(area.iso2);
    iso3.insert(area.iso3);
    CHECK(is_utf8(area.name_zh));
    CHECK_FALSE(area.name_zh.empty());
    CHECK_FALSE(area.name_ko.empty());
    if (area.iso3 == "KOR") {
      CHECK(area.name_en == "Republic of Korea");
      CHECK(area.name_zh == "韩国");
      CHECK(area.name_ko == "한국");
      CHECK(area.m49 == "410");
    }
    if (area.iso3 == "DZA") {
      CHECK(area.m49 == "012"); // three digits
      CHECK(area.sub_region == "Northern Africa");
    }
  }
  CHECK(iso2.size() == 250);
  CHECK(iso3.size() == 250);
  CHECK(iso3.contains("XKX"));
}

TEST_CASE("the African Union counts the 54 African states that the ledger speaks of") {
  const auto african_union = members("african-union");
  CHECK(african_union.size() == 54);
  CHECK(african_union.contains("SSD"));
  CHECK_FALSE(african_union.contains("REU")); // a department of France
  CHECK_FALSE(african_union.contains("ESH"));
}

TEST_CASE("the other groups have the members that their organisations name") {
  CHECK(members("asean").size() == 11);
  CHECK(members("least-developed").size() == 44);
  CHECK(members("landlocked-developing").size() == 32);
  CHECK(members("small-island-developing").size() == 53);
  CHECK(members("africa").size() == 60);
  CHECK(members("no such group").empty());
}

TEST_CASE("code lists keep withdrawn entries, since old activities use them") {
  std::map<std::string, std::size_t> sizes;
  std::map<std::pair<std::string, std::string>, std::string> names;
  for (const facts::CodeEntry& entry : shipped().codes) {
    ++sizes[entry.list];
    names[{entry.list, entry.code}] = entry.name;
  }
  for (const char* list : {"ActivityDateType", "ActivityStatus", "AidType", "CollaborationType", "Country",
                           "Currency", "FinanceType", "FlowType", "OrganisationRole", "OrganisationType",
                           "PolicyMarker", "PolicySignificance", "Region", "RegionVocabulary",
                           "SectorCategory", "SectorVocabulary", "TiedStatus"}) {
    CAPTURE(list);
    CHECK(sizes[list] > 0);
  }
  CHECK(sizes["TransactionType"] == 13);
  CHECK(sizes["Sector"] == 325);
  CHECK(names[{"TransactionType", "3"}] == "Disbursement");
  CHECK(names[{"PolicyMarker", "1"}] == "Gender Equality");
  CHECK(names[{"Sector", "13020"}] == "Reproductive health care");
}

TEST_CASE("rates are the IMF's as published, FRED's where the IMF has none or is grossly off") {
  CHECK(rate_of("KRW", "2021-01") == "0.00091122251 IMF");
  CHECK(rate_of("KRW", "2000-08") == "0.000897289915269 FRED"); // not in the IMF's file
  CHECK(rate_of("KRW", "2026-06") == "0.000653824720969 FRED"); // behind its end
  CHECK(rate_of("EUR", "2023-02").ends_with("IMF"));            // of the month's first days, but the IMF's
  CHECK(rate_of("MXN", "1994-12").ends_with("FRED"));           // the IMF's is 25 % off
  CHECK(rate_of("HKD", "2020-01").ends_with("FRED"));
  CHECK(rate_of("VEF", "2018-08") == "0.000004811035 IMF"); // published as 4.811035e-06
}

TEST_CASE(
    "months in which the IMF's file holds another currency or the inverse are left out (data/README.md)") {
  CHECK(rate_of("BRL", "1994-06") == "none");
  CHECK(rate_of("BRL", "1994-07") != "none");
  CHECK(rate_of("PLN", "1994-12") == "none");
  CHECK(rate_of("BWP", "1999-03") == "none");
  CHECK(rate_of("MTL", "1999-05") == "none");
  CHECK(rate_of("VEB", "1998-05") == "none");
}

TEST_CASE("each currency's months follow each other, but for the gaps that data/README.md lists") {
  const std::set<std::string> with_gaps{"BHD", "CLP", "COP", "HUF", "IDR", "IRR", "ISK", "KZT", "LYD",
                                        "MTL", "NPR", "PHP", "PKR", "PLN", "TND", "UYU", "VEB", "VEF"};
  std::set<std::string> found;
  const facts::Rate* earlier = nullptr;
  for (const facts::Rate& rate : shipped().rates) {
    CHECK(rate.usd_per_unit > Decimal(0));
    if (earlier && earlier->currency == rate.currency) {
      CHECK(earlier->month < rate.month);
      if (rate.month.count() - earlier->month.count() > 1)
        found.insert(rate.currency);
    }
    earlier = &rate;
  }
  CHECK(found == with_gaps);
}

TEST_CASE("China's places among middle-income economies are those that the publishers' files give") {
  const Place under_five = place_of_china("under_five_mortality_rate", 2023);
  CHECK(under_five.value == 6.2);
  CHECK(under_five.rank == 8);
  CHECK(under_five.of == 104);
  const Place infant = place_of_china("infant_mortality_rate", 2023);
  CHECK(infant.value == 4.5);
  CHECK(infant.rank == 4);
  CHECK(infant.of == 104);
  const Place maternal = place_of_china("maternal_mortality_ratio", 2017);
  CHECK(maternal.value == 29);
  CHECK(maternal.rank == 19);
  CHECK(maternal.of == 100); // four members have no figure
}

TEST_CASE("the old maternal figures say that newer ones exist") {
  for (const facts::Series& series : shipped().series)
    if (series.id == "mmr-2000-2017") {
      CHECK(series.published == *Date::parse("2019-09-19"));
      CHECK(series.note.find("newer estimates") != std::string::npos);
    }
}

TEST_CASE("publishers' spellings and codes of a country lead to it") {
  const std::map<std::string, std::string> expected{{"Korea, Rep.", "KOR"},
                                                    {"Republic of Korea", "KOR"},
                                                    {"Korea, Dem. People's Rep.", "PRK"},
                                                    {"Viet Nam", "VNM"},
                                                    {"Vietnam", "VNM"},
                                                    {"Türkiye", "TUR"},
                                                    {"Turkey", "TUR"},
                                                    {"Côte d'Ivoire", "CIV"},
                                                    {"Cote d'Ivoire", "CIV"},
                                                    {"Congo, Dem. Rep.", "COD"},
                                                    {"Congo, Rep.", "COG"},
                                                    {"Niger", "NER"},
                                                    {"West Bank and Gaza", "PSE"},
                                                    {"KSV", "XKX"},
                                                    {"ROM", "ROU"},
                                                    {"EL", "GRC"},
                                                    {"UK", "GBR"},
                                                    {"多米尼加", "DOM"}};
  for (const auto& [name, iso3] : expected) {
    CAPTURE(name);
    CHECK(named(name) == std::set<std::string>{iso3});
  }
}

TEST_CASE("no name stands for two countries, nor for a country and an aggregate") {
  std::map<std::string, std::set<std::string>> owners;
  for (const facts::Area& area : shipped().areas)
    for (const std::string* name : {&area.name_en, &area.name_zh, &area.name_ko})
      owners[fold(*name)].insert(area.iso3);
  for (const facts::AreaAlias& alias : shipped().aliases)
    owners[fold(alias.alias)].insert(alias.iso3);
  for (const auto& [name, areas] : owners) {
    CAPTURE(name);
    CHECK(areas.size() == 1);
  }
  for (const facts::Aggregate& aggregate : shipped().aggregates) {
    CAPTURE(aggregate.name);
    CHECK_FALSE(owners.contains(fold(aggregate.name)));
  }
}

TEST_CASE("the digest is that of the files' names and contents") {
  const Copy copy;
  CHECK(shipped().digest.size() == 64);
  CHECK(read_reference(copy.folder()).digest == shipped().digest);
  copy.append("codes.csv", "Example,1,An example,\n");
  CHECK(read_reference(copy.folder()).digest != shipped().digest);
}

TEST_CASE("a missing or damaged table is an input error that names file, line and remedy") {
  const Copy copy;
  SUBCASE("missing") {
    fs::remove(copy.folder() / "rates.csv");
    CHECK_THROWS_WITH_AS(read_reference(copy.folder()), doctest::Contains("rates.csv"), Error);
  }
  SUBCASE("a rate that is no number") {
    write_file(copy.folder() / "rates.csv",
               "currency,month,usd_per_unit,source\nEUR,2020-01,1.1,IMF\nEUR,2020-02,x,IMF\n");
    CHECK_THROWS_WITH_AS(read_reference(copy.folder()),
                         doctest::Contains("rates.csv:3: the table is damaged"), Error);
  }
  SUBCASE("two rates for one month") {
    copy.append("rates.csv", "KRW,2021-01,0.0009,IMF\n");
    CHECK_THROWS_WITH_AS(read_reference(copy.folder()), doctest::Contains("two rates for 2021-01"), Error);
  }
  SUBCASE("a member that is no area") {
    copy.append("groups.csv", "asean,ZZZ\n");
    CHECK_THROWS_WITH_AS(read_reference(copy.folder()), doctest::Contains("`ZZZ` is not in areas.csv"),
                         Error);
  }
  SUBCASE("an area twice") {
    copy.append("areas.csv", "KR,KOR,410,Republic of Korea,,,Asia,Eastern Asia\n");
    CHECK_THROWS_WITH_AS(read_reference(copy.folder()), doctest::Contains("KOR stands there twice"), Error);
  }
  SUBCASE("a figure of an indicator that the catalogue does not have") {
    copy.append("observations.csv", "no_such_rate,KOR,2020,1,wdi-2025-12\n");
    CHECK_THROWS_WITH_AS(read_reference(copy.folder()), doctest::Contains("`no_such_rate`"), Error);
  }
  SUBCASE("an income group of no area") {
    copy.append("income_groups.csv", "ZZZ,FY26,low\n");
    CHECK_THROWS_WITH_AS(read_reference(copy.folder()), doctest::Contains("`ZZZ` is not in areas.csv"),
                         Error);
  }
  SUBCASE("cut off within a quote") {
    copy.append("codes.csv", "Example,2,\"cut o");
    CHECK_THROWS_WITH_AS(read_reference(copy.folder()), doctest::Contains("compile_reference.py"), Error);
  }
}
