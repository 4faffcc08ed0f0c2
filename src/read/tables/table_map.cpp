// SPDX-License-Identifier: Apache-2.0
#include "read/tables/table_map.hpp"

#include "base/text.hpp"
#include "read/yaml_record.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace kept::read::tables {
namespace {

constexpr std::array<std::string_view, 19> k_keys{
    "indicator", "area",       "area_name", "year",       "value",    "lower", "upper",
    "sex",       "unit",       "status",    "dimensions", "wide",     "where", "missing",
    "decimal",   "header_row", "publisher", "title",      "published"};
constexpr std::array<std::string_view, 1> k_text_keys{"column"};
constexpr std::array<std::string_view, 2> k_wide_keys{"years", "indicators"};

/// `{column: NAME}`, or a text for every row.
MappedText mapped(const YamlNode& node, std::string_view key, std::vector<Problem>& problems) {
  MappedText result;
  if (node.kind == YamlNode::Kind::scalar) {
    result.text = node.text;
  } else if (node.kind == YamlNode::Kind::map) {
    result.column = YamlRecord(node, k_text_keys, problems).required_text("column");
  } else {
    problems.push_back({node.position, fmt::format("`{}` must be a text or {{column: NAME}}", key)});
  }
  return result;
}

MappedText mapped(const YamlRecord& record, std::string_view key, std::vector<Problem>& problems) {
  const YamlNode* const node = record.value(key);
  return node == nullptr ? MappedText() : mapped(*node, key, problems);
}

/// "1990-2023"
std::optional<std::pair<int, int>> span_of(std::string_view text) {
  const auto year = [](std::string_view part) -> std::optional<int> {
    int number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    return part.size() == 4 && error == std::errc() && end == part.data() + 4 ? std::optional(number)
                                                                              : std::nullopt;
  };
  if (text.size() != 9 || text[4] != '-')
    return std::nullopt;
  const auto first = year(text.substr(0, 4)), last = year(text.substr(5));
  return first && last && *first <= *last ? std::optional(std::pair(*first, *last)) : std::nullopt;
}

void read_wide(const YamlNode& node, TableMap::Content& map, std::vector<Problem>& problems) {
  const YamlRecord wide(node, k_wide_keys, problems);
  if (const YamlNode* const years = wide.value("years")) {
    if (years->kind == YamlNode::Kind::map)
      map.years = wide.text_map("years");
    else if (!(map.year_span = span_of(wide.text("years"))))
      wide.problem("years", "`years` must be a span such as 1990-2023, or {COLUMN: YEAR, …}");
  }
  map.indicators = wide.text_map("indicators");
  const bool by_year = map.year_span || !map.years.empty();
  if (by_year == !map.indicators.empty())
    wide.problem(wide.position(), "`wide` needs either `years` or `indicators`");
}

/// Column → the texts that a row may have there.
void read_where(const YamlNode& node, TableMap::Content& map, std::vector<Problem>& problems) {
  if (node.kind != YamlNode::Kind::map)
    problems.push_back({node.position, "`where` must hold columns and texts"});
  for (const YamlEntry& entry : node.entries) {
    std::set<std::string>& texts = map.where[entry.key->text];
    if (entry.value->kind == YamlNode::Kind::scalar)
      texts.insert(entry.value->text);
    else if (entry.value->kind != YamlNode::Kind::list)
      problems.push_back(
          {entry.value->position, fmt::format("`{}` must be a text or a list of texts", entry.key->text)});
    for (const YamlPointer& item : entry.value->items)
      texts.insert(item->text);
  }
}

void read_dimensions(const YamlNode& node, TableMap::Content& map, std::vector<Problem>& problems) {
  if (node.kind != YamlNode::Kind::map)
    problems.push_back({node.position, "`dimensions` must hold names and texts"});
  for (const YamlEntry& entry : node.entries)
    map.dimensions[entry.key->text] = mapped(*entry.value, entry.key->text, problems);
}

void check(const YamlRecord& record, const TableMap::Content& map) {
  const bool by_year = map.year_span || !map.years.empty();
  if (map.value.given() && record.value("wide") != nullptr)
    record.problem("value",
                   "`value` and `wide` exclude each other: the columns of a wide table hold the values");
  if (map.year.given() && by_year)
    record.problem("year", "`year` and `wide` with `years` exclude each other");
  if (map.indicator.given() && !map.indicators.empty())
    record.problem("indicator", "`indicator` and `wide` with `indicators` exclude each other");
  const auto needs = [&](const MappedText& text, std::string_view key) {
    if (!text.given())
      record.problem(record.position(), fmt::format("`{}` is missing", key));
  };
  if (map.indicators.empty())
    needs(map.indicator, "indicator");
  if (!by_year)
    needs(map.year, "year");
  if (!by_year && map.indicators.empty())
    needs(map.value, "value");
  if (!map.area.given() && !map.area_name.given())
    record.problem(record.position(), "`area` or `area_name` is missing");
}

} // namespace

TableMap::TableMap(const std::filesystem::path& path) {
  const YamlPointer root = read_yaml_root(path.string());
  std::vector<Problem> problems;
  const YamlRecord record(*root, k_keys, problems);
  auto map = std::make_unique<Content>();
  map->path = path.string();
  map->indicator = mapped(record, "indicator", problems);
  map->area = mapped(record, "area", problems);
  map->area_name = mapped(record, "area_name", problems);
  map->year = mapped(record, "year", problems);
  map->value = mapped(record, "value", problems);
  map->lower = mapped(record, "lower", problems);
  map->upper = mapped(record, "upper", problems);
  map->sex = mapped(record, "sex", problems);
  map->unit = mapped(record, "unit", problems);
  map->status = mapped(record, "status", problems);
  if (const YamlNode* const dimensions = record.value("dimensions"))
    read_dimensions(*dimensions, *map, problems);
  if (const YamlNode* const wide = record.value("wide"))
    read_wide(*wide, *map, problems);
  if (const YamlNode* const where = record.value("where"))
    read_where(*where, *map, problems);
  for (const std::string& text : record.texts("missing"))
    map->missing.insert(text);
  const std::string decimal = record.text("decimal");
  map->decimal_comma = decimal == ",";
  if (!decimal.empty() && decimal != "," && decimal != ".")
    record.problem("decimal", "`decimal` must be \",\" or \".\"");
  map->header_row = record.whole_number("header_row").value_or(1);
  if (map->header_row < 1)
    record.problem("header_row", "`header_row` counts from 1");
  map->publisher = record.text("publisher");
  map->title = record.text("title");
  if (const std::string published = record.text("published"); !published.empty()) {
    const auto date = Date::parse(published);
    if (date)
      map->published = *date;
    else
      record.problem("published", fmt::format("`published`: {}", date.error().why));
  }
  check(record, *map);
  refuse_problems(path.string(), problems);
  m_content = std::move(map);
}

TableMap::~TableMap() = default;
TableMap::TableMap(TableMap&&) noexcept = default;

} // namespace kept::read::tables
