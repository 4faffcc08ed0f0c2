// SPDX-License-Identifier: Apache-2.0
#include "app/help_format.hpp"

namespace kept::app {

HelpFormat::HelpFormat() {
  column_width(24);
}

std::string HelpFormat::make_option_opts(const CLI::Option* option) const {
  if (option->get_type_size() == 0)
    return ""; // a flag
  if (option->get_positional())
    return option->get_expected_max() > 1 ? " ..." : "";
  return " " + option->get_type_name();
}

} // namespace kept::app
