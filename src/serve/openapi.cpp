// SPDX-License-Identifier: Apache-2.0
#include "serve/openapi.hpp"

#include "serve/route.hpp"

#include <fmt/format.h>

#include <cctype>

namespace kept::serve {
namespace {

using publish::JsonWriter;

bool is_several(ParameterKind kind) {
  return kind == ParameterKind::texts || kind == ParameterKind::words || kind == ParameterKind::integers;
}

void write_value_schema(JsonWriter& json, const Parameter& parameter) {
  json.begin_object();
  switch (parameter.kind) {
  case ParameterKind::integer:
  case ParameterKind::integers:
    json.field("type", "integer");
    json.field("minimum", static_cast<int>(parameter.minimum));
    json.field("maximum", static_cast<int>(parameter.maximum));
    break;
  case ParameterKind::date:
    json.field("type", "string");
    json.field("format", "date");
    break;
  case ParameterKind::word:
  case ParameterKind::words:
    json.field("type", "string");
    json.key("enum");
    json.begin_array();
    for (const std::string_view word : parameter.words)
      json.value(word);
    json.end_array();
    break;
  case ParameterKind::text:
  case ParameterKind::texts:
    json.field("type", "string");
    break;
  }
  json.end_object();
}

void write_parameter(JsonWriter& json, const Parameter& parameter) {
  json.begin_object();
  json.field("name", parameter.name);
  json.field("in", "query");
  json.field("required", parameter.required);
  json.field("description", parameter.standard.empty()
                                ? std::string(parameter.summary)
                                : fmt::format("{} (default: {})", parameter.summary, parameter.standard));
  if (is_several(parameter.kind)) {
    json.field("style", "form");
    json.field("explode", false);
  }
  json.key("schema");
  if (is_several(parameter.kind)) {
    json.begin_object();
    json.field("type", "array");
    json.key("items");
    write_value_schema(json, parameter);
    json.end_object();
  } else {
    write_value_schema(json, parameter);
  }
  json.end_object();
}

void write_path_parameter(JsonWriter& json, std::string_view name) {
  json.begin_object();
  json.field("name", name);
  json.field("in", "path");
  json.field("required", true);
  json.key("schema");
  json.begin_object();
  json.field("type", "string");
  json.end_object();
  json.end_object();
}

void write_object_schema(JsonWriter& json, const std::vector<Key>& keys, std::string_view rows,
                         const std::vector<Key>& row_keys) {
  json.begin_object();
  json.field("type", "object");
  json.key("required");
  json.begin_array();
  for (const Key& key : keys)
    json.value(key.name);
  json.end_array();
  json.key("properties");
  json.begin_object();
  for (const Key& key : keys) {
    json.key(key.name);
    json.begin_object();
    json.key("type");
    if (key.type.ends_with('?')) {
      json.begin_array();
      json.value(key.type.substr(0, key.type.size() - 1));
      json.value("null");
      json.end_array();
    } else {
      json.value(key.type);
    }
    if (key.name == rows && !row_keys.empty()) {
      json.key("items");
      write_object_schema(json, row_keys, {}, {});
    }
    json.end_object();
  }
  json.end_object();
  json.end_object();
}

void write_content(JsonWriter& json, std::string_view type, const std::function<void()>& schema) {
  json.key("content");
  json.begin_object();
  json.key(type);
  json.begin_object();
  json.key("schema");
  schema();
  json.end_object();
  json.end_object();
}

void write_problem_reference(JsonWriter& json) {
  json.begin_object();
  json.field("$ref", "#/components/schemas/Problem");
  json.end_object();
}

/// "statements_id_trail" of "statements/{id}/trail": what generated clients call the question.
std::string operation_id(std::string_view path) {
  std::string id;
  for (const char c : path)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_')
      id += c;
    else if (!id.empty() && id.back() != '_')
      id += '_';
  if (id.ends_with('_'))
    id.pop_back();
  return id;
}

void write_endpoint(JsonWriter& json, const Endpoint& endpoint) {
  std::string path(endpoint.path), variable;
  if (const std::size_t open = path.find('{'); open != std::string::npos) {
    if (const std::size_t dots = path.find("...}"); dots != std::string::npos)
      path.erase(dots, 3);
    variable = path.substr(open + 1, path.find('}') - open - 1);
  }
  json.key(std::string(k_api) + path);
  json.begin_object();
  json.key("get");
  json.begin_object();
  json.field("operationId", operation_id(endpoint.path));
  json.field("summary", endpoint.summary);
  json.key("parameters");
  json.begin_array();
  if (!variable.empty())
    write_path_parameter(json, variable);
  for (const Parameter& parameter : endpoint.parameters)
    write_parameter(json, parameter);
  json.end_array();
  json.key("responses");
  json.begin_object();
  json.key("200");
  json.begin_object();
  json.field("description", endpoint.summary);
  write_content(json, "application/json",
                [&] { write_object_schema(json, endpoint.keys, endpoint.rows, endpoint.row_keys); });
  json.end_object();
  for (const char* const status : {"4XX", "5XX"}) {
    json.key(status);
    json.begin_object();
    json.field("description", "What is wrong, and what to do");
    write_content(json, "application/problem+json", [&] { write_problem_reference(json); });
    json.end_object();
  }
  json.end_object();
  json.end_object();
  json.end_object();
}

/// Endpoints that the API answers by itself (serve/api.cpp), for the description.
Endpoint health_description() {
  return {.path = "health",
          .summary = "Is the server well, and what does it answer of?",
          .parameters = {},
          .keys = {{"status", "string"},
                   {"store_version", "string"},
                   {"sources", "integer"},
                   {"transactions", "integer"},
                   {"trouble", "string?"}},
          .answer = {}};
}

} // namespace

Response openapi(const std::vector<Endpoint>& endpoints, const State& state) {
  JsonWriter json;
  json.begin_object();
  json.field("openapi", "3.1.0");
  json.key("info");
  json.begin_object();
  json.field("title", "kept: were the promises to women and children kept?");
  json.field("version", state.program_version());
  json.field("description", "Read-only. Lists are pages; errors are problem details (RFC 9457).");
  json.key("license");
  json.begin_object();
  json.field("name", "Apache-2.0");
  json.field("identifier", "Apache-2.0");
  json.end_object();
  json.end_object();
  json.key("servers");
  json.begin_array();
  json.begin_object();
  json.field("url", "/");
  json.end_object();
  json.end_array();
  json.key("paths");
  json.begin_object();
  for (const Endpoint& endpoint : endpoints)
    write_endpoint(json, endpoint);
  write_endpoint(json, health_description());
  json.end_object();
  json.key("components");
  json.begin_object();
  json.key("schemas");
  json.begin_object();
  json.key("Problem");
  write_object_schema(json,
                      {{"type", "string"},
                       {"title", "string"},
                       {"status", "integer"},
                       {"detail", "string?"},
                       {"remedy", "string?"},
                       {"parameter", "string?"}},
                      {}, {});
  json.end_object();
  json.end_object();
  json.end_object();
  Response response;
  response.body = json.take();
  response.etag = state.version();
  return response;
}

} // namespace kept::serve
