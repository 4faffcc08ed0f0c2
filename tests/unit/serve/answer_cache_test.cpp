// SPDX-License-Identifier: Apache-2.0
#include "serve/answer_cache.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace kept::serve {
namespace {

Answer answer_of(std::string body, int status = 200) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  return std::make_shared<const Response>(std::move(response));
}

} // namespace

TEST_CASE("an answer is made once, errors are made again") {
  AnswerCache cache(1000);
  int made = 0;
  const auto make = [&] { return answer_of("x", ++made == 1 ? 404 : 200); };
  CHECK(cache.get("a", make)->status == 404);
  CHECK(cache.get("a", make)->status == 200);
  CHECK(cache.get("a", make)->status == 200);
  CHECK(made == 2);
}

TEST_CASE("what was not asked for the longest time goes first, within the bytes allowed") {
  AnswerCache cache(1000);
  int made = 0;
  const auto ask = [&](const char* key) {
    cache.get(key, [&] {
      ++made;
      return answer_of(std::string(200, 'x'));
    });
  };
  for (const char* key : {"a", "b", "c", "d", "a", "e"})
    ask(key);
  CHECK(made == 5);
  CHECK(cache.counts().bytes <= 1000);
  ask("a");
  CHECK(made == 5);
  ask("b"); // had to go for e
  CHECK(made == 6);
}

TEST_CASE("of several who ask the same at once one works") {
  AnswerCache cache(1000);
  std::atomic<int> made{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i)
    clients.emplace_back([&] {
      cache.get("a", [&] {
        ++made;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        return answer_of("x");
      });
    });
  for (std::thread& client : clients)
    client.join();
  CHECK(made == 1);
}

TEST_CASE("what goes wrong is told and not remembered") {
  AnswerCache cache(1000);
  CHECK_THROWS_AS(cache.get("a", []() -> Answer { throw std::runtime_error("no"); }), std::runtime_error);
  CHECK(cache.get("a", [] { return answer_of("x"); })->body == "x");
}

} // namespace kept::serve
