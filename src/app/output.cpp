// SPDX-License-Identifier: Apache-2.0
#include "app/output.hpp"

#include "base/error.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace kept::app {

void write_out(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
      continue;
    }
    if (errno == EINTR)
      continue;
    if (errno == EPIPE)
      std::_Exit(EXIT_SUCCESS);
    throw Error(ErrorKind::input, std::string("cannot be written: ") + std::strerror(errno),
                "standard output", "write to a file that has room, with --output FILE");
  }
}

} // namespace kept::app
