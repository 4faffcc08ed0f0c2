// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kept::publish {

/// Writes one indented JSON document, key by key in the order of the calls. Decimals become number tokens
/// with all their digits, never doubles; text that is not UTF-8 is repaired; absent values become null.
class JsonWriter {
public:
  JsonWriter();
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  /// `name`: in UTF-8.
  void key(std::string_view name);

  void null();
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(bool truth);
  void value(int number);
  void value(std::uint32_t number);
  void value(std::uint64_t number);
  void value(double number);
  /// Without trailing zeros after the point.
  void value(const Decimal& number);
  void value(Date date);
  template <typename T> void value(const std::optional<T>& maybe) {
    if (maybe)
      value(*maybe);
    else
      null();
  }
  /// `token` as it stands when it is a JSON number; else ("nan", "inf", "1/2") as text.
  void number_token(std::string_view token);

  template <typename T> void field(std::string_view name, const T& content) {
    key(name);
    value(content);
  }
  /// An empty text as null.
  void text_field(std::string_view name, std::string_view text);

  /// What was written since; the document goes on. For documents that are too large to be held.
  std::string drain();
  /// The rest of the document, with a line end behind it. Call once, last.
  std::string take();

private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// Is `token` a number by the grammar of JSON (RFC 8259, section 6)?
bool is_json_number(std::string_view token);

} // namespace kept::publish
