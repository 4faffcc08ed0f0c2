// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "serve/request.hpp"

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::serve {

enum class ParameterKind {
  text,
  texts, ///< several alternatives, with commas between
  integer,
  integers,
  date,
  word,  ///< one of a list
  words, ///< several of a list
};

/// What a parameter is called and takes: its check, its description in openapi.json and its use are this one.
struct Parameter {
  std::string_view name;
  ParameterKind kind = ParameterKind::text;
  std::string_view summary = {};
  bool required = false;
  std::int64_t minimum = 0, maximum = std::numeric_limits<std::int32_t>::max();
  std::vector<std::string_view> words = {};
  std::string_view standard = {}; ///< the value when it is absent, for the description
};

/// The parameters of one request, checked.
class Parameters {
public:
  /// Throws Error(usage) naming the parameter: unknown, given twice, of the wrong kind, absent though
  /// required.
  Parameters(const std::vector<Parameter>& known, const Request& request);

  std::string text(std::string_view name) const; ///< empty when absent
  /// Empty when absent. A text with commas stands for its parts and for itself, since names may hold commas.
  std::vector<std::string> texts(std::string_view name) const;
  std::optional<std::int64_t> integer(std::string_view name) const;
  std::vector<int> integers(std::string_view name) const;
  std::optional<Date> date(std::string_view name) const;
  bool has(std::string_view name) const { return m_values.contains(name); }

  /// The parameters as one text, equal for requests that ask the same.
  std::string canonical() const;

private:
  std::map<std::string, std::vector<std::string>, std::less<>> m_values;
};

} // namespace kept::serve
