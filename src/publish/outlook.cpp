// SPDX-License-Identifier: Apache-2.0
#include "publish/outlook.hpp"

#include "publish/explain_parts.hpp"
#include "publish/grid.hpp"
#include "publish/json_writer.hpp"
#include "publish/league_parts.hpp"
#include "publish/markdown.hpp"
#include "publish/statement.hpp"
#include "publish/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace kept::publish {
namespace {

using measure::Outlook;
using measure::OutlookStatus;

constexpr std::array k_statuses{OutlookStatus::met, OutlookStatus::on_track,
                                OutlookStatus::acceleration_needed, OutlookStatus::no_trend,
                                OutlookStatus::no_data};

auto count_of(const OutlookView& view, OutlookStatus status) {
  return std::count_if(view.outlooks.begin(), view.outlooks.end(),
                       [&](const Outlook& outlook) { return outlook.status == status; });
}

/// "12 met, 3 on track"
std::string counts(const OutlookView& view) {
  std::vector<std::string> parts;
  for (const OutlookStatus status : k_statuses)
    if (const auto count = count_of(view, status); count != 0)
      parts.push_back(fmt::format("{} {}", count, to_string(status)));
  return join(parts, ", ");
}

Tint tint_of(OutlookStatus status) {
  switch (status) {
  case OutlookStatus::met:
  case OutlookStatus::on_track:
    return Tint::green;
  case OutlookStatus::acceleration_needed:
    return Tint::yellow;
  case OutlookStatus::no_trend:
  case OutlookStatus::no_data:
    break;
  }
  return Tint::dim;
}

std::string label_of(const OutlookView& view, const std::string& indicator) {
  const auto found = view.labels.find(indicator);
  if (found == view.labels.end())
    return indicator;
  return found->second.unit.empty() ? found->second.name
                                    : fmt::format("{}, {}", found->second.name, found->second.unit);
}

/// "Neonatal mortality rate, per 1,000 live births: goal 3.2 by 2030"
std::string title_of(const OutlookView& view, const Outlook& outlook) {
  return fmt::format("{}: goal {} by {}", label_of(view, outlook.indicator), outlook.goal,
                     outlook.target_year);
}

std::vector<TextColumn> columns() {
  return {{"Area", Align::left},
          {"Name", Align::left, Fit::wrap, 28},
          {"Year", Align::right},
          {"Value", Align::right},
          {"Target", Align::right},
          {"Achieved", Align::right},
          {"Required", Align::right},
          {"Projected", Align::right},
          {"Status", Align::left, Fit::wrap, 19}};
}

std::vector<std::string> cells_of(const Outlook& outlook) {
  const auto value = [](const std::optional<double>& number) {
    return number ? display_value(*number) : std::string("–");
  };
  const auto rate = [](const std::optional<double>& number) {
    return number ? display_percent(*number) : std::string("–");
  };
  return {outlook.area,
          outlook.name,
          outlook.year ? std::to_string(*outlook.year) : "–",
          value(outlook.value),
          value(outlook.target),
          rate(outlook.achieved),
          rate(outlook.required),
          value(outlook.projected),
          std::string(to_string(outlook.status))};
}

std::string heading(const OutlookView& view) {
  return fmt::format("Outlook to the targets, as of {}. Achieved and required: reduction a year.",
                     view.as_of.to_string());
}

std::string as_table(const OutlookView& view, const Terminal& terminal) {
  TextTable table(columns());
  const Outlook* last = nullptr;
  for (const Outlook& outlook : view.outlooks) {
    if (last == nullptr || last->indicator != outlook.indicator)
      table.add_section(title_of(view, outlook));
    last = &outlook;
    std::vector<Cell> cells;
    for (std::string& text : cells_of(outlook))
      cells.emplace_back(std::move(text));
    cells.back().tint = tint_of(outlook.status);
    table.add_row(std::move(cells));
  }
  return heading(view) + "\n\n" + table.render(terminal) + '\n' + counts(view) + '\n';
}

std::string as_markdown(const OutlookView& view) {
  std::string out = heading(view) + "\n\n";
  std::vector<std::string> names;
  std::vector<bool> numeric;
  for (const TextColumn& column : columns()) {
    names.push_back(column.header);
    numeric.push_back(column.align == Align::right);
  }
  const Outlook* last = nullptr;
  for (const Outlook& outlook : view.outlooks) {
    if (last == nullptr || last->indicator != outlook.indicator) {
      out +=
          fmt::format("{}**{}**\n\n", last == nullptr ? "" : "\n", escape_markdown(title_of(view, outlook)));
      append_markdown_header(out, names, numeric);
    }
    last = &outlook;
    std::vector<std::string> cells;
    for (const std::string& text : cells_of(outlook))
      cells.push_back(escape_markdown(text));
    append_markdown_row(out, cells);
  }
  return out + '\n' + counts(view) + '\n';
}

std::string unit_of(const OutlookView& view, const std::string& indicator) {
  const auto found = view.labels.find(indicator);
  return found == view.labels.end() ? "" : found->second.unit;
}

std::string as_json(const OutlookView& view) {
  JsonWriter json;
  write_outlooks(json, view);
  return json.take();
}

std::string as_csv(const OutlookView& view) {
  using Kind = Grid::Kind;
  using Value = std::optional<std::string>;
  const auto text = [](std::string_view words) { return words.empty() ? Value() : Value(words); };
  const auto number = [](const std::optional<double>& value) {
    return value ? Value(exact_number(*value)) : Value();
  };
  const auto whole = [](const std::optional<int>& value) {
    return value ? Value(std::to_string(*value)) : Value();
  };
  Grid grid;
  grid.columns = {{"area", Kind::text},         {"name", Kind::text},        {"indicator", Kind::text},
                  {"unit", Kind::text},         {"year", Kind::number},      {"value", Kind::number},
                  {"target", Kind::number},     {"goal", Kind::text},        {"target_year", Kind::number},
                  {"trend_from", Kind::number}, {"achieved", Kind::number},  {"required", Kind::number},
                  {"projected", Kind::number},  {"status", Kind::text},      {"source", Kind::text},
                  {"line", Kind::number},       {"publication", Kind::text}, {"published", Kind::text}};
  for (const Outlook& outlook : view.outlooks) {
    // The first figure is the newest one (measure/outlook.hpp).
    const auto* const newest = outlook.figures.empty() || !outlook.value ? nullptr : &outlook.figures.front();
    grid.rows.push_back(
        {outlook.area, outlook.name, outlook.indicator, text(unit_of(view, outlook.indicator)),
         whole(outlook.year), number(outlook.value), number(outlook.target), text(outlook.goal),
         std::to_string(outlook.target_year), whole(outlook.trend_from), number(outlook.achieved),
         number(outlook.required), number(outlook.projected), Value(to_string(outlook.status)),
         newest ? text(newest->place.source) : Value(),
         newest && newest->place.line != 0 ? Value(std::to_string(newest->place.line)) : Value(),
         newest ? text(newest->publication) : Value(),
         newest && newest->published ? Value(newest->published->to_string()) : Value()});
  }
  return render(grid, Format::csv, {});
}

} // namespace

void write_outlook(JsonWriter& json, const OutlookView& view, const measure::Outlook& outlook,
                   const AreaTexts* names) {
  json.begin_object();
  json.field("area", outlook.area);
  write_area_name(json, outlook.area, outlook.name, names);
  json.field("indicator", outlook.indicator);
  json.text_field("unit", unit_of(view, outlook.indicator));
  json.field("year", outlook.year);
  json.field("value", outlook.value);
  json.field("target", outlook.target);
  json.text_field("goal", outlook.goal);
  json.field("target_year", outlook.target_year);
  json.field("trend_from", outlook.trend_from);
  json.field("achieved", outlook.achieved);
  json.field("required", outlook.required);
  json.field("projected", outlook.projected);
  json.field("status", to_string(outlook.status));
  json.key("figures");
  json.begin_array();
  for (const measure::ObservationRecord& figure : outlook.figures) {
    json.begin_object();
    json.field("year", figure.year);
    json.field("value", figure.value);
    json.field("source", figure.place.source);
    json.field("line", figure.place.line == 0 ? std::nullopt : std::optional(figure.place.line));
    json.text_field("publication", figure.publication);
    json.field("published", figure.published);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_outlooks(JsonWriter& json, const OutlookView& view, const AreaTexts* names) {
  json.begin_object();
  json.field("as_of", view.as_of);
  json.key("outlooks");
  json.begin_array();
  for (const Outlook& outlook : view.outlooks)
    write_outlook(json, view, outlook, names);
  json.end_array();
  json.key("counts");
  json.begin_object();
  for (const OutlookStatus status : k_statuses)
    json.field(to_string(status), static_cast<std::uint32_t>(count_of(view, status)));
  json.end_object();
  json.end_object();
}

std::string render_outlook(const OutlookView& view, Format format, const Terminal& terminal) {
  switch (format) {
  case Format::json:
    return as_json(view);
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
