// SPDX-License-Identifier: Apache-2.0
#include "publish/report_table.hpp"

#include "publish/lines.hpp"
#include "publish/markdown.hpp"
#include "publish/statement.hpp"
#include "publish/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kept::publish {
namespace {

using measure::Assessment;
using measure::Report;

constexpr std::size_t k_page_width = 110; ///< where there is no terminal

struct Group {
  std::string_view kind;
  std::string_view heading;
};
constexpr std::array<Group, 3> k_groups{
    {{"agreement", "Agreements"}, {"pledge", "Pledges"}, {"claim", "Claims"}}};

bool has_any(const Report& report, std::string_view kind) {
  return std::any_of(report.statements.begin(), report.statements.end(),
                     [&](const Assessment& statement) { return statement.kind == kind; });
}

/// What the answer rests on, in one line; empty when there is nothing, or when `why` names it all already.
std::string ground(const Assessment& statement, std::string_view language) {
  const bool named =
      std::all_of(statement.sources.begin(), statement.sources.end(),
                  [&](const std::string& source) { return statement.why.find(source) != std::string::npos; });
  if (!statement.sources.empty())
    return named ? "" : "Sources: " + join(statement.sources, "; ");
  return statement.attested_by ? "Stated in: " + display_document(*statement.attested_by, language) : "";
}

/// "Pledges: 1 kept, 2 behind. Claims: 3 true."
std::string summary(const Report& report) {
  std::vector<std::string> parts;
  for (const Group& group : k_groups)
    if (const std::string counts = count_verdicts(report.statements, group.kind); !counts.empty())
      parts.push_back(fmt::format("{}: {}.", group.heading, counts));
  return join(parts, " ");
}

} // namespace

std::string report_as_table(const Report& report, std::string_view language, const Terminal& terminal) {
  TextTable table({{"Statement", Align::left, Fit::whole},
                   {"Verdict", Align::left, Fit::whole},
                   {"Delivered or found", Align::right, Fit::whole},
                   {"Target", Align::right, Fit::whole}});
  for (const Group& group : k_groups) {
    if (!has_any(report, group.kind))
      continue;
    table.add_section(std::string(group.heading));
    for (const Assessment& statement : report.statements) {
      if (statement.kind != group.kind)
        continue;
      table.add_row({statement.id, Cell(display_verdict(statement), tint_of(statement.verdict)),
                     display_found(statement), display_target(statement)});
      table.add_note(statement.title.in(language));
      table.add_note(statement.why);
    }
  }
  const Terminal page{terminal.width == 0 ? k_page_width : terminal.width, terminal.colour};
  std::string out = tinted(printable(report.title.in(language)), Tint::bold, page) +
                    fmt::format(" ({}), as of {}\n", report.framework, report.as_of.to_string());
  if (report.illustrative)
    out += tinted(k_illustrative_banner, Tint::yellow, page) + '\n';
  out += '\n' + table.render(page) + '\n' + summary(report) + '\n';
  return out;
}

std::string report_as_markdown(const Report& report, std::string_view language) {
  std::string out =
      fmt::format("# {}\n\nFramework `{}`, as of {}.\n", escape_markdown(report.title.in(language)),
                  report.framework, report.as_of.to_string());
  if (report.illustrative)
    out += fmt::format("\n> **{}**\n", k_illustrative_banner);
  out += '\n' + summary(report) + '\n';
  for (const Group& group : k_groups) {
    if (!has_any(report, group.kind))
      continue;
    out += fmt::format("\n## {}\n\n", group.heading);
    append_markdown_header(
        out, {"Statement", "Title", "Verdict", "Delivered or found", "Target", "Why", "Rests on"},
        {false, false, false, true, true, false, false});
    for (const Assessment& statement : report.statements)
      if (statement.kind == group.kind)
        append_markdown_row(out, {"`" + statement.id + "`", escape_markdown(statement.title.in(language)),
                                  escape_markdown(display_verdict(statement)),
                                  escape_markdown(display_found(statement)),
                                  escape_markdown(display_target(statement)), escape_markdown(statement.why),
                                  escape_markdown(ground(statement, language))});
  }
  return out;
}

} // namespace kept::publish
