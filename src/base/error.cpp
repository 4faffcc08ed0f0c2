// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"

#include "base/text.hpp"

#include <utility>

namespace kept {

Error::Error(ErrorKind kind, std::string what, std::string where, std::string remedy)
    : m_kind(kind), m_happened(std::move(what)), m_where(std::move(where)), m_remedy(std::move(remedy)) {
  if (!m_where.empty())
    m_text = m_where + ": ";
  m_text += m_happened;
  if (m_remedy.empty())
    return;
  m_text += "\n  ";
  for (const char c : trim(m_remedy)) {
    m_text += c;
    if (c == '\n')
      m_text += "  ";
  }
}

int exit_code(ErrorKind kind) {
  switch (kind) {
  case ErrorKind::usage:
    return 2;
  case ErrorKind::input:
    return 3;
  case ErrorKind::store:
    return 4;
  case ErrorKind::network:
    return 5;
  case ErrorKind::internal:
    break;
  }
  return 70;
}

} // namespace kept
