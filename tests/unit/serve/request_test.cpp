// SPDX-License-Identifier: Apache-2.0
#include "serve/request.hpp"

#include "base/error.hpp"
#include "serve/http_answer.hpp"
#include "serve/parameter.hpp"
#include "serve/route.hpp"

#include <doctest/doctest.h>

namespace kept::serve {
namespace {

std::vector<std::string> texts(const char* target) {
  return Parameters({{.name = "place", .kind = ParameterKind::texts}}, parse_target("GET", target))
      .texts("place");
}

} // namespace

TEST_CASE("an address is path and parameters, unescaped") {
  const Request request = parse_target("GET", "/a%20b/c%2Fd+e?x=1%2C2&y=a+b&z&=&&w==#end");
  CHECK(request.path == "/a b/c/d+e");
  const std::vector<std::pair<std::string, std::string>> wanted{
      {"x", "1,2"}, {"y", "a b"}, {"z", ""}, {"", ""}, {"w", "="}};
  CHECK(request.parameters == wanted);
}

TEST_CASE("an address with a broken escape, a control character or bytes that are no text is refused") {
  for (const char* target : {"/%", "/%4", "/%zz", "/?a=%g1", "/%00", "/%0a", "/?a=%7f", "/%ff", "/?%c3%28=1"})
    CHECK_THROWS_AS(parse_target("GET", target), Error);
}

TEST_CASE("alternatives stand between commas, and names may hold commas") {
  CHECK(texts("/?place=KE") == std::vector<std::string>{"KE"});
  CHECK(texts("/?place=KE,TZ") == std::vector<std::string>{"KE", "TZ", "KE,TZ"});
  CHECK(texts("/?place=KE&place=TZ") == std::vector<std::string>{"KE", "TZ"});
  CHECK(texts("/?place=a%5C,b") == std::vector<std::string>{"a,b"});
  CHECK(texts("/?place=").empty());
  CHECK(texts("/?place=,,").empty());
}

TEST_CASE("a parameter is known, of its kind, and given once") {
  const std::vector<Parameter> known{
      {.name = "limit", .kind = ParameterKind::integer, .minimum = 1, .maximum = 10},
      {.name = "day", .kind = ParameterKind::date},
      {.name = "role", .kind = ParameterKind::word, .words = {"merged"}},
      {.name = "text"}};
  const auto refused = [&](const char* target) {
    try {
      Parameters(known, parse_target("GET", target));
    } catch (const Error& error) {
      return error.where();
    }
    return std::string("accepted");
  };
  CHECK(refused("/?limit=10&day=2025-01-31&role=merged&text=x") == "accepted");
  CHECK(refused("/?limit=11") == "limit");
  CHECK(refused("/?limit=0") == "limit");
  CHECK(refused("/?limit=1.5") == "limit");
  CHECK(refused("/?limit=") == "limit");
  CHECK(refused("/?limit=1&limit=2") == "limit");
  CHECK(refused("/?day=2025-02-29") == "day");
  CHECK(refused("/?day=2025-01-01Z") == "day");
  CHECK(refused("/?role=MERGED") == "role");
  CHECK(refused("/?txt=x") == "txt");
  CHECK_THROWS_AS(Parameters({{.name = "by", .required = true}}, parse_target("GET", "/")), Error);
}

TEST_CASE("requests that ask the same have one canonical form, others have not") {
  const auto canonical = [](const char* target) {
    return Parameters({{.name = "a", .kind = ParameterKind::texts}, {.name = "b"}},
                      parse_target("GET", target))
        .canonical();
  };
  CHECK(canonical("/?a=1&b=2") == canonical("/?b=2&a=%31"));
  CHECK(canonical("/?a=1,2") != canonical("/?a=12"));
  CHECK(canonical("/?b=1:x") != canonical("/?b=x"));
}

TEST_CASE("a path without variables goes before one with, and the rest of a path may hold slashes") {
  const auto endpoint = [](std::string_view path) {
    return Endpoint{.path = path, .summary = {}, .parameters = {}, .keys = {}, .answer = {}};
  };
  const std::vector<Endpoint> all{endpoint("s/{id}"), endpoint("s/summary"), endpoint("s/{id}/trail"),
                                  endpoint("a/{id...}")};
  CHECK(route(all, "s/x").endpoint == &all[0]);
  CHECK(route(all, "s/x").id == "x");
  CHECK(route(all, "s/summary").endpoint == &all[1]);
  CHECK(route(all, "s/x/trail").endpoint == &all[2]);
  CHECK(route(all, "s/x/trail").id == "x");
  CHECK(route(all, "a/b/c/d").id == "b/c/d");
  CHECK(route(all, "s/").endpoint == nullptr);
  CHECK(route(all, "s/x/y").endpoint == nullptr);
  CHECK(route(all, "").endpoint == nullptr);
}

TEST_CASE("a client takes gzip when it says so") {
  CHECK(takes_gzip("gzip, deflate, br"));
  CHECK(takes_gzip("deflate, GZIP;q=0.5"));
  CHECK(takes_gzip("*"));
  CHECK_FALSE(takes_gzip("gzip;q=0"));
  CHECK_FALSE(takes_gzip("br"));
  CHECK_FALSE(takes_gzip(""));
}

TEST_CASE("an ETag is known again in either encoding") {
  CHECK(names_etag("\"abc\"", "abc"));
  CHECK(names_etag("\"x\", W/\"abc-gz\"", "abc"));
  CHECK(names_etag("*", "abc"));
  CHECK_FALSE(names_etag("\"ab\"", "abc"));
  CHECK_FALSE(names_etag("abc", "abc"));
  CHECK_FALSE(names_etag("*", ""));
}

} // namespace kept::serve
