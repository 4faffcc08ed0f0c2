// SPDX-License-Identifier: Apache-2.0
#include "app/fact_tables.hpp"

#include "base/text.hpp"
#include "publish/grid_of.hpp"
#include "publish/json_writer.hpp"
#include "store/questions.hpp"
#include "store/record_questions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace kept::app {
namespace {

using publish::Format;

struct NamedGrid {
  std::string name;
  publish::Grid grid;
  std::size_t left_out = 0;
};

/// Those that have rows, at most `limit` of them each (0: all).
std::vector<NamedGrid> grids_of(std::vector<store::NamedTable> tables, std::size_t limit) {
  std::vector<NamedGrid> grids;
  for (store::NamedTable& named : tables) {
    publish::Grid grid = publish::grid_of(std::move(named.table));
    if (grid.rows.empty())
      continue;
    std::size_t left_out = 0;
    if (limit != 0 && grid.rows.size() > limit) {
      left_out = grid.rows.size() - limit;
      grid.rows.resize(limit);
    }
    grids.push_back({named.name, std::move(grid), left_out});
  }
  return grids;
}

std::string as_json(const std::vector<NamedGrid>& tables) {
  publish::JsonWriter json;
  json.begin_object();
  for (const NamedGrid& table : tables) {
    json.key(table.name);
    write_rows(json, table.grid);
  }
  json.end_object();
  return json.take();
}

/// A CSV file is one table: the one named, or where it has no rows the first that has some.
std::string as_csv(const std::vector<NamedGrid>& tables, std::string_view name) {
  const auto named =
      std::find_if(tables.begin(), tables.end(), [&](const NamedGrid& table) { return table.name == name; });
  return publish::render((named == tables.end() ? tables.begin() : named)->grid, Format::csv, {});
}

std::string heading(std::string name, Format format, const publish::Terminal& terminal) {
  name = upper(name.substr(0, 1)) + name.substr(1);
  if (format == Format::markdown)
    return fmt::format("## {}\n\n", name);
  return publish::tinted(name, publish::Tint::bold, terminal) + "\n";
}

std::string render_tables(const std::vector<NamedGrid>& tables, std::string_view csv, Format format,
                          const publish::Terminal& terminal) {
  if (tables.empty())
    return {};
  if (format == Format::json)
    return as_json(tables);
  if (format == Format::csv)
    return as_csv(tables, csv);
  std::string out;
  for (const NamedGrid& table : tables) {
    out += out.empty() ? "" : "\n";
    out += heading(table.name, format, terminal) + publish::render(table.grid, format, terminal);
    if (table.left_out != 0)
      out += fmt::format("{} rows left out; --limit 0 shows all\n", table.left_out);
  }
  return out;
}

} // namespace

std::string fact_tables(const store::Store& store, const std::string& id, std::size_t limit, Format format,
                        const publish::Terminal& terminal) {
  const auto ask = [&](const std::string& sql) { return store.query(sql); };
  return render_tables(grids_of(store::records_of(id, ask), limit), "transactions", format, terminal);
}

std::string indicator_tables(const store::Store& store, const std::string& id, Format format,
                             const publish::Terminal& terminal) {
  std::vector<store::NamedTable> tables;
  for (const store::NamedQuestion& question : store::indicator_questions(id))
    tables.push_back({question.name, store.query(question.sql)});
  return render_tables(grids_of(std::move(tables), 0), "figures", format, terminal);
}

} // namespace kept::app
