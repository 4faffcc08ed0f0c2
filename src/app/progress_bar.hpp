// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace kept::app {

enum class ProgressUnit { bytes, files };

/// The line to show: "[=====>    ]  52 %  12.3 of 23.6 MB  iati/example.xml", "[==>  ]  40 %  12 of 30 files
/// …".
std::string progress_line(std::uint64_t done, std::uint64_t all, std::string_view what,
                          ProgressUnit unit = ProgressUnit::bytes);

/// A line on standard error, drawn over at most ten times a second, and gone when the work is done. Draws
/// nothing where standard error is no terminal. Not for several threads at once.
class ProgressBar {
public:
  /// `wanted`: false draws nothing at all.
  explicit ProgressBar(bool wanted, ProgressUnit unit = ProgressUnit::bytes);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(std::uint64_t done, std::uint64_t all, std::string_view what);

private:
  bool m_draws;
  ProgressUnit m_unit;
  bool m_drawn = false;
  std::chrono::steady_clock::time_point m_last;
};

} // namespace kept::app
