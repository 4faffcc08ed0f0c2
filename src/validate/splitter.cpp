// SPDX-License-Identifier: Apache-2.0
#include "validate/splitter.hpp"

#include "base/text.hpp"
#include "base/unpack_limits.hpp"
#include "base/utf8.hpp"
#include "read/iati/markup.hpp"
#include "read/iati/root.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace kept::validate {
namespace {

using read::iati::Markup;
using read::iati::scan_markup;
using namespace read::xml;

constexpr auto npos = std::string_view::npos;
constexpr std::size_t k_block = std::size_t{1} << 20; ///< bytes of a block, about

/// Where the element whose content begins at `at` ends; npos when the text ends before that.
std::size_t end_of_element(std::string_view text, std::size_t at) {
  for (std::size_t depth = 1; (at = text.find('<', at)) != npos;) {
    const Markup markup = scan_markup(text, at);
    if (markup.kind == Markup::Kind::incomplete)
      return npos;
    depth += markup.kind == Markup::Kind::start_tag ? 1 : 0;
    depth -= markup.kind == Markup::Kind::end_tag ? 1 : 0;
    at = std::max(markup.end, at + 1);
    if (depth == 0)
      return at;
  }
  return npos;
}

} // namespace

void Splitter::fail(std::size_t at, std::string why) {
  if (m_broken)
    return;
  PlaceCounter counter = m_begin;
  counter.advance(text().substr(0, at));
  m_broken = Broken{counter.place(), std::move(why)};
}

bool Splitter::is_sound(std::optional<Damage> damage, std::size_t from) {
  if (damage)
    fail(from + damage->at, std::move(damage->why));
  return !m_broken;
}

/// Reads on, as far as there is room; false at the end of the file.
bool Splitter::fill() {
  if (m_input_ended)
    return false;
  if (m_capacity - m_end < std::max(read::text::DecodedInput::least_room, k_block / 2))
    make_room();
  const std::size_t before = m_end;
  try {
    while (m_capacity - m_end >= read::text::DecodedInput::least_room) {
      const std::size_t count = m_input.read({m_bytes.get() + m_end, m_capacity - m_end});
      m_end += count;
      m_input_ended = count == 0;
      if (m_input_ended)
        break;
    }
  } catch (const UnpackLimitError&) {
    throw;
  } catch (const Error& error) {
    m_input_ended = true;
    fail(m_end, error.happened());
    return false;
  }
  return m_end > before;
}

void Splitter::make_room() {
  m_capacity = std::max(k_block, 2 * m_capacity);
  auto larger = std::make_unique_for_overwrite<char[]>(m_capacity);
  if (m_end > 0)
    std::memcpy(larger.get(), m_bytes.get(), m_end);
  m_bytes = std::move(larger);
}

bool Splitter::read_root() {
  if (!m_input.is_encoding_known()) {
    fail(0, fmt::format("the encoding {} is not known", excerpt(m_input.encoding())));
    return false;
  }
  fill();
  for (;;) {
    const auto found = read::iati::find_root(text());
    if (found.kind == read::iati::RootStart::Kind::incomplete && m_end < longest && fill())
      continue;
    if (found.kind != read::iati::RootStart::Kind::found) {
      const bool blank = text().find_first_not_of(" \t\r\n") == npos;
      fail(std::min(found.at, m_end), blank ? "the file is empty" : "this is no XML");
      return false;
    }
    m_root_name = found.tag.name;
    const std::string_view tag = text().substr(found.at, found.tag.end - found.at);
    if (!check_prolog(found.at) || !is_sound(find_damage_in_tag(tag), found.at))
      return false;
    m_behind_root = found.tag.kind == Markup::Kind::empty_tag;
    m_root_tag = read::iati::as_empty_element(tag);
    m_at = found.at;
    drop_taken();
    m_root_begin = m_begin;
    m_at = found.tag.end - found.at;
    drop_taken();
    return !m_broken;
  }
}

/// What stands before the root: an XML declaration only at the very beginning.
bool Splitter::check_prolog(std::size_t root_at) {
  const std::string_view prolog = text().substr(0, root_at);
  for (std::size_t at = prolog.find('<'); at != npos; at = prolog.find('<', at)) {
    const Markup markup = scan_markup(prolog, at);
    const std::string_view content = prolog.substr(at, markup.end - at);
    const bool declaration = at == 0 && content.starts_with("<?xml") && content.size() > 5 &&
                             std::string_view(" \t\r\n").find(content[5]) != npos;
    if (markup.kind != Markup::Kind::doctype &&
        !is_sound(declaration ? find_damage_in_declaration(content) : find_damage_in_markup(content), at))
      return false;
    at = markup.end;
  }
  return true;
}

bool Splitter::next(Block& block) {
  while (!m_broken) {
    const Step step = take();
    if (step == Step::done)
      break;
    if (m_at >= k_block && !m_children.empty()) {
      hand_over(block);
      return true;
    }
    if (step == Step::taken)
      continue;
    if (m_end - m_at >= longest) {
      fail(m_at, fmt::format("what begins here is longer than {} MB", longest >> 20));
      break;
    }
    if (m_at > 0 && !m_children.empty()) {
      hand_over(block);
      return true;
    }
    drop_taken();
    if (!fill() && !m_broken)
      fail(m_at,
           m_behind_root ? "something is left open" : fmt::format("the file ends before </{}>", m_root_name));
  }
  if (!m_broken && m_children.empty())
    drop_taken();
  if (m_broken || m_children.empty())
    return false;
  hand_over(block);
  return true;
}

Splitter::Step Splitter::take() {
  if (m_behind_root)
    return take_epilogue();
  const std::size_t markup = std::min(text().find('<', m_at), m_end);
  const std::string_view between = text().substr(m_at, markup - m_at);
  if (markup == m_end && !m_input_ended)
    return Step::more_needed;
  if (between.find_first_not_of(" \t\r\n") != npos && is_sound(find_damage_in_text(between), m_at))
    m_children.push_back({m_at, between.size(), 0});
  m_at = markup;
  return m_at == m_end ? Step::more_needed : take_markup();
}

Splitter::Step Splitter::take_markup() {
  const Markup markup = scan_markup(text(), m_at);
  switch (markup.kind) {
  case Markup::Kind::incomplete:
    return Step::more_needed;
  case Markup::Kind::start_tag:
    return take_element(markup.end, markup.name, false);
  case Markup::Kind::empty_tag:
    return take_element(markup.end, markup.name, true);
  case Markup::Kind::cdata:
    m_children.push_back({m_at, markup.end - m_at, 0});
    break;
  case Markup::Kind::comment:
  case Markup::Kind::instruction:
    is_sound(find_damage_in_markup(text().substr(m_at, markup.end - m_at)), m_at);
    break;
  case Markup::Kind::end_tag:
    if (markup.name != m_root_name)
      fail(m_at, fmt::format("the end tag {} ends nothing", excerpt(markup.name)));
    m_behind_root = true;
    break;
  case Markup::Kind::doctype:
  case Markup::Kind::malformed:
    fail(m_at, "a \"<\" that begins no element");
  }
  m_at = markup.end;
  return Step::taken;
}

Splitter::Step Splitter::take_element(std::size_t tag_end, std::string_view name, bool empty) {
  std::size_t end = tag_end;
  if (!empty && name == "iati-activity") {
    using Kind = read::iati::ActivityEnd::Kind;
    const auto found = read::iati::find_activity_end(text(), tag_end);
    // One within another is no damage of the text.
    end = found.kind == Kind::closed       ? found.end
          : found.kind == Kind::incomplete ? npos
                                           : end_of_element(text(), tag_end);
  } else if (!empty) {
    end = end_of_element(text(), tag_end);
  }
  if (end == npos)
    return Step::more_needed;
  m_children.push_back({m_at, end - m_at, name.size()});
  m_at = end;
  return Step::taken;
}

Splitter::Step Splitter::take_epilogue() {
  const std::size_t found = text().find_first_not_of(" \t\r\n", m_at);
  m_at = std::min(found, m_end);
  if (m_at == m_end)
    return m_input_ended ? Step::done : Step::more_needed;
  const Markup markup =
      text()[m_at] == '<' ? scan_markup(text(), m_at) : Markup{Markup::Kind::malformed, 0, {}};
  if (markup.kind == Markup::Kind::incomplete)
    return Step::more_needed;
  if (markup.kind != Markup::Kind::comment && markup.kind != Markup::Kind::instruction)
    fail(m_at, fmt::format("something follows </{}>", m_root_name));
  else if (is_sound(find_damage_in_markup(text().substr(m_at, markup.end - m_at)), m_at))
    m_at = markup.end;
  return Step::taken;
}

/// Drops what no block will hold, so that nobody else looks at its bytes.
void Splitter::drop_taken() {
  if (const std::size_t bad = find_invalid_utf8(text().substr(0, m_at)); bad != npos)
    fail(bad, "bytes that are no UTF-8");
  m_begin.advance(text().substr(0, m_at));
  m_end -= m_at;
  std::memmove(m_bytes.get(), m_bytes.get() + m_at, m_end);
  m_at = 0;
}

void Splitter::hand_over(Block& block) {
  block.sequence = m_sequence++;
  block.begin = m_begin;
  block.text = text().substr(0, m_at);
  block.children = std::exchange(m_children, {});
  m_begin.advance(block.text);
  block.bytes = std::move(m_bytes);
  m_end -= m_at;
  m_capacity = std::max(k_block, 2 * m_end);
  m_bytes = std::make_unique_for_overwrite<char[]>(m_capacity);
  std::memcpy(m_bytes.get(), block.bytes.get() + m_at, m_end);
  m_at = 0;
}

} // namespace kept::validate
