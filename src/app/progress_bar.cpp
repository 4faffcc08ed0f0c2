// SPDX-License-Identifier: Apache-2.0
#include "app/progress_bar.hpp"

#include "app/terminal_state.hpp"
#include "publish/lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace kept::app {
namespace {

constexpr std::chrono::milliseconds k_least_between{100};
constexpr std::size_t k_bar_width = 24;
constexpr std::size_t k_line_width = 79; ///< one less than a usual terminal has, so that the line never wraps
constexpr double k_megabyte = 1e6;
constexpr const char* k_clear_line = "\r\x1b[K";

} // namespace

std::string progress_line(std::uint64_t bytes, std::uint64_t total_bytes, std::string_view source) {
  const double part =
      total_bytes == 0 ? 1.0 : std::min(1.0, static_cast<double>(bytes) / static_cast<double>(total_bytes));
  const auto filled = static_cast<std::size_t>(part * static_cast<double>(k_bar_width));
  std::string bar(filled, '=');
  if (filled < k_bar_width)
    bar += '>';
  bar.resize(k_bar_width, ' ');
  return publish::clip(fmt::format("[{}] {:3.0f} %  {:.1f} of {:.1f} MB  {}", bar, part * 100,
                                   static_cast<double>(bytes) / k_megabyte,
                                   static_cast<double>(total_bytes) / k_megabyte, publish::printable(source)),
                       k_line_width);
}

ProgressBar::ProgressBar(bool wanted) : m_draws(wanted && can_redraw(STDERR_FILENO)) {}

ProgressBar::~ProgressBar() {
  if (m_drawn)
    std::fputs(k_clear_line, stderr);
}

void ProgressBar::show(std::uint64_t bytes, std::uint64_t total_bytes, std::string_view source) {
  const auto now = std::chrono::steady_clock::now();
  if (!m_draws || (m_drawn && now - m_last < k_least_between))
    return;
  m_drawn = true;
  m_last = now;
  fmt::print(stderr, "{}{}", k_clear_line, progress_line(bytes, total_bytes, source));
  std::fflush(stderr);
}

} // namespace kept::app
