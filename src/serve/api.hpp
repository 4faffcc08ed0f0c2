// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/answer_cache.hpp"
#include "serve/metrics.hpp"
#include "serve/request.hpp"
#include "serve/response.hpp"
#include "serve/state_watch.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace kept::serve {

/// Answers requests, over HTTP or not. Any thread.
class Api {
public:
  /// What to do with a sentence about an answer that failed by the server's fault; from any thread.
  using Report = std::function<void(const std::string&)>;

  /// Opens the store and the ledger; throws when that fails.
  explicit Api(StateOptions options, Report report = {});
  ~Api();
  /// From now on makes the answers that visitors begin with ahead, of this state and of later ones. Call
  /// once.
  void answer_ahead();
  Api(const Api&) = delete;
  Api& operator=(const Api&) = delete;

  /// The answer; errors are answers too. Never throws.
  Answer answer(const Request& request);
  Answer answer(const Request& request, const std::shared_ptr<const State>& state);

  StateWatch& states() { return m_states; }
  const Metrics& metrics() const { return m_metrics; }
  /// For answers that are not of the API: files of the page.
  void count(std::string_view endpoint, int status, std::chrono::duration<double> seconds) {
    m_metrics.count(endpoint, status, seconds);
  }

private:
  Answer route_and_answer(const Request& request, const std::shared_ptr<const State>& state,
                          std::string_view& label);
  /// Makes the answers that visitors begin with, one after the other.
  void prepare(const std::shared_ptr<const State>& state);
  void report_failure(const Request& request, const Response& answer, std::string_view why) const;
  Answer health(const State& state);
  Answer metrics_text(const State& state);

  Report m_report;
  AnswerCache m_cache;
  Metrics m_metrics;
  std::atomic<bool> m_ahead{false}, m_ending{false};
  StateWatch m_states;
  std::thread m_preparing; ///< answers of the first state
};

} // namespace kept::serve
