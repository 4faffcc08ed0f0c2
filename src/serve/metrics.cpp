// SPDX-License-Identifier: Apache-2.0
#include "serve/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::serve {

Metrics::Metrics(const std::vector<std::string>& endpoints) {
  for (const std::string& endpoint : endpoints)
    m_by_endpoint[endpoint];
  m_by_endpoint["other"];
}

void Metrics::count(std::string_view endpoint, int status, std::chrono::duration<double> seconds) {
  auto found = m_by_endpoint.find(endpoint);
  if (found == m_by_endpoint.end())
    found = m_by_endpoint.find("other");
  Counters& counters = found->second;
  ++counters.by_class[static_cast<std::size_t>(std::clamp(status / 100, 0, 5))];
  const auto bucket = std::lower_bound(k_bounds.begin(), k_bounds.end(), seconds.count());
  ++counters.buckets[static_cast<std::size_t>(bucket - k_bounds.begin())];
  counters.microseconds += static_cast<std::uint64_t>(std::max(0.0, seconds.count()) * 1e6);
}

std::string Metrics::text() const {
  std::string out = "# HELP kept_requests_total Requests by endpoint and class of status.\n"
                    "# TYPE kept_requests_total counter\n";
  for (const auto& [endpoint, counters] : m_by_endpoint)
    for (std::size_t i = 1; i < counters.by_class.size(); ++i)
      if (const std::uint64_t count = counters.by_class[i])
        out += fmt::format("kept_requests_total{{endpoint=\"{}\",status=\"{}xx\"}} {}\n", endpoint, i, count);
  out += "# HELP kept_request_duration_seconds From the request read to the answer made.\n"
         "# TYPE kept_request_duration_seconds histogram\n";
  for (const auto& [endpoint, counters] : m_by_endpoint) {
    std::uint64_t sum = 0;
    for (const auto& bucket : counters.buckets)
      sum += bucket;
    if (sum == 0)
      continue;
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < k_bounds.size(); ++i) {
      below += counters.buckets[i];
      out += fmt::format("kept_request_duration_seconds_bucket{{endpoint=\"{}\",le=\"{}\"}} {}\n", endpoint,
                         k_bounds[i], below);
    }
    out += fmt::format("kept_request_duration_seconds_bucket{{endpoint=\"{0}\",le=\"+Inf\"}} {1}\n"
                       "kept_request_duration_seconds_sum{{endpoint=\"{0}\"}} {2}\n"
                       "kept_request_duration_seconds_count{{endpoint=\"{0}\"}} {1}\n",
                       endpoint, sum, static_cast<double>(counters.microseconds) / 1e6);
  }
  return out;
}

} // namespace kept::serve
