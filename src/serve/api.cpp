// SPDX-License-Identifier: Apache-2.0
#include "serve/api.hpp"

#include "base/text.hpp"
#include "serve/endpoints.hpp"
#include "serve/openapi.hpp"
#include "serve/problem.hpp"
#include "serve/route.hpp"

#include <fmt/format.h>

namespace kept::serve {
namespace {

constexpr std::size_t k_cache_size = 96U << 20;
constexpr std::string_view k_health = "health", k_metrics = "metrics", k_openapi = "openapi.json";

std::vector<std::string> labels() {
  std::vector<std::string> names{std::string(k_health), std::string(k_metrics), std::string(k_openapi),
                                 "page"};
  for (const Endpoint& endpoint : endpoints())
    names.emplace_back(endpoint.path);
  return names;
}

Answer made(Response response) {
  return std::make_shared<const Response>(std::move(response));
}

Answer no_such_path(std::string_view path) {
  std::vector<std::string_view> paths;
  for (const Endpoint& endpoint : endpoints())
    paths.push_back(endpoint.path);
  const std::string_view near =
      path.starts_with(k_api) ? nearest(path.substr(k_api.size()), paths) : std::string_view();
  return made(problem(404, fmt::format("there is no path {}", excerpt(path)),
                      near.empty() ? "GET /api/v1/openapi.json describes all paths"
                                   : fmt::format("did you mean {}{}?", k_api, near)));
}

Answer ask(const Endpoint& endpoint, const Question& question) {
  publish::JsonWriter json;
  endpoint.answer(question, json);
  Response response;
  response.body = json.take();
  if (endpoint.lasting)
    response.etag = question.state.version();
  else
    response.cache_control = "no-store";
  return made(std::move(response));
}

} // namespace

Api::Api(StateOptions options, Report report)
    : m_report(std::move(report)), m_cache(k_cache_size), m_metrics(labels()),
      m_states(std::move(options), [this](const std::shared_ptr<const State>& state) {
        if (m_ahead)
          prepare(state);
      }) {}

Api::~Api() {
  m_ending = true;
  if (m_preparing.joinable())
    m_preparing.join();
}

void Api::answer_ahead() {
  m_ahead = true;
  m_preparing = std::thread([this] { prepare(m_states.current()); });
}

void Api::prepare(const std::shared_ptr<const State>& state) {
  for (const Endpoint& endpoint : endpoints())
    for (const std::string_view parameters : endpoint.usual) {
      if (m_ending)
        return;
      std::string_view label;
      const Request request = parse_target("GET", fmt::format("{}{}?{}", k_api, endpoint.path, parameters));
      try {
        route_and_answer(request, state, label);
      } catch (const std::exception&) { // whoever asks will be told
      }
    }
}

void Api::report_failure(const Request& request, const Response& answer, std::string_view why) const {
  if (m_report && answer.status >= 500)
    m_report(fmt::format("{} {}: {}", answer.status, request.path, why));
}

Answer Api::answer(const Request& request) {
  return answer(request, m_states.current());
}

Answer Api::answer(const Request& request, const std::shared_ptr<const State>& state) {
  const auto start = std::chrono::steady_clock::now();
  std::string_view label = "other";
  Answer answer;
  try {
    answer = route_and_answer(request, state, label);
  } catch (const NotFound& error) {
    answer = made(problem(404, error.what(), error.remedy()));
  } catch (const Error& error) {
    answer = made(problem(error));
    report_failure(request, *answer, error.what());
  } catch (const std::exception& error) {
    answer = made(problem(Error(ErrorKind::internal, error.what())));
    report_failure(request, *answer, error.what());
  }
  m_metrics.count(label, answer->status, std::chrono::steady_clock::now() - start);
  return answer;
}

Answer Api::route_and_answer(const Request& request, const std::shared_ptr<const State>& state,
                             std::string_view& label) {
  if (request.method != "GET" && request.method != "HEAD") {
    Response response =
        problem(405, fmt::format("{} is not possible: everything here is read-only", excerpt(request.method)),
                "use GET or HEAD");
    response.headers.emplace_back("Allow", "GET, HEAD");
    return made(std::move(response));
  }
  const std::string_view path = request.path;
  if (path == "/metrics") {
    label = k_metrics;
    return metrics_text(*state);
  }
  if (!path.starts_with(k_api))
    return no_such_path(path);
  const std::string_view below = path.substr(k_api.size());
  if (below == k_health || below == k_openapi) {
    label = below == k_health ? k_health : k_openapi;
    const Parameters none({}, request);
    return below == k_health ? health(*state) : made(openapi(endpoints(), *state));
  }
  const auto [endpoint, id] = route(endpoints(), below);
  if (endpoint == nullptr)
    return no_such_path(path);
  label = endpoint->path;
  const Parameters parameters(endpoint->parameters, request);
  const auto work = [&, endpoint = endpoint, id = id] {
    return ask(*endpoint, {*state, parameters, id, request.unlimited});
  };
  if (!endpoint->lasting || request.unlimited)
    return work();
  return m_cache.get(fmt::format("{} {} {} {}", state->version(), endpoint->path, id, parameters.canonical()),
                     work);
}

Answer Api::health(const State& state) {
  const std::string trouble = m_states.trouble();
  publish::JsonWriter json;
  json.begin_object();
  json.field("status", trouble.empty() ? "ok" : "stale");
  json.field("store_version", state.version());
  json.field("sources", state.sources());
  json.field("transactions", state.transactions());
  json.text_field(
      "trouble",
      trouble.empty() ? "" : "the newest store or ledger cannot be read; answers are of the one before");
  json.end_object();
  Response response;
  response.body = json.take();
  response.cache_control = "no-store";
  return made(std::move(response));
}

Answer Api::metrics_text(const State& state) {
  const AnswerCache::Counts cache = m_cache.counts();
  Response response;
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  response.cache_control = "no-store";
  response.body = m_metrics.text();
  const auto add = [&](std::string_view name, std::string_view type, std::string_view help, auto value) {
    response.body += fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", name, help, type, value);
  };
  add("kept_state_load_seconds", "gauge", "How long the last state took to open.", m_states.load_seconds());
  add("kept_state_loads_total", "counter", "States opened.", m_states.loads());
  add("kept_state_failures_total", "counter", "States that could not be opened.", m_states.failures());
  add("kept_state_stale", "gauge", "1: the newest store or ledger cannot be read.",
      m_states.trouble().empty() ? 0 : 1);
  add("kept_store_sources", "gauge", "Sources in the store.", state.sources());
  add("kept_store_transactions", "gauge", "Transactions in the store.", state.transactions());
  add("kept_cache_hits_total", "counter", "Answers given from memory.", cache.hits);
  add("kept_cache_misses_total", "counter", "Answers that had to be made.", cache.misses);
  add("kept_cache_bytes", "gauge", "Bytes of answers in memory.", cache.bytes);
  return made(std::move(response));
}

} // namespace kept::serve
