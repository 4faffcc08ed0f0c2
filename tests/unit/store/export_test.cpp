// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "store/example_facts.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace kept::store {
namespace {

const std::vector<ExampleSource> k_sources = {
    example_source("a.xml", 'a',
                   {activity("XE-1", {transaction("3", "2024-03-15", "100")}),
                    activity("XE-2", {transaction("3", "2024-03-16", "7")})}),
    example_source("b.xml", 'b', {activity("XE-3", {transaction("4", "2024-03-01", "12.5")})})};

const ExportedView& named(const std::vector<ExportedView>& views, std::string_view name) {
  const auto found =
      std::find_if(views.begin(), views.end(), [&](const ExportedView& view) { return view.name == name; });
  REQUIRE(found != views.end());
  return *found;
}

/// The file that a view is written to.
std::string exported(const TestFolder& here, const std::filesystem::path& store_path, std::string_view view,
                     ExportFormat format) {
  const Store store(store_path, here.path());
  const std::filesystem::path file = here.path() / "exported";
  store.export_view(named(store.exported_views(), view), format, file);
  return read_file(file);
}

} // namespace

TEST_CASE("a view is written as CSV: a header, then the rows sorted") {
  const TestFolder here;
  load(here.store(), k_sources);
  const std::string csv = exported(here, here.store(), "activities", ExportFormat::csv);
  const std::vector<std::string_view> lines = split(csv, '\n');
  REQUIRE(lines.size() == 5);
  CHECK(lines[0] == "source,line,iati_identifier,reporting_org,title,status,superseded");
  CHECK(lines[1].starts_with("a.xml,2,XE-1,"));
  CHECK(lines[3].starts_with("b.xml,2,XE-3,"));
}

TEST_CASE("the same sources give the same files, whatever the order of loading") {
  const TestFolder one, other;
  load(one.store(), k_sources);
  load(other.store(), {k_sources[1], k_sources[0]});
  for (const ExportFormat format : {ExportFormat::csv, ExportFormat::parquet})
    for (const char* view : {"transactions", "flows", "activities", "sources"}) {
      CAPTURE(view);
      const std::string file = exported(one, one.store(), view, format);
      CHECK(file.size() > 50);
      CHECK(file == exported(other, other.store(), view, format));
    }
}

TEST_CASE("a store opened for export is written to by nothing else, and nowhere else") {
  const TestFolder here, elsewhere;
  load(here.store(), k_sources);
  const Store store(here.store(), here.path());
  const ExportedView view = named(store.exported_views(), "sources");
  CHECK(view.columns.find("loaded_at") == std::string::npos);
  CHECK_THROWS_AS(store.export_view(view, ExportFormat::csv, elsewhere.path() / "sources.csv"), Error);
  CHECK_FALSE(std::filesystem::exists(elsewhere.path() / "sources.csv"));
  CHECK_THROWS_AS(Store(here.store()).export_view(view, ExportFormat::csv, here.path() / "sources.csv"),
                  Error);
  const std::string into_folder = (here.path() / "x.csv").string();
  CHECK_THROWS_AS(store.query("COPY sources TO '" + into_folder + "'"), Error);
  CHECK_THROWS_AS(store.query("SELECT * FROM read_csv('" + into_folder + "')"), Error);
}

} // namespace kept::store
