// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>

namespace kept {

/// What went wrong, as the user has to deal with it. One table maps kinds to exit codes (`exit_code`).
enum class ErrorKind { usage, input, store, network, internal };

/// The one exception of the project: work cannot go on. Bad records in a source are findings, not errors.
class Error : public std::exception {
public:
  /// `what`: what happened. `where`: file, file:line, option …; may be empty. `remedy`: what to do; may be
  /// empty.
  Error(ErrorKind kind, std::string what, std::string where = {}, std::string remedy = {});

  ErrorKind kind() const { return m_kind; }
  const std::string& happened() const { return m_happened; }
  const std::string& where() const { return m_where; }
  const std::string& remedy() const { return m_remedy; }
  /// "where: what happened\n  remedy", without the empty parts; every line of the remedy is indented.
  const char* what() const noexcept override { return m_text.c_str(); }

private:
  ErrorKind m_kind;
  std::string m_happened;
  std::string m_where;
  std::string m_remedy;
  std::string m_text;
};

/// usage 2, input 3, store 4, network 5, internal 70.
int exit_code(ErrorKind kind);

} // namespace kept
