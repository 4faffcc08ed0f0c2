// SPDX-License-Identifier: Apache-2.0
#include "publish/terminal.hpp"

namespace kept::publish {
namespace {

std::string_view escape_sequence(Tint tint) {
  switch (tint) {
  case Tint::bold:
    return "\x1b[1m";
  case Tint::dim:
    return "\x1b[2m";
  case Tint::green:
    return "\x1b[32m";
  case Tint::yellow:
    return "\x1b[33m";
  case Tint::red:
    return "\x1b[31m";
  case Tint::none:
    break;
  }
  return {};
}

} // namespace

std::string tinted(std::string_view text, Tint tint, const Terminal& terminal) {
  if (!terminal.colour || tint == Tint::none || text.empty())
    return std::string(text);
  return std::string(escape_sequence(tint)) + std::string(text) + "\x1b[0m";
}

} // namespace kept::publish
