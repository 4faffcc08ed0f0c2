// SPDX-License-Identifier: Apache-2.0
#include "publish/json_writer.hpp"

#include "base/text.hpp"

#include <rapidjson/prettywriter.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace kept::publish {
namespace {

/// RapidJSON's output stream concept over a string, which saves the copy out of its own buffer.
class StringStream {
public:
  using Ch = char;
  void Put(char c) { // NOLINT: the names are RapidJSON's
    reserve(1);
    m_bytes[m_size++] = c;
  }
  void Flush() {} // NOLINT

  void reserve(std::size_t count) {
    if (m_bytes.size() - m_size < count)
      m_bytes.resize(std::max(2 * m_bytes.size(), m_size + count));
  }
  void put_reserved(char c) { m_bytes[m_size++] = c; }
  /// What was put so far; the stream is then empty.
  std::string take() {
    m_bytes.resize(std::exchange(m_size, 0));
    return std::exchange(m_bytes, {});
  }

private:
  std::string m_bytes; ///< m_size of them are written
  std::size_t m_size = 0;
};

// Found by RapidJSON for this stream: a text is written without a question at each of its characters.
void PutReserve(StringStream& stream, std::size_t count) { // NOLINT
  stream.reserve(count);
}
void PutUnsafe(StringStream& stream, char c) { // NOLINT
  stream.put_reserved(c);
}

rapidjson::SizeType size_of(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

std::size_t skip_digits(std::string_view token, std::size_t at) {
  while (at < token.size() && token[at] >= '0' && token[at] <= '9')
    ++at;
  return at;
}

} // namespace

struct JsonWriter::State {
  StringStream stream;
  rapidjson::PrettyWriter<StringStream> writer{stream};
};

JsonWriter::JsonWriter() : m_state(std::make_unique<State>()) {
  m_state->writer.SetIndent(' ', 2);
}
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() {
  m_state->writer.StartObject();
}
void JsonWriter::end_object() {
  m_state->writer.EndObject();
}
void JsonWriter::begin_array() {
  m_state->writer.StartArray();
}
void JsonWriter::end_array() {
  m_state->writer.EndArray();
}
void JsonWriter::null() {
  m_state->writer.Null();
}
void JsonWriter::value(bool truth) {
  m_state->writer.Bool(truth);
}
void JsonWriter::value(int number) {
  m_state->writer.Int(number);
}
void JsonWriter::value(std::uint32_t number) {
  m_state->writer.Uint(number);
}
void JsonWriter::value(std::uint64_t number) {
  m_state->writer.Uint64(number);
}
void JsonWriter::value(Date date) {
  value(date.to_string());
}
void JsonWriter::value(const Decimal& number) {
  number_token(number.trimmed().to_string());
}

void JsonWriter::key(std::string_view name) {
  m_state->writer.Key(name.data(), size_of(name));
}

void JsonWriter::value(std::string_view text) {
  if (is_utf8(text)) {
    m_state->writer.String(text.data(), size_of(text));
  } else {
    const std::string sound = repair_utf8(text);
    m_state->writer.String(sound.data(), size_of(sound));
  }
}

void JsonWriter::value(double number) {
  if (std::isfinite(number))
    m_state->writer.Double(number);
  else
    null();
}

void JsonWriter::number_token(std::string_view token) {
  if (is_json_number(token))
    m_state->writer.RawValue(token.data(), token.size(), rapidjson::kNumberType);
  else
    value(token);
}

void JsonWriter::text_field(std::string_view name, std::string_view text) {
  key(name);
  if (text.empty())
    null();
  else
    value(text);
}

std::string JsonWriter::drain() {
  return m_state->stream.take();
}

std::string JsonWriter::take() {
  m_state->stream.Put('\n');
  return m_state->stream.take();
}

bool is_json_number(std::string_view token) {
  std::size_t at = token.starts_with('-') ? 1 : 0;
  const std::size_t whole = at;
  at = skip_digits(token, at);
  if (at == whole || (token[whole] == '0' && at > whole + 1))
    return false;
  if (at < token.size() && token[at] == '.') {
    const std::size_t fraction = at + 1;
    at = skip_digits(token, fraction);
    if (at == fraction)
      return false;
  }
  if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
    ++at;
    if (at < token.size() && (token[at] == '+' || token[at] == '-'))
      ++at;
    const std::size_t exponent = at;
    at = skip_digits(token, exponent);
    if (at == exponent)
      return false;
  }
  return at == token.size();
}

} // namespace kept::publish
