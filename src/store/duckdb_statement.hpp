// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "store/duckdb_rows.hpp"

#include <duckdb.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kept::store {

/// A prepared statement. `bind` fills its parameters from the first on; null where there is no value.
class Statement {
public:
  Statement(duckdb_connection connection, const std::string& sql, std::string where);

  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind(Date date);
  Statement& bind(std::optional<Moment> moment);
  Statement& bind(const Decimal& decimal);
  /// A VARCHAR[].
  Statement& bind(std::span<const std::string> texts);
  Statement& bind_text_or_null(std::string_view text) { return text.empty() ? bind_null() : bind(text); }
  Statement& bind_boolean(bool value); ///< not an overload: a literal text would take it
  Statement& bind_null();

  /// Runs it and forgets what it was bound to. The whole answer is held in memory. Throws Error(store).
  Rows rows();
  /// As `rows`, but computed while it is read, in bounded memory; the connection can do nothing else
  /// meanwhile.
  Rows stream();
  void run() { rows(); }

  duckdb_prepared_statement handle() const { return m_statement.get(); }

private:
  void check(duckdb_state state);
  Rows answer(duckdb_state state, duckdb_result& result);

  struct Destroy {
    void operator()(duckdb_prepared_statement statement) const { duckdb_destroy_prepare(&statement); }
  };
  std::unique_ptr<_duckdb_prepared_statement, Destroy> m_statement;
  std::string m_where;
  idx_t m_bound = 0;
};

} // namespace kept::store
