// SPDX-License-Identifier: Apache-2.0
#include "publish/report.hpp"

#include "publish/grid.hpp"
#include "publish/report_table.hpp"
#include "publish/statement.hpp"

#include <fmt/format.h>

namespace kept::publish {
namespace {

std::string as_json(const measure::Report& report, std::string_view language) {
  JsonWriter json;
  json.begin_object();
  json.field("framework", report.framework);
  json.field("as_of", report.as_of);
  json.key("statements");
  json.begin_array();
  for (const measure::Assessment& statement : report.statements)
    write_statement(json, statement, language);
  json.end_array();
  json.field("title", report.title.in(language));
  json.field("illustrative", report.illustrative);
  json.end_object();
  return json.take();
}

/// One line per statement, columns named as the keys of the JSON; what is the same for all comes last.
std::string as_csv(const measure::Report& report, std::string_view language) {
  using Kind = Grid::Kind;
  Grid grid;
  grid.columns = {{"id", Kind::text},
                  {"kind", Kind::text},
                  {"measure", Kind::text},
                  {"verdict", Kind::text},
                  {"certainty", Kind::text},
                  {"target", Kind::number},
                  {"low", Kind::number},
                  {"central", Kind::number},
                  {"high", Kind::number},
                  {"unit", Kind::text},
                  {"rank", Kind::number},
                  {"of", Kind::number},
                  {"value", Kind::number},
                  {"year", Kind::number},
                  {"probability", Kind::number},
                  {"why", Kind::text},
                  {"sources", Kind::text},
                  {"title", Kind::text},
                  {"expected", Kind::number},
                  {"double_counted", Kind::number},
                  {"framework", Kind::text},
                  {"as_of", Kind::text},
                  {"illustrative", Kind::boolean}};
  using Value = std::optional<std::string>;
  const auto text = [](std::string_view words) { return words.empty() ? Value() : Value(words); };
  const auto number = [](const std::optional<Decimal>& value) {
    return value ? Value(value->trimmed().to_string()) : Value();
  };
  const auto count = [](const std::optional<int>& value) {
    return value ? Value(std::to_string(*value)) : Value();
  };
  for (const measure::Assessment& s : report.statements)
    grid.rows.push_back({text(s.id),
                         text(s.kind),
                         text(s.measure),
                         text(to_string(s.verdict)),
                         text(certainty(s)),
                         number(s.target),
                         number(s.low),
                         number(s.central),
                         number(s.high),
                         text(s.unit),
                         count(s.rank),
                         count(s.of),
                         number(s.value),
                         count(s.year),
                         s.probability ? Value(fmt::format("{}", *s.probability)) : Value(),
                         text(s.why),
                         text(join(s.sources, "; ")),
                         text(s.title.in(language)),
                         number(s.expected),
                         number(s.double_counted),
                         text(report.framework),
                         report.as_of.to_string(),
                         report.illustrative ? "true" : "false"});
  return render(grid, Format::csv, {});
}

} // namespace

std::string render_report(const measure::Report& report, Format format, std::string_view language,
                          const Terminal& terminal) {
  switch (format) {
  case Format::json:
    return as_json(report, language);
  case Format::csv:
    return as_csv(report, language);
  case Format::markdown:
    return report_as_markdown(report, language);
  case Format::table:
    break;
  }
  return report_as_table(report, language, terminal);
}

} // namespace kept::publish
