// SPDX-License-Identifier: Apache-2.0
// The text of a question, asked of an empty store: it is answered or refused, and nothing changes.
#include "base/error.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "fuzz.hpp"
#include "scratch_folder.hpp"
#include "store/loading.hpp"
#include "store/sql_sandbox.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <memory>

namespace kept::fuzz {
namespace {

/// A folder with an empty store, one file that no question may read, and the store opened.
class Asked {
public:
  Asked() {
    {
      store::Loading loading(m_folder / "empty.kept");
      loading.commit();
    }
    m_folder.write("secret.csv", "secret\n1\n");
    std::filesystem::current_path(m_folder.path()); // so that a short name finds it
    m_store = std::make_unique<store::Store>(m_folder / "empty.kept");
    m_before = state();
    m_bytes = bytes();
  }

  void ask(const std::string& sql) {
    try {
      const store::Table table = m_store->query(sql);
      for (const auto& row : table.rows)
        expect(row.size() == table.columns.size(), "a row has a cell for each column");
    } catch (const Error& error) {
      expect(error.kind() == ErrorKind::usage, "a question that is refused is the asker's fault",
             error.what());
      return;
    }
    expect(state() == m_before, "a question leaves the open database as it was");
    expect(bytes() == m_bytes, "a question leaves the folder as it was");
  }

private:
  std::string state() const {
    const store::Table table = m_store->query(
        "SELECT (SELECT string_agg(concat(name, '=', value), ' ' ORDER BY name) FROM duckdb_settings()),"
        " (SELECT string_agg(concat(schema_name, '.', table_name, ' ', estimated_size), ' ' ORDER BY "
        "table_oid)"
        "  FROM duckdb_tables()),"
        " (SELECT string_agg(concat(view_name, sql), ' ' ORDER BY view_oid) FROM duckdb_views() WHERE NOT"
        "  internal), (SELECT count(*) FROM duckdb_databases()),"
        " (SELECT count(*) FROM "
        "duckdb_variables())");
    std::string text;
    for (const auto& cell : table.rows.at(0))
      text += cell.value_or("") + '\n';
    return text;
  }
  std::string bytes() const {
    std::string text;
    std::uint64_t sum = 0;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
      sum += fast_hash(entry.path().string() + sha256_of_file(entry.path()));
    return std::to_string(sum);
  }

  test::ScratchFolder m_folder;
  std::unique_ptr<store::Store> m_store;
  std::string m_before, m_bytes;
};

/// Could the answer be so long that asking for it says nothing of safety? Rows can be made from nothing by
/// recursion and by numbers of many digits.
bool could_be_endless(std::string_view sql) {
  const std::string text = upper(sql);
  if (text.find("RECURSIVE") != std::string::npos || text.find("REPEAT") != std::string::npos)
    return true;
  int digits = 0;
  for (const char c : text) {
    digits = (c >= '0' && c <= '9') || c == '_' ? digits + 1 : 0;
    if (digits > 3)
      return true;
  }
  return std::count(text.begin(), text.end(), '*') > 4 || text.find('^') != std::string::npos;
}

} // namespace

void fuzz_one(std::span<const std::uint8_t> bytes) {
  const std::string sql(as_text(bytes));
  const std::string_view name = store::forbidden_call(sql);
  expect(name.empty() || upper(sql).find(name) != std::string::npos, "a function that is refused is named");
  expect(store::forbidden_call(sql + " ") == name, "a blank behind a question changes nothing");
  expect(!store::forbidden_call(sql + "\nQUERY (").empty(), "a call is seen behind any text");
  if (could_be_endless(sql) || sql.find('\0') != std::string::npos)
    return;
  static Asked asked;
  asked.ask(sql);
}

} // namespace kept::fuzz
