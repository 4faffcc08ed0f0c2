// SPDX-License-Identifier: Apache-2.0
#include "store/number_filter.hpp"

#include "base/error.hpp"
#include "scratch_folder.hpp"
#include "store/open_for_questions.hpp"
#include "store/packed_numbers.hpp"

#include <doctest/doctest.h>

namespace kept::store {
namespace {

TEST_CASE("numbers are packed to be found one by one") {
  const std::vector<std::int64_t> numbers = {0, 1, 127, 128, 16'511, 2'147'483'647};
  std::string bytes;
  pack_numbers(numbers, bytes);
  CHECK(bytes.size() == 1 + 1 + 1 + 1 + 2 + 5); // distances 0, 1, 126, 1, 16 383 and 2 147 467 136
  std::vector<std::int64_t> read;
  CHECK_FALSE(any_packed_number(bytes, [&](std::int64_t number) {
    read.push_back(number);
    return false;
  }));
  CHECK(read == numbers);
  CHECK(any_packed_number(bytes, [](std::int64_t number) { return number == 128; }));
  CHECK_FALSE(any_packed_number("", [](std::int64_t) { return true; }));
  CHECK_FALSE(any_packed_number("\xFF", [](std::int64_t) { return true; })); // cut off
  const std::string endless(1000, '\xFF');
  any_packed_number(endless, [](std::int64_t) { return false; }); // damaged: some numbers, and an end
}

TEST_CASE("has_one_of finds rows one of whose packed numbers is in a list") {
  const test::ScratchFolder folder;
  const auto file = folder / "numbers.duckdb";
  // 5 and 133; 300; none; an empty one
  Database(file, {}).connect().execute("CREATE TABLE lists AS SELECT * FROM (VALUES (1, "
                                       "'\\x05\\x80\\x01'::BLOB), (2, '\\xAC\\x02'::BLOB), (3, NULL), "
                                       "(4, ''::BLOB)) t(i, packed)");
  const Database database = open_for_questions(file);
  const Connection connection = database.connect();
  const auto found = [&](const std::vector<std::int64_t>& numbers, const char* negated = "") {
    std::string rows;
    for (Rows row = connection
                        .prepare("SELECT i FROM lists WHERE " + std::string(negated) +
                                 has_one_of("packed", numbers) + " ORDER BY 1")
                        .rows();
         row.next();)
      rows += std::to_string(row.integer(0));
    return rows;
  };
  CHECK(found({133}) == "1");
  CHECK(found({5, 300}) == "12");
  CHECK(found({128, 301}).empty());
  CHECK(found({300}, "NOT ") == "14"); // null is neither
  CHECK(found({}).empty());
}

TEST_CASE("is_one_of finds the numbers of a list, in columns of either kind, and no others") {
  const test::ScratchFolder folder;
  const auto file = folder / "numbers.duckdb";
  Database(file, {}).connect().execute(
      "CREATE TABLE numbers AS SELECT i::INTEGER AS plain, i::UINTEGER AS code, "
      "CASE WHEN i % 2 = 0 THEN i::INTEGER END AS gaps FROM range(100000) t(i)");
  const Database database = open_for_questions(file);
  const Connection connection = database.connect();
  const auto found = [&](const std::string& condition) {
    std::vector<std::int64_t> numbers;
    for (Rows rows =
             connection.prepare("SELECT plain FROM numbers WHERE " + condition + " ORDER BY 1").rows();
         rows.next();)
      numbers.push_back(rows.number(0).value_or(-1));
    return numbers;
  };
  const std::vector<std::int64_t> some = {3, 4'098, 65'539, 99'999, 4'000'000'000};
  const std::vector<std::int64_t> met(some.begin(), some.end() - 1);
  CHECK(found(is_one_of("plain", some)) == met);
  CHECK(found(is_one_of("code", some)) == met);
  CHECK(found(is_one_of("gaps", some)) == std::vector<std::int64_t>{4'098});
  CHECK(found("NOT " + is_one_of("gaps", some)).size() == 49'999); // null is neither
  CHECK(found(is_one_of("plain", std::vector<std::int64_t>{7})) == std::vector<std::int64_t>{7});
  CHECK(found(is_one_of("plain", {})).empty());
  const std::vector<std::int64_t> small = {3, 10, 4'098}; // which have a bit each, and those beyond have none
  CHECK(found(is_one_of("plain", small)) == small);
  CHECK(found(is_one_of("plain - 50000", small)) == std::vector<std::int64_t>{50'003, 50'010, 54'098});

  SUBCASE("it is applied while the column is read") {
    std::string plan;
    for (Rows rows =
             connection.prepare("EXPLAIN SELECT gaps FROM numbers WHERE " + is_one_of("plain", some)).rows();
         rows.next();)
      plan += rows.string(1);
    CHECK(plan.find("Filters:") != std::string::npos); // of the scan
    CHECK(plan.find("FILTER") == std::string::npos);
    CHECK(plan.find("JOIN") == std::string::npos);
  }
  SUBCASE("a list that is none is refused; null finds nothing") {
    CHECK_THROWS_WITH_AS(found("kept_is_one_of(plain, '1,x')"), doctest::Contains("whole numbers"), Error);
    CHECK_THROWS_WITH_AS(found("kept_is_one_of(plain, '1,,2')"), doctest::Contains("whole numbers"), Error);
    CHECK(found("kept_is_one_of(plain, NULL)").empty());
    CHECK_THROWS_WITH_AS(found("kept_is_one_of(plain, plain::VARCHAR)"), doctest::Contains("constant"),
                         Error);
  }
}

} // namespace
} // namespace kept::store
