// SPDX-License-Identifier: Apache-2.0
#include "store/parquet_rows.hpp"

#include "base/error.hpp"
#include "store/duckdb_database.hpp"

#include <optional>

namespace kept::store {
namespace {

class ParquetRows final : public facts::TextRows {
public:
  explicit ParquetRows(const std::filesystem::path& path)
      : m_database(":memory:", {}), m_connection(m_database.connect()) {
    Rows described = ask("SELECT name FROM parquet_schema(?) WHERE num_children IS NULL", path);
    std::string casts;
    while (described.next()) {
      m_columns.push_back(described.string(0));
      casts += (casts.empty() ? "CAST(" : ", CAST(") + quoted(m_columns.back()) + " AS VARCHAR)";
    }
    m_rows.emplace(ask("SELECT " + casts + " FROM read_parquet(?)", path));
  }

  const std::vector<std::string>& columns() const override { return m_columns; }

  bool next(std::vector<std::string>& cells) override {
    if (!m_rows->next())
      return false;
    ++m_number;
    cells.resize(m_columns.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
      cells[i] = m_rows->string(i);
    return true;
  }

  std::uint32_t line() const override { return m_number; }

private:
  static std::string quoted(const std::string& name) {
    std::string text = "\"";
    for (const char c : name)
      text.append(c == '"' ? 2 : 1, c);
    return text + "\"";
  }

  Rows ask(const std::string& sql, const std::filesystem::path& path) {
    try {
      return m_connection.prepare(sql).bind(path.string()).rows();
    } catch (const Error& error) {
      throw Error(ErrorKind::input, "cannot be read as Parquet: " + error.happened(), path.string(),
                  "check that the file is whole");
    }
  }

  Database m_database;
  Connection m_connection;
  std::vector<std::string> m_columns;
  std::optional<Rows> m_rows;
  std::uint32_t m_number = 0;
};

} // namespace

std::unique_ptr<facts::TextRows> open_parquet(const std::filesystem::path& path) {
  return std::make_unique<ParquetRows>(path);
}

} // namespace kept::store
