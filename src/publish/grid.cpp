// SPDX-License-Identifier: Apache-2.0
#include "publish/grid.hpp"

#include "publish/csv.hpp"
#include "publish/json_writer.hpp"
#include "publish/lines.hpp"
#include "publish/markdown.hpp"
#include "publish/text_table.hpp"

namespace kept::publish {
namespace {

std::string as_table(const Grid& grid, const Terminal& terminal) {
  std::vector<TextColumn> columns;
  for (const Grid::Column& column : grid.columns) {
    const bool number = column.kind == Grid::Kind::number;
    columns.push_back({printable(column.name), number ? Align::right : Align::left,
                       number || column.whole ? Fit::whole : Fit::clip});
  }
  TextTable table(std::move(columns));
  for (const auto& row : grid.rows) {
    std::vector<Cell> cells;
    cells.reserve(row.size());
    for (const auto& value : row)
      cells.push_back(value ? Cell(printable(*value)) : Cell("–", Tint::dim));
    table.add_row(std::move(cells));
  }
  return table.render(terminal) + (grid.rows.empty() ? "(no rows)\n" : "");
}

std::string as_json(const Grid& grid) {
  JsonWriter json;
  write_rows(json, grid);
  return json.take();
}

std::string as_csv(const Grid& grid) {
  std::string out;
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    out += i == 0 ? "" : ",";
    append_csv_field(out, grid.columns[i].name);
  }
  out += k_csv_line_end;
  for (const auto& row : grid.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += i == 0 ? "" : ",";
      if (row[i])
        append_csv_field(out, *row[i]);
    }
    out += k_csv_line_end;
  }
  return out;
}

std::string as_markdown(const Grid& grid) {
  std::vector<std::string> names;
  std::vector<bool> numeric;
  for (const Grid::Column& column : grid.columns) {
    names.push_back(escape_markdown(column.name));
    numeric.push_back(column.kind == Grid::Kind::number);
  }
  std::string out;
  append_markdown_header(out, names, numeric);
  for (const auto& row : grid.rows) {
    std::vector<std::string> cells;
    cells.reserve(row.size());
    for (const auto& value : row)
      cells.push_back(value ? escape_markdown(*value) : "");
    append_markdown_row(out, cells);
  }
  return out;
}

} // namespace

void write_rows(JsonWriter& json, const Grid& grid) {
  json.begin_array();
  for (const auto& row : grid.rows) {
    json.begin_object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      json.key(grid.columns[i].name);
      if (!row[i])
        json.null();
      else if (grid.columns[i].kind == Grid::Kind::number)
        json.number_token(*row[i]);
      else if (grid.columns[i].kind == Grid::Kind::boolean)
        json.value(*row[i] == "true");
      else
        json.value(*row[i]);
    }
    json.end_object();
  }
  json.end_array();
}

std::string render(const Grid& grid, Format format, const Terminal& terminal) {
  switch (format) {
  case Format::json:
    return as_json(grid);
  case Format::csv:
    return as_csv(grid);
  case Format::markdown:
    return as_markdown(grid);
  case Format::table:
    break;
  }
  return as_table(grid, terminal);
}

} // namespace kept::publish
