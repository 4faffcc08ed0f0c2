// SPDX-License-Identifier: Apache-2.0
#include "read/tables/mapped_table.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/source_file.hpp"
#include "read/statistics/figure_table.hpp"
#include "read/tables/table_map.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::read::tables {
namespace {

/// A text of a row: a cell, or the same for all.
struct Place {
  std::optional<std::size_t> column;
  std::string text;
  std::string_view in(const std::vector<std::string>& cells) const {
    return column ? trim(cells[*column]) : std::string_view(text);
  }
};

class MappedRows {
public:
  MappedRows(const std::filesystem::path& path, const TableMap::Content& map,
             const std::vector<std::string>& columns)
      : m_path(path), m_map(map), m_columns(columns), m_indicator(place(map.indicator)),
        m_area(place(map.area)), m_area_name(place(map.area_name)), m_year(place(map.year)),
        m_value(place(map.value)), m_lower(place(map.lower)), m_upper(place(map.upper)),
        m_sex(place(map.sex)), m_unit(place(map.unit)), m_status(place(map.status)) {
    for (const auto& [name, text] : map.dimensions)
      m_dimensions.emplace_back(name, place(text));
    for (const auto& [column, texts] : map.where)
      m_where.emplace_back(find(column), &texts);
    for (const auto& [column, year] : map.years)
      m_by_year.emplace_back(find(column), year);
    if (map.year_span)
      for (std::size_t i = 0; i < columns.size(); ++i)
        if (const std::string_view name = trim(columns[i]); name.size() == 4 &&
                                                            name >= std::to_string(map.year_span->first) &&
                                                            name <= std::to_string(map.year_span->second))
          m_by_year.emplace_back(i, name);
    for (const auto& [column, indicator] : map.indicators)
      m_by_indicator.emplace_back(find(column), indicator);
    if (map.year_span && m_by_year.empty())
      throw Error(ErrorKind::input,
                  fmt::format("has no column called {} to {}", map.year_span->first, map.year_span->second),
                  path.string(), "its columns are " + listed());
  }

  void take(const std::vector<std::string>& cells, std::uint32_t line,
            statistics::ObservationBuilder& builder) {
    for (const auto& [column, texts] : m_where)
      if (texts->count(std::string(trim(cells[column]))) == 0)
        return;
    statistics::RawObservation raw;
    raw.line = line;
    raw.indicator = m_indicator.in(cells);
    raw.area = m_area.in(cells);
    raw.area_name = m_area_name.in(cells);
    raw.time = m_year.in(cells);
    raw.value = m_value.in(cells);
    raw.lower = m_lower.in(cells);
    raw.upper = m_upper.in(cells);
    raw.sex = m_sex.in(cells);
    raw.unit = m_unit.in(cells);
    raw.status = m_status.in(cells);
    m_row_dimensions.clear();
    for (const auto& [name, text] : m_dimensions)
      m_row_dimensions.push_back({name, text.in(cells)});
    raw.dimensions = m_row_dimensions;
    if (m_by_year.empty() && m_by_indicator.empty())
      return state(raw, builder, false);
    for (const auto& [column, year] : m_by_year) {
      raw.time = year;
      raw.value = trim(cells[column]);
      state(raw, builder, true);
    }
    for (const auto& [column, indicator] : m_by_indicator) {
      raw.indicator = indicator;
      raw.value = trim(cells[column]);
      state(raw, builder, true);
    }
  }

private:
  void state(statistics::RawObservation raw, statistics::ObservationBuilder& builder, bool wide) const {
    if (m_map.missing.count(std::string(raw.value)) != 0)
      raw.value = {};
    if (wide && raw.value.empty())
      return; // an empty cell of a wide table states nothing
    builder.take(raw);
  }

  std::size_t find(const std::string& name) const {
    const std::string folded = fold(name);
    if (const auto column = statistics::find_column(m_columns, {folded})) {
      if (std::count_if(m_columns.begin(), m_columns.end(),
                        [&](const std::string& other) { return fold(other) == folded; }) > 1)
        throw Error(ErrorKind::input, fmt::format("two columns are called `{}`", name), m_path.string(),
                    "give them different names");
      return *column;
    }
    const std::vector<std::string_view> candidates(m_columns.begin(), m_columns.end());
    const std::string_view near = nearest(name, candidates);
    throw Error(ErrorKind::input, fmt::format("has no column `{}`, which the map {} names", name, m_map.path),
                m_path.string(),
                near.empty() ? "its columns are " + listed() : fmt::format("did you mean `{}`?", near));
  }

  Place place(const MappedText& text) const {
    return text.column.empty() ? Place{std::nullopt, text.text} : Place{find(text.column), {}};
  }

  std::string listed() const { return fmt::format("{}", fmt::join(m_columns, ", ")); }

  const std::filesystem::path& m_path;
  const TableMap::Content& m_map;
  std::vector<std::string> m_columns;
  Place m_indicator, m_area, m_area_name, m_year, m_value, m_lower, m_upper, m_sex, m_unit, m_status;
  std::vector<std::pair<std::string, Place>> m_dimensions;
  std::vector<std::pair<std::size_t, const std::set<std::string>*>> m_where;
  std::vector<std::pair<std::size_t, std::string>> m_by_year, m_by_indicator;
  std::vector<statistics::Dimension> m_row_dimensions;
};

void describe_publication(const TableMap::Content& map, facts::Source& source) {
  source.publication = map.publisher;
  if (!map.title.empty())
    source.publication += (source.publication.empty() ? "" : ", ") + map.title;
  if (map.published)
    source.generated = Moment::parse(map.published->to_string() + "T00:00:00Z").value();
}

void take_all(facts::TextRows& rows, const std::filesystem::path& path, const TableMap::Content& map,
              statistics::ObservationBuilder& builder) {
  if (map.decimal_comma)
    builder.accept_decimal_commas();
  MappedRows mapped(path, map, rows.columns());
  std::vector<std::string> cells;
  while (rows.next(cells))
    mapped.take(cells, rows.line(), builder);
  builder.finish();
}

} // namespace

void read_mapped_csv(const std::filesystem::path& path, const TableMap& map, facts::Source& source,
                     const statistics::Vocabulary& vocabulary, const statistics::ObservationSink& sink,
                     const statistics::ByteCount& count) {
  describe(path, source);
  describe_publication(map.content(), source);
  statistics::ObservationBuilder builder(vocabulary, sink);
  statistics::FigureTable table(path, builder, count);
  source.illustrative = table.illustrative();
  for (int row = 0; row < map.content().header_row; ++row)
    if (!table.next())
      throw Error(ErrorKind::input,
                  fmt::format("ends before row {}, which should name its columns", map.content().header_row),
                  path.string(), "set `header_row` in " + map.content().path);
  table.set_columns();
  take_all(table, path, map.content(), builder);
}

void read_mapped_rows(facts::TextRows& rows, const std::filesystem::path& path, const TableMap& map,
                      facts::Source& source, const statistics::Vocabulary& vocabulary,
                      const statistics::ObservationSink& sink) {
  describe(path, source);
  describe_publication(map.content(), source);
  statistics::ObservationBuilder builder(vocabulary, sink);
  take_all(rows, path, map.content(), builder);
}

} // namespace kept::read::tables
