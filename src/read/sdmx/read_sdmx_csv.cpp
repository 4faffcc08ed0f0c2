// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/text.hpp"
#include "read/sdmx/csv_columns.hpp"
#include "read/sdmx/read_sdmx.hpp"
#include "read/source_file.hpp"
#include "read/statistics/figure_table.hpp"
#include "read/statistics/period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kept::read::sdmx {
namespace {

using facts::Severity;
using statistics::FigureTable;

/// Turns the rows of one table into figures.
class TableReader {
public:
  TableReader(const std::filesystem::path& path, FigureTable& table, statistics::ObservationBuilder& builder)
      : m_table(table), m_builder(builder), m_columns(read_columns(table.cells())) {
    for (std::size_t i = 0; i < m_columns.size(); ++i)
      place(path, i);
    table.set_columns();
    if (table.delimiter() == ';')
      builder.accept_decimal_commas();
  }

  bool has_measures() const { return !m_measures.empty(); }
  /// 2.0 tables name their structure and the action of each row.
  std::string_view version() const { return m_action ? "2.0" : "1.0"; }

  /// "UNICEF:CME(1.0), UN_IGME": the data set that the first row names, and whose figures they are, where
  /// that is the same for all rows. Known when the table has been read.
  std::string publication() const {
    const bool both = !m_structure_text.empty() && m_one_data_source && !m_data_source_text.empty();
    return m_structure_text + (both ? ", " : "") + (m_one_data_source ? m_data_source_text : "");
  }

  void read() {
    while (m_table.next()) {
      if (m_action && code(*m_action) == "D") {
        m_first_deletion = m_deletions++ == 0 ? m_table.line() : m_first_deletion;
        continue;
      }
      if (!m_time && !m_looked_for_time) // of a row that states figures: others may leave their time open
        look_for_time();
      read_row();
    }
    if (m_deletions == 0 && m_read_rows == 0)
      m_builder.add_finding("no-figures", Severity::warning, 1, "no row of the table states a figure");
    if (m_deletions != 0)
      m_builder.add_finding(
          "deleted-row", Severity::information, m_first_deletion,
          m_deletions == 1 ? "1 row deletes figures elsewhere and states none"
                           : fmt::format("{} rows delete figures elsewhere and state none", m_deletions));
  }

private:
  void place(const std::filesystem::path& path, std::size_t column) {
    const Column& found = m_columns[column];
    if (found.id.empty()) {
      if (column > 0 && m_columns[column - 1].role == Role::area)
        m_area_name = column;
      return;
    }
    for (std::size_t i = 0; i < column; ++i)
      if (m_columns[i].id == found.id)
        throw Error(ErrorKind::input, fmt::format("two columns are called {}", found.id), path.string(),
                    "a table of SDMX-CSV has each column once");
    if (found.role == Role::value)
      m_measures.push_back(column);
    else if (found.role == Role::dimension)
      m_dimensions.push_back(column);
    else if (std::optional<std::size_t>* const role = place_of(found.role); role && !*role)
      *role = column;
  }

  std::optional<std::size_t>* place_of(Role role) {
    switch (role) {
    case Role::indicator:
      return &m_indicator;
    case Role::area:
      return &m_area;
    case Role::time:
      return &m_time;
    case Role::sex:
      return &m_sex;
    case Role::lower:
      return &m_lower;
    case Role::upper:
      return &m_upper;
    case Role::unit:
      return &m_unit;
    case Role::unit_multiplier:
      return &m_unit_multiplier;
    case Role::status:
      return &m_status;
    case Role::structure:
      return &m_structure;
    case Role::action:
      return &m_action;
    case Role::data_source:
      return &m_data_source;
    default:
      return nullptr;
    }
  }

  std::string_view code(std::optional<std::size_t> column) const {
    return column ? code_in(m_table.cell(column), m_columns[*column]) : std::string_view();
  }

  /// A table need not call its time TIME_PERIOD: the first dimension whose first value is a period is it.
  void look_for_time() {
    m_looked_for_time = true;
    const auto found = std::find_if(m_dimensions.begin(), m_dimensions.end(), [&](std::size_t column) {
      return statistics::parse_period(code(column)).has_value();
    });
    if (found == m_dimensions.end())
      return;
    m_time = *found;
    m_dimensions.erase(found);
    m_builder.add_finding(
        "guessed-time", Severity::information, m_table.line(),
        fmt::format("the table has no column TIME_PERIOD: {} was read as the time", m_columns[*m_time].id));
  }

  void note_publication() {
    if (m_read_rows++ == 0) {
      m_structure_text = m_table.cell(m_structure);
      m_data_source_text = m_table.cell(m_data_source);
    } else if (m_one_data_source) {
      m_one_data_source = m_table.cell(m_data_source) == m_data_source_text;
    }
  }

  void read_row() {
    note_publication();
    m_row_dimensions.clear();
    for (const std::size_t column : m_dimensions)
      m_row_dimensions.push_back({m_columns[column].id, code(column)});
    statistics::RawObservation raw;
    raw.line = m_table.line();
    raw.indicator = m_indicator ? code(m_indicator) : code(m_structure);
    raw.area = code(m_area);
    raw.area_name = m_table.cell(m_area_name);
    raw.time = code(m_time);
    raw.sex = code(m_sex);
    raw.lower = code(m_lower);
    raw.upper = code(m_upper);
    raw.unit = code(m_unit);
    raw.unit_multiplier = code(m_unit_multiplier);
    raw.status = code(m_status);
    for (const std::size_t measure : m_measures) {
      if (m_measures.size() > 1)
        m_row_dimensions.push_back({"MEASURE", m_columns[measure].id});
      raw.dimensions = m_row_dimensions;
      raw.value = m_table.cell(measure);
      m_builder.take(raw);
      if (m_measures.size() > 1)
        m_row_dimensions.pop_back();
    }
  }

  FigureTable& m_table;
  statistics::ObservationBuilder& m_builder;
  std::vector<Column> m_columns;
  std::vector<std::size_t> m_measures, m_dimensions;
  std::optional<std::size_t> m_indicator, m_area, m_area_name, m_time, m_sex, m_lower, m_upper, m_unit,
      m_unit_multiplier, m_status, m_structure, m_action, m_data_source;
  std::vector<statistics::Dimension> m_row_dimensions;
  std::string m_structure_text, m_data_source_text; ///< of the first row
  bool m_one_data_source = true;
  std::uint64_t m_read_rows = 0, m_deletions = 0;
  std::uint32_t m_first_deletion = 0; ///< its line
  bool m_looked_for_time = false;
};

} // namespace

void read_sdmx_csv(const std::filesystem::path& path, facts::Source& source,
                   const statistics::Vocabulary& vocabulary, const statistics::ObservationSink& sink,
                   const statistics::ByteCount& count) {
  describe(path, source);
  statistics::ObservationBuilder builder(vocabulary, sink);
  FigureTable table(path, builder, count);
  source.illustrative = table.illustrative();
  if (!table.next())
    throw Error(ErrorKind::input, "has no header", path.string(),
                "an SDMX-CSV table names its columns first");
  TableReader reader(path, table, builder);
  source.version = reader.version();
  if (reader.has_measures()) {
    reader.read();
    source.publication = reader.publication();
  } else {
    builder.add_finding("no-figures", Severity::warning, table.line(),
                        "there is no column OBS_VALUE: the table holds metadata, and no figures");
  }
  builder.finish();
}

bool is_sdmx_csv(std::span<const std::string> columns) {
  const auto has = [&](std::string_view id) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const std::string& column) { return id_of_header(column).starts_with(id); });
  };
  return (has("structure") && has("structure_id")) ||
         (has("obs_value") && (has("time_period") || has("dataflow") || has("ref_area")));
}

} // namespace kept::read::sdmx
