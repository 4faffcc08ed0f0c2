// SPDX-License-Identifier: Apache-2.0
#include "publish/lines.hpp"

#include "base/text.hpp"

namespace kept::publish {
namespace {

/// The bytes of the character that begins at `at`, in sound UTF-8.
std::string_view character_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    ++end;
  return text.substr(at, end - at);
}

/// C0 controls, DEL, and the C1 controls U+0080 to U+009F.
bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (character.size() == 1)
    return first < 0x20 || first == 0x7F;
  return first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
}

std::string without_trailing_blanks(std::string_view text) {
  const auto last = text.find_last_not_of(' ');
  return std::string(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
}

} // namespace

std::string printable(std::string_view text) {
  const std::string sound = repair_utf8(text);
  std::string result;
  result.reserve(sound.size());
  for (std::size_t at = 0; at < sound.size();) {
    const std::string_view character = character_at(sound, at);
    if (is_control(character))
      result += ' ';
    else
      result += character;
    at += character.size();
  }
  return result;
}

std::string clip(std::string_view text, std::size_t width) {
  if (display_width(text) <= width)
    return std::string(text);
  std::size_t at = 0, used = 0;
  while (at < text.size()) {
    const std::string_view character = character_at(text, at);
    used += display_width(character);
    if (used + 1 > width)
      break;
    at += character.size();
  }
  return std::string(text.substr(0, at)) + "…";
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::size_t start = 0, used = 0;
  std::size_t break_at = 0; // where the next line may begin; not after `start`: nowhere yet
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view character = character_at(text, at);
    const std::size_t columns = display_width(character);
    const bool blank = character == " ";
    if (!blank && used + columns > width && at > start) {
      const std::size_t end = break_at > start ? break_at : at;
      lines.push_back(without_trailing_blanks(text.substr(start, end - start)));
      start = end;
      used = display_width(text.substr(start, at - start));
    }
    used += columns;
    at += character.size();
    if (blank && start + 1 == at && !lines.empty()) {
      start = at; // no line but the first begins with a blank
      used = 0;
    }
    if (blank || columns == 2)
      break_at = at;
  }
  if (start < text.size() || lines.empty())
    lines.push_back(without_trailing_blanks(text.substr(start)));
  return lines;
}

} // namespace kept::publish
