// SPDX-License-Identifier: Apache-2.0
#include "publish/text_table.hpp"

#include "base/text.hpp"
#include "publish/lines.hpp"

#include <algorithm>
#include <numeric>
#include <type_traits>

namespace kept::publish {
namespace {

constexpr std::size_t k_gap = 2;       ///< blanks between columns
constexpr std::size_t k_narrowest = 6; ///< what a shrinking column keeps
constexpr std::size_t k_note_indent = 4;
constexpr std::size_t k_note_least = 20; ///< columns for notes in very narrow tables

/// The lines that a cell asks for itself, made safe.
std::vector<std::string> own_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n'))
    lines.push_back(printable(line));
  return lines;
}

std::vector<std::string> fitted_lines(const std::string& text, Fit fit, std::size_t width) {
  std::vector<std::string> lines;
  for (const std::string& line : own_lines(text)) {
    if (fit == Fit::clip)
      lines.push_back(clip(line, width));
    else if (fit == Fit::wrap)
      for (std::string& part : wrap(line, std::max<std::size_t>(width, 2)))
        lines.push_back(std::move(part));
    else
      lines.push_back(line);
  }
  return lines;
}

std::size_t total_width(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) +
         (widths.empty() ? 0 : k_gap * (widths.size() - 1));
}

/// One row as lines, cells padded to their columns; nothing behind the last text of a line.
void append_row(std::string& out, const std::vector<Cell>& cells, const std::vector<TextColumn>& columns,
                const std::vector<std::size_t>& widths, const Terminal& terminal) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    lines.push_back(fitted_lines(cells[i].text, columns[i].fit, widths[i]));
    height = std::max(height, lines.back().size());
  }
  for (std::size_t row = 0; row < height; ++row) {
    std::size_t owed = 0; // blanks, written only when text follows
    for (std::size_t i = 0; i < cells.size(); ++i) {
      owed += i == 0 ? 0 : k_gap;
      const std::string text = row < lines[i].size() ? lines[i][row] : std::string();
      const std::size_t used = display_width(text);
      const std::size_t rest = widths[i] > used ? widths[i] - used : 0;
      const bool right = columns[i].align == Align::right;
      if (text.empty()) {
        owed += widths[i];
        continue;
      }
      out.append(owed + (right ? rest : 0), ' ');
      out += tinted(text, cells[i].tint, terminal);
      owed = right ? 0 : rest;
    }
    out += '\n';
  }
}

} // namespace

void TextTable::add_row(std::vector<Cell> cells) {
  m_lines.push_back({Line::Kind::row, std::move(cells)});
}

void TextTable::add_section(std::string title) {
  m_lines.push_back({Line::Kind::section, {Cell(std::move(title), Tint::bold)}});
}

void TextTable::add_note(std::string text) {
  m_lines.push_back({Line::Kind::note, {Cell(std::move(text), Tint::dim)}});
}

std::vector<std::size_t> TextTable::column_widths(std::size_t width) const {
  std::vector<std::size_t> widths;
  for (const TextColumn& column : m_columns)
    widths.push_back(display_width(column.header));
  for (const Line& line : m_lines) {
    if (line.kind != Line::Kind::row)
      continue;
    for (std::size_t i = 0; i < line.cells.size(); ++i)
      for (const std::string& text : own_lines(line.cells[i].text))
        widths[i] = std::max(widths[i], display_width(text));
  }
  for (std::size_t i = 0; i < widths.size(); ++i)
    if (m_columns[i].fit != Fit::whole && m_columns[i].most != 0)
      widths[i] = std::min(widths[i], m_columns[i].most);
  if (width == 0)
    return widths;
  for (std::size_t i = 0; i < widths.size(); ++i)
    if (m_columns[i].fit != Fit::whole)
      widths[i] = std::min(widths[i], std::max(width, k_narrowest));
  // The widest column that may shrink gives way, one column at a time, until the table fits or none can.
  for (std::size_t total = total_width(widths); total > width; --total) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (m_columns[i].fit != Fit::whole && widths[i] > k_narrowest &&
          (widest == nullptr || widths[i] > *widest))
        widest = &widths[i];
    if (widest == nullptr)
      break;
    --*widest;
  }
  return widths;
}

TextTable TextTable::without_empty_columns() const {
  std::vector<bool> shown;
  for (std::size_t i = 0; i < m_columns.size(); ++i)
    shown.push_back(!m_columns[i].if_filled ||
                    std::any_of(m_lines.begin(), m_lines.end(), [&](const Line& line) {
                      return line.kind == Line::Kind::row && !line.cells[i].text.empty();
                    }));
  const auto filtered = [&](const auto& all) {
    std::decay_t<decltype(all)> some;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (shown[i])
        some.push_back(all[i]);
    return some;
  };
  TextTable table(filtered(m_columns));
  for (const Line& line : m_lines)
    table.m_lines.push_back(line.kind == Line::Kind::row ? Line{line.kind, filtered(line.cells)} : line);
  return table;
}

std::string TextTable::render(const Terminal& terminal) const {
  const bool may_be_empty = std::any_of(m_columns.begin(), m_columns.end(),
                                        [](const TextColumn& column) { return column.if_filled; });
  return may_be_empty ? without_empty_columns().render_all(terminal) : render_all(terminal);
}

std::string TextTable::render_all(const Terminal& terminal) const {
  const std::vector<std::size_t> widths = column_widths(terminal.width);
  std::string out;
  std::vector<Cell> header, rule;
  for (std::size_t i = 0; i < m_columns.size(); ++i) {
    header.emplace_back(m_columns[i].header, Tint::bold);
    std::string dashes;
    for (std::size_t column = 0; column < widths[i]; ++column)
      dashes += "─";
    rule.emplace_back(dashes, Tint::dim);
  }
  append_row(out, header, m_columns, widths, terminal);
  append_row(out, rule, m_columns, widths, terminal);
  const std::size_t width =
      std::max(terminal.width == 0 ? total_width(widths) : terminal.width, k_note_indent + k_note_least);
  for (std::size_t i = 0; i < m_lines.size(); ++i) {
    const Line& line = m_lines[i];
    switch (line.kind) {
    case Line::Kind::row:
      append_row(out, line.cells, m_columns, widths, terminal);
      break;
    case Line::Kind::section:
      if (i != 0)
        out += '\n';
      out += tinted(printable(line.cells.front().text), line.cells.front().tint, terminal) + '\n';
      break;
    case Line::Kind::note:
      for (const std::string& text : fitted_lines(line.cells.front().text, Fit::wrap, width - k_note_indent))
        out += std::string(k_note_indent, ' ') + tinted(text, line.cells.front().tint, terminal) + '\n';
      break;
    }
  }
  return out;
}

} // namespace kept::publish
