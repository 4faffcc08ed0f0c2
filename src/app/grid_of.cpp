// SPDX-License-Identifier: Apache-2.0
#include "app/grid_of.hpp"

#include <utility>

namespace kept::app {
namespace {

publish::Grid::Kind kind_of(store::Table::Kind kind) {
  switch (kind) {
  case store::Table::Kind::number:
    return publish::Grid::Kind::number;
  case store::Table::Kind::boolean:
    return publish::Grid::Kind::boolean;
  case store::Table::Kind::text:
    break;
  }
  return publish::Grid::Kind::text;
}

} // namespace

publish::Grid grid_of(store::Table table) {
  publish::Grid grid;
  for (store::Table::Column& column : table.columns)
    grid.columns.push_back({std::move(column.name), kind_of(column.kind)});
  grid.rows = std::move(table.rows);
  return grid;
}

} // namespace kept::app
