// SPDX-License-Identifier: Apache-2.0
#include "app/terminal_state.hpp"

#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace kept::app {
namespace {

constexpr std::size_t k_usual_width = 80; ///< where a terminal does not tell

std::optional<std::string_view> variable(const char* name) {
  const char* value =
      std::getenv(name); // NOLINT(concurrency-mt-unsafe): nothing here changes the environment
  return value == nullptr ? std::nullopt : std::optional<std::string_view>(value);
}

std::size_t terminal_width(int descriptor) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return k_usual_width;
}

} // namespace

bool wants_colour(const ColourWishes& wishes) {
  return wishes.is_terminal && wishes.no_color.value_or("").empty() && wishes.term.value_or("") != "dumb";
}

publish::Terminal standard_output() {
  if (::isatty(STDOUT_FILENO) == 0)
    return {};
  return {terminal_width(STDOUT_FILENO), wants_colour({true, variable("NO_COLOR"), variable("TERM")})};
}

bool can_redraw(int descriptor) {
  return ::isatty(descriptor) != 0 && variable("TERM").value_or("") != "dumb";
}

} // namespace kept::app
