// SPDX-License-Identifier: Apache-2.0
#include "serve/remembered.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>

namespace kept::serve {

TEST_CASE("a value is made once, and the oldest is forgotten") {
  Remembered<int, std::string> remembered(2);
  int made = 0;
  const auto get = [&](int key) { return *remembered.get(key, [&] { return ++made, std::to_string(key); }); };
  CHECK(get(1) == "1");
  CHECK(get(1) == "1");
  CHECK(made == 1);
  get(2);
  get(1); // now 2 is the oldest
  get(3);
  CHECK(made == 3);
  get(1);
  CHECK(made == 3);
  get(2);
  CHECK(made == 4);
}

TEST_CASE("of several who ask for the same one works; who asks for another does not wait") {
  Remembered<int, int> remembered(4);
  std::promise<void> let_go;
  const std::shared_future<void> gate = let_go.get_future().share();
  std::atomic<int> made{0};
  const auto slow = [&] { return *remembered.get(1, [&] { return gate.wait(), ++made; }); };
  std::future<int> first = std::async(std::launch::async, slow),
                   second = std::async(std::launch::async, slow);
  CHECK(*remembered.get(2, [] { return 20; }) == 20); // while 1 is being made
  let_go.set_value();
  CHECK(first.get() == 1);
  CHECK(second.get() == 1);
  CHECK(made == 1);
}

TEST_CASE("what fails is tried again") {
  Remembered<int, int> remembered(4);
  CHECK_THROWS_AS(remembered.get(1, []() -> int { throw std::runtime_error("no"); }), std::runtime_error);
  CHECK(*remembered.get(1, [] { return 5; }) == 5);
}

} // namespace kept::serve
