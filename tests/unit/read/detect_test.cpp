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
  CHECK(kind_of("\xFE\xFF" + iati::test::utf16("kind,date,parties,title,document\n", true)) ==
        SourceKind::events);
}

TEST_CASE("tables are known by their header, in any case, quoted or not") {
  CHECK(kind_of("currency,month,usd_per_unit\nEUR,2024-01,1.1\n") == SourceKind::rates);
  CHECK(kind_of("Currency,Month,USD_per_unit,source") == SourceKind::rates);
  CHECK(kind_of("Date,Country,Exchange rate\r\n") == SourceKind::rates);
  CHECK(kind_of("\"person\", country,sex,birth_year,programme,status,date\r") == SourceKind::participants);
  CHECK(kind_of("kind,date,parties,title,document\n") == SourceKind::events);
}

TEST_CASE("a first line that begins with # and a byte order mark do not hide the header") {
  CHECK(kind_of("# illustrative: made up\r\nkind,date,parties,title,document\r\n") == SourceKind::events);
  CHECK(kind_of("\xEF\xBB\xBF# illustrative\nperson,country,sex,birth_year,programme,status,date\n") ==
        SourceKind::participants);
}

TEST_CASE("other files are of no known kind") {
  for (const std::string_view bytes :
       {"", "#", "# only a comment\n", "hello", "currency;month;usd_per_unit\n",
        "currency,month,usd_per_units\n", "date,country\n", "{}"}) {
    CAPTURE(bytes);
    CHECK_FALSE(kind_of(bytes).has_value());
  }
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
