// SPDX-License-Identifier: Apache-2.0
#include "publish/league.hpp"

#include "publish/grid.hpp"
#include "publish/lines.hpp"
#include "publish/markdown.hpp"

#include <fmt/format.h>

#include <optional>
#include <vector>

namespace kept::publish {
namespace {

constexpr std::size_t k_page_width = 110; ///< of text where there is no terminal

void append_wrapped(std::string& out, const std::string& text, const Terminal& terminal) {
  for (const std::string& line : wrap(printable(text), terminal.width == 0 ? k_page_width : terminal.width))
    out += line + '\n';
}

std::string as_table(const LeagueView& view, const Terminal& terminal) {
  if (!view.league.problem.empty())
    return view.league.problem + '\n';
  std::string out;
  if (const std::string sentence = place_sentence(view); !sentence.empty())
    out += tinted(printable(sentence), Tint::bold, terminal) + '\n';
  for (const std::string& line : league_lines(view))
    append_wrapped(out, line, terminal);
  out += '\n' + league_table(view).render(terminal);
  if (const std::string line = without_data_line(view.league); !line.empty()) {
    out += '\n';
    append_wrapped(out, line, terminal);
  }
  return out;
}

std::string as_markdown(const LeagueView& view) {
  if (!view.league.problem.empty())
    return escape_markdown(view.league.problem) + '\n';
  std::string out;
  if (const std::string sentence = place_sentence(view); !sentence.empty())
    out += fmt::format("**{}**\n\n", escape_markdown(sentence));
  for (const std::string& line : league_lines(view))
    out += "- " + escape_markdown(line) + '\n';
  out += '\n' + league_markdown(view);
  if (const std::string line = without_data_line(view.league); !line.empty())
    out += '\n' + escape_markdown(line) + '\n';
  return out;
}

std::string as_csv(const LeagueView& view) {
  using Kind = Grid::Kind;
  using Value = std::optional<std::string>;
  const auto number = [](const std::optional<double>& value) {
    return value ? Value(exact_number(*value)) : Value();
  };
  const auto whole = [](const std::optional<int>& value) {
    return value ? Value(std::to_string(*value)) : Value();
  };
  Grid grid;
  grid.columns = {{"rank", Kind::number},        {"area", Kind::text},         {"name", Kind::text},
                  {"value", Kind::number},       {"lower", Kind::number},      {"upper", Kind::number},
                  {"probability", Kind::number}, {"rank_low", Kind::number},   {"rank_high", Kind::number},
                  {"first_value", Kind::number}, {"last_value", Kind::number}, {"source", Kind::text},
                  {"line", Kind::number},        {"publication", Kind::text},  {"published", Kind::text}};
  const bool pace = view.league.since.has_value();
  for (const measure::LeagueRow& row : view.league.rows)
    grid.rows.push_back({std::to_string(row.rank), row.area, row.name, exact_number(row.value),
                         pace ? Value() : number(row.figure.lower), pace ? Value() : number(row.figure.upper),
                         number(row.probability), whole(row.rank_low), whole(row.rank_high),
                         row.first ? Value(exact_number(row.first->value)) : Value(),
                         pace ? Value(exact_number(row.figure.value)) : Value(), row.figure.place.source,
                         row.figure.place.line == 0 ? Value() : Value(std::to_string(row.figure.place.line)),
                         row.figure.publication.empty() ? Value() : Value(row.figure.publication),
                         row.figure.published ? Value(row.figure.published->to_string()) : Value()});
  return render(grid, Format::csv, {});
}

} // namespace

std::string render_league(const LeagueView& view, Format format, const Terminal& terminal) {
  switch (format) {
  case Format::json: {
    JsonWriter json;
    write_league(json, view);
    return json.take();
  }
  case Format::csv:
    return as_csv(view);
  case Format::markdown:
    return as_markdown(view);
  case Format::table:
    break;
  }
  return as_table(view, terminal);
}

} // namespace kept::publish
