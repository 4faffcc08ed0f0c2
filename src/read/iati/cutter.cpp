// SPDX-License-Identifier: Apache-2.0
#include "read/iati/cutter.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/iati/elements.hpp"
#include "read/iati/root.hpp"

#include <fmt/format.h>

#include <cstring>

namespace kept::read::iati {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view k_root = "iati-activities";

/// Does an iati-activity begin at `at`? Where the text breaks off before that is clear, no.
bool is_activity_start(std::string_view text, std::size_t at) {
  constexpr std::string_view k_start = "<iati-activity";
  return text.compare(at, k_start.size(), k_start) == 0 && at + k_start.size() < text.size() &&
         std::string_view(" \t\r\n/>").find(text[at + k_start.size()]) != npos;
}

} // namespace

Cutter::Cutter(text::DecodedInput& input, facts::Source& source, std::vector<facts::Finding>& findings,
               CutterLimits limits)
    : m_input(input), m_source(source), m_findings(findings), m_limits(limits),
      m_bytes(std::make_unique_for_overwrite<char[]>(limits.block)), m_capacity(limits.block) {
  if (!input.is_encoding_known()) {
    report_damage(1, fmt::format("the encoding {} is not known", excerpt(input.encoding())));
    m_where = Where::done;
  }
}

bool Cutter::next(Block& block) {
  while (m_where != Where::done) {
    if (take() == Step::taken || fill())
      continue;
    if (m_input_ended) {
      finish();
    } else if (!m_activities.empty()) {
      hand_over(block);
      return true;
    } else {
      make_room();
    }
  }
  if (m_activities.empty())
    return false;
  hand_over(block);
  return true;
}

std::uint32_t Cutter::line_at(std::size_t position) {
  m_lines.advance(text().substr(m_counted, position - m_counted));
  m_counted = position;
  return m_lines.line();
}

Cutter::Step Cutter::take() {
  switch (m_where) {
  case Where::before_root:
    return take_root();
  case Where::within_root:
    return take_child();
  case Where::behind_root:
    return take_epilogue();
  case Where::done:
    break;
  }
  return Step::taken;
}

Cutter::Step Cutter::take_root() {
  const auto found = find_root(text());
  if (found.kind == RootStart::Kind::incomplete)
    return Step::more_needed;
  const std::uint32_t line = line_at(found.at);
  if (found.kind == RootStart::Kind::not_xml) {
    report_damage(line, "this is no XML");
    m_where = Where::done;
  } else if (found.tag.name != k_root) {
    report_damage(line, fmt::format("the root element is {}, not \"{}\"", excerpt(found.tag.name), k_root));
    m_where = Where::done;
  } else {
    m_root_tag = as_empty_element(text().substr(found.at, found.tag.end - found.at));
    m_root_line = line;
    read_root_tag(m_root_tag, line, m_source, m_findings);
    m_at = found.tag.end;
    m_where = found.tag.kind == Markup::Kind::empty_tag ? Where::behind_root : Where::within_root;
  }
  return Step::taken;
}

Cutter::Step Cutter::take_child() {
  m_at = std::min(text().find('<', m_at), m_end);
  if (m_at == m_end)
    return Step::more_needed;
  if (m_depth == 0 && is_activity_start(text(), m_at))
    return take_activity();
  const auto markup = scan_markup(text(), m_at);
  switch (markup.kind) {
  case Markup::Kind::incomplete:
    return Step::more_needed;
  case Markup::Kind::start_tag:
    ++m_depth;
    break;
  case Markup::Kind::end_tag:
    if (m_depth > 0)
      --m_depth;
    else if (markup.name == k_root)
      m_where = Where::behind_root;
    else
      report_damage(line_at(m_at), fmt::format("the end tag {} ends nothing", excerpt(markup.name)));
    break;
  case Markup::Kind::malformed:
  case Markup::Kind::doctype:
    report_damage(line_at(m_at), "a \"<\" that begins no element");
    break;
  case Markup::Kind::empty_tag:
  case Markup::Kind::comment:
  case Markup::Kind::cdata:
  case Markup::Kind::instruction:
    break;
  }
  m_at = markup.end;
  return Step::taken;
}

Cutter::Step Cutter::take_activity() {
  const auto tag = scan_markup(text(), m_at);
  if (tag.kind == Markup::Kind::incomplete)
    return Step::more_needed;
  std::size_t end = tag.end;
  if (tag.kind != Markup::Kind::empty_tag) {
    const auto found = find_activity_end(text(), tag.end);
    if (found.kind == ActivityEnd::Kind::incomplete)
      return Step::more_needed;
    end = found.end;
  }
  m_activities.push_back({m_at, end - m_at, line_at(m_at)});
  m_at = end;
  return Step::taken;
}

Cutter::Step Cutter::take_epilogue() {
  m_at = std::min(text().find_first_not_of(" \t\r\n", m_at), m_end);
  if (m_at == m_end)
    return Step::more_needed;
  const auto markup =
      text()[m_at] == '<' ? scan_markup(text(), m_at) : Markup{Markup::Kind::malformed, 0, {}};
  if (markup.kind == Markup::Kind::incomplete)
    return Step::more_needed;
  if (markup.kind == Markup::Kind::comment || markup.kind == Markup::Kind::instruction) {
    m_at = markup.end;
  } else {
    report_damage(line_at(m_at), fmt::format("something follows </{}>; it is not read", k_root));
    m_where = Where::done;
  }
  return Step::taken;
}

/// Reads as far as there is room; false when there is none, or at the end of the input.
bool Cutter::fill() {
  const std::size_t before = m_end;
  while (!m_input_ended && m_capacity - m_end >= text::DecodedInput::least_room) {
    std::size_t count = 0;
    try {
      count = m_input.read({m_bytes.get() + m_end, m_capacity - m_end});
    } catch (const Error& error) {
      m_read_error = error.happened();
    }
    m_end += count;
    m_input_ended = count == 0;
  }
  return m_end > before;
}

/// Makes room to read on behind the markup at m_at, which no block is waiting for.
void Cutter::make_room() {
  if (m_end - m_at >= m_limits.activity) {
    report_damage(line_at(m_at), fmt::format("what begins here is longer than {} MB; reading stops here",
                                             m_limits.activity >> 20));
    m_where = Where::done;
    return;
  }
  line_at(m_at); // counts what is dropped
  const std::size_t left = m_end - m_at;
  if (m_at < m_capacity / 2) {
    m_capacity *= 2;
    auto larger = std::make_unique_for_overwrite<char[]>(m_capacity);
    std::memcpy(larger.get(), m_bytes.get() + m_at, left);
    m_bytes = std::move(larger);
  } else {
    std::memmove(m_bytes.get(), m_bytes.get() + m_at, left);
  }
  m_end = left;
  m_at = m_counted = 0;
}

void Cutter::hand_over(Block& block) {
  block.sequence = m_next_sequence++;
  block.first_ordinal = m_next_ordinal;
  m_next_ordinal += static_cast<std::uint32_t>(m_activities.size());
  block.activities = std::move(m_activities);
  m_activities.clear();
  line_at(m_at); // counts what is handed over
  const std::size_t left = m_end - m_at;
  m_capacity = std::max(m_limits.block, 2 * left);
  auto bytes = std::make_unique_for_overwrite<char[]>(m_capacity);
  std::memcpy(bytes.get(), m_bytes.get() + m_at, left);
  block.bytes = std::exchange(m_bytes, std::move(bytes));
  m_end = left;
  m_at = m_counted = 0;
}

/// The input is at its end: is the document, too?
void Cutter::finish() {
  const std::string why = m_read_error.empty() ? "" : fmt::format(" ({})", m_read_error);
  if (m_where == Where::before_root) {
    const bool blank = text().find_first_not_of(" \t\r\n") == npos;
    report_damage(1, (blank ? "the file is empty" : "the file ends before its root element") + why);
  } else if (m_where == Where::within_root && m_depth == 0 && is_activity_start(text(), m_at)) {
    report_damage(line_at(m_at), "the file ends within the activity that begins here" + why);
  } else if (m_where == Where::within_root) {
    report_damage(line_at(m_at), fmt::format("the file ends before </{}>{}", k_root, why));
  } else if (!m_read_error.empty()) {
    report_damage(line_at(m_at), m_read_error);
  }
  m_where = Where::done;
}

/// One finding is enough for a file: what follows from the first damage says nothing new.
void Cutter::report_damage(std::uint32_t line, std::string message) {
  if (m_damaged)
    return;
  m_damaged = true;
  m_findings.push_back({"damaged-file", facts::Severity::critical, line, {}, std::move(message), {}, {}});
}

} // namespace kept::read::iati
