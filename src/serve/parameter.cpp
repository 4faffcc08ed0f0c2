// SPDX-License-Identifier: Apache-2.0
#include "serve/parameter.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace kept::serve {
namespace {

[[noreturn]] void refuse(std::string_view name, std::string what, std::string remedy = {}) {
  throw Error(ErrorKind::usage, std::move(what), std::string(name), std::move(remedy));
}

bool is_several(ParameterKind kind) {
  return kind == ParameterKind::texts || kind == ParameterKind::words || kind == ParameterKind::integers;
}

/// The parts between commas; "\," is a comma that belongs to a part.
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == ',')
      parts.back() += text[++i];
    else if (text[i] == ',')
      parts.emplace_back();
    else
      parts.back() += text[i];
  }
  std::erase(parts, "");
  return parts;
}

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

void check_integer(const Parameter& parameter, std::string_view text) {
  const auto value = number(text);
  if (!value)
    refuse(parameter.name, fmt::format("{} is not a whole number", excerpt(text)));
  if (*value < parameter.minimum || *value > parameter.maximum)
    refuse(parameter.name,
           fmt::format("{} is not between {} and {}", *value, parameter.minimum, parameter.maximum));
}

void check_word(const Parameter& parameter, std::string_view text) {
  if (std::find(parameter.words.begin(), parameter.words.end(), text) == parameter.words.end())
    refuse(parameter.name, fmt::format("{} is none of its words", excerpt(text)),
           fmt::format("one of {}", fmt::join(parameter.words, ", ")));
}

void check(const Parameter& parameter, const std::vector<std::string>& values) {
  for (const std::string& value : values)
    switch (parameter.kind) {
    case ParameterKind::integer:
    case ParameterKind::integers:
      check_integer(parameter, value);
      break;
    case ParameterKind::date:
      if (value.size() != 10 || !Date::parse(value))
        refuse(parameter.name, fmt::format("{} is not a day of the calendar", excerpt(value)),
               "write YYYY-MM-DD");
      break;
    case ParameterKind::word:
    case ParameterKind::words:
      check_word(parameter, value);
      break;
    case ParameterKind::text:
    case ParameterKind::texts:
      break;
    }
}

std::string remedy_for(std::string_view name, const std::vector<Parameter>& known) {
  std::vector<std::string_view> names;
  names.reserve(known.size());
  for (const Parameter& parameter : known)
    names.push_back(parameter.name);
  if (const std::string_view near = nearest(name, names); !near.empty())
    return fmt::format("did you mean `{}`?", near);
  return names.empty() ? "there are none here" : fmt::format("the parameters are {}", fmt::join(names, ", "));
}

} // namespace

Parameters::Parameters(const std::vector<Parameter>& known, const Request& request) {
  for (const auto& [name, value] : request.parameters) {
    const auto found = std::find_if(known.begin(), known.end(), [&name = name](const Parameter& parameter) {
      return parameter.name == name;
    });
    if (found == known.end())
      refuse(name, fmt::format("there is no parameter {}", excerpt(name)), remedy_for(name, known));
    std::vector<std::string>& values = m_values[name];
    if (!values.empty() && !is_several(found->kind))
      refuse(name, "is given twice");
    if (is_several(found->kind)) {
      std::vector<std::string> parts = split(value);
      check(*found, parts);
      if (parts.size() > 1 && found->kind == ParameterKind::texts)
        parts.push_back(value);
      values.insert(values.end(), parts.begin(), parts.end());
    } else if (!value.empty() || found->kind != ParameterKind::text) {
      values.push_back(value);
      check(*found, values);
    }
    if (values.empty())
      m_values.erase(name);
  }
  for (const Parameter& parameter : known)
    if (parameter.required && !has(parameter.name))
      refuse(parameter.name, "is required");
}

std::string Parameters::text(std::string_view name) const {
  const auto found = m_values.find(name);
  return found == m_values.end() ? std::string() : found->second.front();
}

std::vector<std::string> Parameters::texts(std::string_view name) const {
  const auto found = m_values.find(name);
  return found == m_values.end() ? std::vector<std::string>() : found->second;
}

std::optional<std::int64_t> Parameters::integer(std::string_view name) const {
  return has(name) ? number(text(name)) : std::nullopt;
}

std::vector<int> Parameters::integers(std::string_view name) const {
  std::vector<int> values;
  for (const std::string& value : texts(name))
    values.push_back(static_cast<int>(number(value).value_or(0)));
  return values;
}

std::optional<Date> Parameters::date(std::string_view name) const {
  return has(name) ? std::optional(Date::parse(text(name)).value()) : std::nullopt;
}

std::string Parameters::canonical() const {
  std::string out;
  for (const auto& [name, values] : m_values) {
    out += fmt::format("{}=", name);
    for (const std::string& value : values)
      out += fmt::format("{}:{}", value.size(), value);
    out += '&';
  }
  return out;
}

} // namespace kept::serve
