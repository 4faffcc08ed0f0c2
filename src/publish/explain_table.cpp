// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "publish/explain_parts.hpp"
#include "publish/lines.hpp"
#include "publish/markdown.hpp"
#include "publish/numbers.hpp"
#include "publish/statement.hpp"
#include "publish/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::publish {
namespace {

using measure::TrailEntry;

constexpr std::size_t k_page_width = 110; ///< where there is no terminal
constexpr int k_ratio_places = 8;         ///< of rates and shares

std::string display_raw(const TrailEntry& entry) {
  return entry.currency.empty() ? entry.raw_value : entry.currency + " " + entry.raw_value;
}

std::string display_ratio_or_nothing(const std::optional<Decimal>& ratio) {
  return ratio ? display_ratio(*ratio, k_ratio_places) : "";
}

/// "confirmed", "excluded: outside the window".
std::string heading(const TrailGroup& group) {
  return std::string(to_string(group.role)) + (group.reason.empty() ? "" : ": " + group.reason);
}

/// The reason as a sentence part: what a merged fact is counted as, else as it stands.
std::string display_reason(const TrailEntry& entry) {
  const bool merged = entry.role == measure::Role::merged && !entry.reason.empty();
  return merged ? fmt::format("counted as {}", entry.reason) : entry.reason;
}

/// Source and line, then the identifiers, then the reason where the heading does not give it.
std::string whereabouts(const TrailEntry& entry, const TrailGroup& group) {
  std::vector<std::string> parts;
  for (const std::string& part : {display_place(entry.place), entry.iati_identifier, entry.transaction_id,
                                  group.reason.empty() ? display_reason(entry) : std::string()})
    if (!part.empty())
      parts.push_back(part);
  return join(parts, " · ");
}

std::string left_out(const Explanation& e) {
  const std::size_t facts = e.assessment.trail.size();
  if (e.limit == 0 || facts <= e.limit)
    return "";
  return fmt::format("{} of {} facts left out; --limit 0 shows all", facts - e.limit, facts);
}

void append_head(std::string& out, const Explanation& e, const Terminal& page) {
  const std::vector<Line> lines = head_lines(e);
  std::size_t width = 0;
  for (const Line& line : lines)
    width = std::max(width, line.name.size());
  const std::size_t indent = width + 4;
  for (const Line& line : lines) {
    const Tint tint = line.name == "Verdict" ? tint_of(e.assessment.verdict) : Tint::none;
    std::string margin =
        "  " + tinted(line.name, Tint::dim, page) + std::string(indent - 2 - line.name.size(), ' ');
    for (const std::string& part :
         wrap(printable(line.text), std::max<std::size_t>(page.width, indent + 20) - indent)) {
      out += margin + tinted(part, tint, page) + '\n';
      margin = std::string(indent, ' ');
    }
  }
}

/// Only what a pledge counts is added; figures of claims are not, and a document is no sum.
bool has_sums(const Explanation& e, const std::vector<TrailGroup>& groups) {
  return e.assessment.kind == "pledge" &&
         (groups.size() > 1 || std::any_of(groups.begin(), groups.end(), [](const TrailGroup& group) {
            return group.without_amount < group.entries.size();
          }));
}

TextTable sums_table(const Explanation& e, const std::vector<TrailGroup>& groups) {
  TextTable table({{"Facts", Align::right, Fit::whole},
                   {"Amount", Align::right, Fit::whole, 0, true},
                   {"Role", Align::left, Fit::whole},
                   {"Counts in", Align::left, Fit::whole},
                   {"Reason", Align::left, Fit::wrap, 0, true}});
  for (const Sum& sum : sums(groups, e.assessment.unit))
    table.add_row({std::to_string(sum.facts), sum.amount, sum.role, sum.effect, sum.reason});
  return table;
}

TextTable trail_table(const Explanation& e, const std::vector<TrailGroup>& groups) {
  TextTable table({{"Date", Align::left, Fit::whole},
                   {"What", Align::left, Fit::wrap, 44},
                   {"As published", Align::right, Fit::wrap, 24, true},
                   {"Rate", Align::right, Fit::whole, 0, true},
                   {"Share", Align::right, Fit::whole, 0, true},
                   {"Amount", Align::right, Fit::whole, 0, true}});
  std::size_t shown = 0;
  for (const TrailGroup& group : groups) {
    if (e.limit != 0 && shown >= e.limit)
      break;
    table.add_section(heading(group));
    for (const TrailEntry* entry : group.entries) {
      if (e.limit != 0 && shown++ >= e.limit)
        break;
      table.add_row({entry->date ? entry->date->to_string() : "–", entry->label, display_raw(*entry),
                     display_ratio_or_nothing(entry->rate), display_ratio_or_nothing(entry->share),
                     entry->amount ? display_number(*entry->amount, e.assessment.unit) : ""});
      table.add_note(whereabouts(*entry, group));
    }
  }
  return table;
}

void append_sums(std::string& out, const Explanation& e, const std::vector<TrailGroup>& groups) {
  out += "\n## How the number came about\n\n";
  append_markdown_header(out, {"Facts", "Amount", "Role", "Counts in", "Reason"},
                         {true, true, false, false, false});
  for (const Sum& sum : sums(groups, e.assessment.unit))
    append_markdown_row(out, {std::to_string(sum.facts), escape_markdown(sum.amount), sum.role, sum.effect,
                              escape_markdown(sum.reason)});
}

void append_league(std::string& out, const Explanation& e, const Terminal& page) {
  const auto view = league_view(e);
  if (!view)
    return;
  out += '\n' + tinted("League table", Tint::bold, page) + "\n\n";
  for (const std::string& line : league_lines(*view))
    for (const std::string& part : wrap(printable(line), page.width))
      out += part + '\n';
  out += '\n' + league_table(*view).render(page);
  if (const std::string missing = without_data_line(view->league); !missing.empty()) {
    out += '\n';
    for (const std::string& part : wrap(missing, page.width))
      out += part + '\n';
  }
}

} // namespace

std::string explanation_as_table(const Explanation& e, const Terminal& terminal) {
  const Terminal page{terminal.width == 0 ? k_page_width : terminal.width, terminal.colour};
  const std::string title = printable(e.assessment.title.in(e.language));
  std::string out = tinted(e.assessment.id, Tint::bold, page) + (title.empty() ? "" : ": " + title) +
                    fmt::format(" (as of {})\n", e.as_of.to_string());
  if (e.framework.illustrative)
    out += tinted(k_illustrative_banner, Tint::yellow, page) + '\n';
  out += '\n';
  append_head(out, e, page);
  append_league(out, e, page);
  const std::vector<TrailGroup> groups = group_trail(e.assessment.trail);
  if (groups.empty())
    return out;
  if (has_sums(e, groups))
    out += '\n' + tinted("How the number came about", Tint::bold, page) + "\n\n" +
           sums_table(e, groups).render(page);
  out += '\n' + tinted("Trail", Tint::bold, page) + "\n\n" + trail_table(e, groups).render(page);
  if (const std::string note = left_out(e); !note.empty())
    out += '\n' + note + '\n';
  return out;
}

std::string explanation_as_markdown(const Explanation& e) {
  std::string out = fmt::format("# {}\n\n`{}`, framework `{}`, as of {}.\n",
                                escape_markdown(e.assessment.title.in(e.language)), e.assessment.id,
                                e.framework.id, e.as_of.to_string());
  if (e.framework.illustrative)
    out += fmt::format("\n> **{}**\n", k_illustrative_banner);
  out += '\n';
  for (const Line& line : head_lines(e))
    out += fmt::format("- **{}**: {}\n", line.name, escape_markdown(line.text));
  if (const auto view = league_view(e)) {
    out += "\n## League table\n\n";
    for (const std::string& line : league_lines(*view))
      out += "- " + escape_markdown(line) + '\n';
    out += '\n' + league_markdown(*view);
    if (const std::string missing = without_data_line(view->league); !missing.empty())
      out += '\n' + escape_markdown(missing) + '\n';
  }
  const std::vector<TrailGroup> groups = group_trail(e.assessment.trail);
  if (groups.empty())
    return out;
  if (has_sums(e, groups))
    append_sums(out, e, groups);
  out += "\n## Trail\n\n";
  append_markdown_header(
      out, {"Role", "Date", "What", "As published", "Rate", "Share", "Amount", "Where", "Reason"},
      {false, false, false, true, true, true, true, false, false});
  std::size_t shown = 0;
  for (const TrailGroup& group : groups)
    for (const TrailEntry* entry : group.entries) {
      if (e.limit != 0 && shown++ >= e.limit)
        continue;
      append_markdown_row(
          out, {std::string(to_string(entry->role)), entry->date ? entry->date->to_string() : "",
                escape_markdown(entry->label), escape_markdown(display_raw(*entry)),
                display_ratio_or_nothing(entry->rate), display_ratio_or_nothing(entry->share),
                entry->amount ? display_number(*entry->amount, e.assessment.unit) : "",
                escape_markdown(
                    join({display_place(entry->place), entry->iati_identifier, entry->transaction_id}, " ")),
                escape_markdown(display_reason(*entry))});
    }
  if (const std::string note = left_out(e); !note.empty())
    out += '\n' + note + ".\n";
  return out;
}

} // namespace kept::publish
