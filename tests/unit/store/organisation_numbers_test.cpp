// SPDX-License-Identifier: Apache-2.0
#include "store/organisation_numbers.hpp"

#include <doctest/doctest.h>

#include <set>
#include <thread>

namespace kept::store {
namespace {

facts::Organisation named(std::string_view ref, std::string_view name) {
  facts::Organisation organisation;
  organisation.ref = ref;
  organisation.name = name;
  return organisation;
}

TEST_CASE("an organisation has one number for a source, whoever asks; reference and name are not one text") {
  OrganisationNumbers numbers(41);
  const auto number = [&](std::int32_t source, std::string_view ref, std::string_view name) {
    return numbers.number(numbers.identity(source, named(ref, name)));
  };
  CHECK(number(1, "XE-1", "Example").number == 42);
  CHECK_FALSE(number(1, "XE-1", "Example").is_new);
  const std::set<std::int32_t> others = {
      number(2, "XE-1", "Example").number, number(1, "Example", "XE-1").number,
      number(1, "XE-1Example", "").number, number(1, "", "XE-1Example").number,
      number(1, "XE-1", "").number,        number(1, "", "Example").number};
  CHECK(others.size() == 6);
  CHECK(others.count(42) == 0);
}

TEST_CASE("threads that meet the same organisations number them together") {
  OrganisationNumbers numbers(0);
  constexpr int many = 20'000;
  std::array<std::vector<std::int32_t>, 2> found;
  std::array<int, 2> made{};
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < 2; ++i)
      threads.emplace_back([&, i] {
        for (int name = 0; name < many; ++name) {
          const auto given = numbers.number(numbers.identity(1, named("", std::to_string(name))));
          found[i].push_back(given.number);
          made[i] += given.is_new ? 1 : 0;
        }
      });
  }
  CHECK(found[0] == found[1]);
  CHECK(std::set<std::int32_t>(found[0].begin(), found[0].end()).size() == many);
  CHECK(made[0] + made[1] == many);
}

TEST_CASE("a table of identities keeps what it holds when it grows, and begins anew when it is full") {
  const auto identity = [](std::uint64_t text) { return wide_hash(std::to_string(text), 7); };
  IdentityTable table(4'096);
  for (std::int32_t i = 1; i <= 2'048; ++i)
    table.add(identity(static_cast<std::uint64_t>(i)), i);
  for (std::int32_t i = 1; i <= 2'048; ++i)
    CHECK(table.number(identity(static_cast<std::uint64_t>(i))) == i);
  CHECK(table.number(identity(9'999)) == 0);
  table.add(identity(9'999), 5);
  CHECK(table.number(identity(9'999)) == 5);
  CHECK(table.number(identity(1)) == 0);
}

} // namespace
} // namespace kept::store
