// SPDX-License-Identifier: Apache-2.0
#include "publish/grid_of.hpp"

#include <utility>

namespace kept::publish {
namespace {

Grid::Kind kind_of(store::Table::Kind kind) {
  switch (kind) {
  case store::Table::Kind::number:
    return Grid::Kind::number;
  case store::Table::Kind::boolean:
    return Grid::Kind::boolean;
  case store::Table::Kind::text:
    break;
  }
  return Grid::Kind::text;
}

} // namespace

Grid grid_of(store::Table table) {
  Grid grid;
  for (store::Table::Column& column : table.columns)
    grid.columns.push_back({std::move(column.name), kind_of(column.kind)});
  grid.rows = std::move(table.rows);
  return grid;
}

} // namespace kept::publish
