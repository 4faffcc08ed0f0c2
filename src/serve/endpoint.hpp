// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/json_writer.hpp"
#include "serve/parameter.hpp"
#include "serve/state.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::serve {

/// A checked request to one endpoint.
struct Question {
  const State& state;
  const Parameters& parameters;
  std::string id; ///< what stands for {…} in the path
  bool unlimited = false;

  std::string text(std::string_view name) const { return parameters.text(name); }
  std::vector<std::string> texts(std::string_view name) const { return parameters.texts(name); }
  /// The day of the answer.
  Date as_of() const { return parameters.date("as_of").value_or(state.as_of()); }
  /// `limit`, else `standard`; 0 (all) when unlimited.
  std::size_t limit(std::size_t standard = 100) const;
  std::size_t offset() const;
};

/// A key of an answer, with its JSON type: "string", "number", "integer", "boolean", "object", "array", with
/// "?" behind it where it may be null.
struct Key {
  std::string_view name, type;
};

/// One path of the API: from this one declaration come routing, the check of parameters and openapi.json.
struct Endpoint {
  std::string_view
      path; ///< below /api/v1: "statements/{id}/trail"; {name...} takes the rest, slashes included
  std::string_view summary;
  std::vector<Parameter> parameters;
  std::vector<Key> keys;          ///< of the object that it answers with
  std::string_view rows = {};     ///< the key that holds a list of objects; may be empty
  std::vector<Key> row_keys = {}; ///< of these objects
  std::function<void(const Question&, publish::JsonWriter&)> answer;
  /// Parameters that visitors begin with: their answers are made ahead, whenever there is a new state.
  std::vector<std::string_view> usual = {};
  bool lasting = true; ///< the answer follows from the state alone: it may be kept and has an ETag
};

/// An id that does not exist.
class NotFound : public std::runtime_error {
public:
  NotFound(const std::string& what, std::string remedy)
      : std::runtime_error(what), m_remedy(std::move(remedy)) {}
  const std::string& remedy() const { return m_remedy; }

private:
  std::string m_remedy;
};

// The parameters that several endpoints have.
Parameter as_of_parameter();
Parameter limit_parameter(std::int64_t maximum = 1000, std::string_view standard = "100");
Parameter offset_parameter();

/// {"total", "limit", "offset", "rows": …}; `rows` writes the array.
void write_page(publish::JsonWriter& json, const Question& question, std::size_t total,
                const std::function<void()>& rows);
/// The keys of such a page.
std::vector<Key> page_keys();

/// The rows of an answer of the store as an array of objects.
void write_table(publish::JsonWriter& json, store::Table table);
/// The one number of an answer of one row.
std::size_t number_of(const store::Table& table);

void write_texts(publish::JsonWriter& json, std::string_view key, const std::vector<std::string>& texts);

} // namespace kept::serve
