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

std::string progress_line(std::uint64_t done, std::uint64_t all, std::string_view what, ProgressUnit unit) {
  const double part = all == 0 ? 1.0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(all));
  const auto filled = static_cast<std::size_t>(part * static_cast<double>(k_bar_width));
  std::string bar(filled, '=');
  if (filled < k_bar_width)
    bar += '>';
  bar.resize(k_bar_width, ' ');
  const std::string amount = unit == ProgressUnit::files
                                 ? fmt::format("{} of {} files", done, all)
                                 : fmt::format("{:.1f} of {:.1f} MB", static_cast<double>(done) / k_megabyte,
                                               static_cast<double>(all) / k_megabyte);
  return publish::clip(
      fmt::format("[{}] {:3.0f} %  {}  {}", bar, part * 100, amount, publish::printable(what)), k_line_width);
}

ProgressBar::ProgressBar(bool wanted, ProgressUnit unit)
    : m_draws(wanted && can_redraw(STDERR_FILENO)), m_unit(unit) {}

ProgressBar::~ProgressBar() {
  if (m_drawn)
    std::fputs(k_clear_line, stderr);
}

void ProgressBar::show(std::uint64_t done, std::uint64_t all, std::string_view what) {
  const auto now = std::chrono::steady_clock::now();
  if (!m_draws || (m_drawn && now - m_last < k_least_between))
    return;
  m_drawn = true;
  m_last = now;
  fmt::print(stderr, "{}{}", k_clear_line, progress_line(done, all, what, m_unit));
  std::fflush(stderr);
}

} // namespace kept::app
