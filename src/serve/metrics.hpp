// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kept::serve {

/// Counts what is asked and how long answers take. Any thread.
class Metrics {
public:
  /// `endpoints`: the labels that requests are counted under. Others are counted as "other".
  explicit Metrics(const std::vector<std::string>& endpoints);

  void count(std::string_view endpoint, int status, std::chrono::duration<double> seconds);
  /// In the text format of Prometheus.
  std::string text() const;

private:
  static constexpr std::array<double, 11> k_bounds{0.0005, 0.001, 0.005, 0.01, 0.025, 0.05,
                                                   0.1,    0.3,   1,     3,    10}; ///< seconds
  struct Counters {
    std::array<std::atomic<std::uint64_t>, 6> by_class{}; ///< of status / 100
    std::array<std::atomic<std::uint64_t>, k_bounds.size() + 1> buckets{};
    std::atomic<std::uint64_t> microseconds{0};
  };
  std::map<std::string, Counters, std::less<>> m_by_endpoint; ///< the keys do not change
};

} // namespace kept::serve
