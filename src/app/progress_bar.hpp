// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace kept::app {

/// The line to show: "[=====>    ]  52 %  12.3 of 23.6 MB  iati/example.xml".
std::string progress_line(std::uint64_t bytes, std::uint64_t total_bytes, std::string_view source);

/// A line on standard error, drawn over at most ten times a second, and gone when the work is done. Draws
/// nothing where standard error is no terminal. Not for several threads at once.
class ProgressBar {
public:
  /// `wanted`: false draws nothing at all.
  explicit ProgressBar(bool wanted);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(std::uint64_t bytes, std::uint64_t total_bytes, std::string_view source);

private:
  bool m_draws;
  bool m_drawn = false;
  std::chrono::steady_clock::time_point m_last;
};

} // namespace kept::app
