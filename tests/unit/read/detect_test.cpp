// SPDX-License-Identifier: Apache-2.0
#include "read/detect.hpp"

#include "base/error.hpp"
#include "read/iati/reading.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace kept::read {
namespace {

using facts::SourceKind;

std::optional<SourceKind> kind_of(std::string_view bytes) {
  const iati::test::ScratchFile file(bytes);
  return detect(file.path());
}

} // namespace

TEST_CASE("XML files are known by their root element, whatever stands before it") {
  CHECK(kind_of("<iati-activities version='2.03'></iati-activities>") == SourceKind::iati_activities);
  CHECK(kind_of("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <html> --><!DOCTYPE x [<!ENTITY a "
                "'b'>]><iati-activities>") == SourceKind::iati_activities);
  CHECK(kind_of("<iati-organisations/>") == SourceKind::iati_organisations);
  CHECK_FALSE(kind_of("<codelist name='Country'/>").has_value());
  CHECK_FALSE(kind_of("<x:iati-activities/>").has_value());
  CHECK_FALSE(kind_of("<!-- <iati-activities> -->").has_value());
}

TEST_CASE("a damaged file is still recognised by its root") {
  CHECK(kind_of("<iati-activities><iati-activity><x></iati-activities") == SourceKind::iati_activities);
  CHECK(kind_of("<?xml version='1.0' encoding='x-made-up'?><iati-activities>") ==
        SourceKind::iati_activities);
}

TEST_CASE("files are recognised in gzip and in other encodings") {
  const std::string xml = "<?xml version='1.0'?><iati-activities>";
  CHECK(kind_of(iati::test::gzip(xml)) == SourceKind::iati_activities);
  CHECK(kind_of(iati::test::utf16(xml, false)) == SourceKind::iati_activities);
  CHECK(kind_of(iati::test::gzip("kind,date\n")) == SourceKind::events);
  // The readers of tables take UTF-8 only, so nothing else is recognised as one.
  CHECK_FALSE(kind_of("\xFE\xFF" + iati::test::utf16("kind,date\n", true)).has_value());
}

TEST_CASE("tables are known by their header, in any case, quoted or not") {
  CHECK(kind_of("currency,month,usd_per_unit\nEUR,2024-01,1.1\n") == SourceKind::rates);
  CHECK(kind_of("Currency,Month,USD_per_unit,source") == SourceKind::rates);
  CHECK(kind_of("Date,Country,Exchange rate\r\n") == SourceKind::rates);
  CHECK(kind_of("\"person\", country,sex,birth_year,programme,status,date\r") == SourceKind::participants);
  CHECK(kind_of("kind,date,parties,title,document\n") == SourceKind::events);
}

TEST_CASE("a table needs only its required columns, in any order, among others") {
  CHECK(kind_of("person,programme,status\n1,P,nominated\n") == SourceKind::participants);
  CHECK(kind_of("person,programme,status,date,country,sex,birth_year\n") == SourceKind::participants);
  CHECK(kind_of("kind,date\nx,2026-01-01\n") == SourceKind::events);
  CHECK(kind_of("kind,date,parties\n") == SourceKind::events);
  CHECK(kind_of("title,DATE,notes,Kind\n") == SourceKind::events);
  CHECK(kind_of("currency,source,month,usd_per_unit\n") == SourceKind::rates);
  CHECK(kind_of("Exchange  rate,Country,Date\n") == SourceKind::rates);
}

TEST_CASE("semicolons and tabs separate columns as commas do") {
  CHECK(kind_of("kind;date;parties;title;document\n") == SourceKind::events);
  CHECK(kind_of("month;usd_per_unit;currency\n") == SourceKind::rates);
  CHECK(kind_of("status\tprogramme\tperson\n") == SourceKind::participants);
}

TEST_CASE("columns that two kinds share do not make a table of either") {
  CHECK(kind_of("date,country,kind\n") == SourceKind::events); // not FRED's: no rate
  CHECK(kind_of("person,programme,status,date,kind_of_course\n") == SourceKind::participants);
  CHECK(kind_of("person,status,date,kind\n") == SourceKind::events);
  CHECK(kind_of("kind,date,person,programme,status\n") == SourceKind::participants); // the first of two
}

TEST_CASE("a header with a fault is recognised, so that the table's reader says what is wrong") {
  CHECK(kind_of("kind,date,date\n") == SourceKind::events);
  CHECK(kind_of("kind,date,\"title\" of event\n") == SourceKind::events);
}

TEST_CASE("a first line that begins with # and a byte order mark do not hide the header") {
  CHECK(kind_of("# c\n# d\nkind,date,parties,title,document\nx,2026-01-01,,,\n") == SourceKind::events);
  CHECK(kind_of("#" + std::string(70'000, 'c') + "\nkind;date;title\n") == SourceKind::events);
  CHECK(kind_of("# illustrative: made up\r\nkind,date,parties,title,document\r\n") == SourceKind::events);
  CHECK(kind_of("\xEF\xBB\xBF# illustrative\nperson,country,sex,birth_year,programme,status,date\n") ==
        SourceKind::participants);
}

TEST_CASE("other files are of no known kind") {
  for (const std::string_view bytes :
       {"", "#", "# only a comment\n", "hello", "currency,month,usd_per_units\n", "date,country\n",
        "kind,parties,title\n", "of this kind, the date, and the parties\nkind,date\n", "person,status\n",
        "kind;date,title\n", "{}"}) {
    CAPTURE(bytes);
    CHECK_FALSE(kind_of(bytes).has_value());
  }
  CHECK_FALSE(kind_of(std::string(70'000, 'x') + "\nkind,date\n").has_value());
  std::string words;
  while (words.size() < 70'000)
    words += "word,";
  CHECK_FALSE(kind_of(words + "\nkind,date\n").has_value());
  CHECK(kind_of(words + "kind,date\n") == SourceKind::events); // however far behind they stand
  CHECK_THROWS_AS(detect("/nowhere/at/all.csv"), Error);
}

TEST_CASE("published files are recognised") {
  if (!iati::test::has_shared())
    return;
  CHECK(detect(iati::test::shared("data/iati/adb-armenia.xml")) == SourceKind::iati_activities);
  CHECK(detect(iati::test::shared("data/iati-v1/unitedstates-tz.xml")) == SourceKind::iati_activities);
  CHECK(detect(iati::test::shared("conformance/rules/iati-org-no-errors.xml")) ==
        SourceKind::iati_organisations);
  CHECK(detect(iati::test::shared("data/rates/monthly.csv")) == SourceKind::rates);
  CHECK(detect(iati::test::shared("data/rates/imf-monthly-usd-per-unit.csv")) == SourceKind::rates);
  CHECK_FALSE(detect(iati::test::shared("standard/codelists/Country.xml")).has_value());
}

TEST_CASE("the kinds that can be loaded are told one per line") {
  const std::string kinds = supported_kinds();
  CHECK(kinds.find("iati-activities") != std::string::npos);
  CHECK(kinds.ends_with('\n'));
}

} // namespace kept::read
