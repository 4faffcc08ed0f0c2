// SPDX-License-Identifier: Apache-2.0
#include "read/text/encoding.hpp"

#include "base/text.hpp"

#include <iconv.h>

#include <array>
#include <cerrno>

namespace kept::read::text {
namespace {

constexpr auto npos = std::string_view::npos;

struct Mark {
  std::string_view bytes, encoding;
  std::size_t unit;
};

// UTF-32LE before UTF-16LE, whose mark it begins with.
constexpr std::array<Mark, 5> k_marks{{{{"\xEF\xBB\xBF", 3}, "UTF-8", 1},
                                       {{"\xFF\xFE\0\0", 4}, "UTF-32LE", 4},
                                       {{"\0\0\xFE\xFF", 4}, "UTF-32BE", 4},
                                       {{"\xFF\xFE", 2}, "UTF-16LE", 2},
                                       {{"\xFE\xFF", 2}, "UTF-16BE", 2}}};

/// The encoding whose first character is '<' (or another of ASCII) with zero bytes around it.
const Mark* by_zero_bytes(std::string_view head) {
  static constexpr std::array<Mark, 4> k_shapes{
      {{"x000", "UTF-32LE", 4}, {"000x", "UTF-32BE", 4}, {"x0x0", "UTF-16LE", 2}, {"0x0x", "UTF-16BE", 2}}};
  std::string shape;
  for (const char c : head.substr(0, 4))
    shape += c == '\0' ? '0' : 'x';
  for (const Mark& known : k_shapes)
    if (shape == known.bytes)
      return &known;
  return nullptr;
}

/// The value of `encoding` in the XML declaration that `head` begins with; empty where there is none.
std::string_view declared_encoding(std::string_view head) {
  if (!head.starts_with("<?xml"))
    return {};
  head = head.substr(0, head.find("?>"));
  auto at = head.find("encoding");
  at = at == npos ? npos : head.find_first_of("\"'", at);
  if (at == npos)
    return {};
  const auto end = head.find(head[at], at + 1);
  return end == npos ? std::string_view{} : trim(head.substr(at + 1, end - at - 1));
}

bool is_wide(std::string_view upper_name) {
  return upper_name.starts_with("UTF-16") || upper_name.starts_with("UTF-32") ||
         upper_name.find("UCS") != npos;
}

/// Names are passed to iconv only when XML allows them, since it takes more from them ("//IGNORE").
bool is_encoding_name(std::string_view name) {
  return name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-") == npos;
}

const iconv_t k_none = reinterpret_cast<iconv_t>(-1); // NOLINT: as iconv_open answers

} // namespace

bool Encoding::is_utf8() const {
  const std::string folded = upper(name);
  return folded == "UTF-8" || folded == "UTF8" || folded == "US-ASCII" || folded == "ASCII";
}

Encoding recognise_encoding(std::string_view head) {
  for (const Mark& mark : k_marks)
    if (head.starts_with(mark.bytes))
      return {std::string(mark.encoding), mark.bytes.size(), mark.unit};
  if (const Mark* shape = by_zero_bytes(head))
    return {std::string(shape->encoding), 0, shape->unit};
  const auto declared = declared_encoding(head);
  if (declared.empty() || is_wide(upper(declared)))
    return {};
  return {std::string(declared), 0, 1};
}

struct Converter::State {
  iconv_t conversion = k_none;
  std::size_t unit = 1;

  ~State() {
    if (conversion != k_none)
      iconv_close(conversion);
  }
};

Converter::Converter(const Encoding& encoding) : m_state(std::make_unique<State>()) {
  m_state->unit = encoding.unit;
  if (is_encoding_name(encoding.name))
    m_state->conversion = iconv_open("UTF-8", encoding.name.c_str());
}
Converter::~Converter() = default;
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;

bool Converter::is_known() const {
  return m_state->conversion != k_none;
}

Converter::Progress Converter::convert(std::string_view bytes, std::span<char> text, bool last) {
  char* in = const_cast<char*>(bytes.data()); // NOLINT: iconv does not write to it
  std::size_t in_left = bytes.size();
  char* out = text.data();
  std::size_t out_left = text.size();
  while (in_left > 0) {
    if (iconv(m_state->conversion, &in, &in_left, &out, &out_left) != static_cast<std::size_t>(-1))
      break;
    const bool breaks_off = errno == EINVAL;
    if (errno == E2BIG || (breaks_off && !last) || out_left == 0)
      break;
    const std::size_t step = breaks_off ? in_left : std::min(m_state->unit, in_left);
    in += step;
    in_left -= step;
    *out++ = '\xFF';
    --out_left;
  }
  if (last && in_left == 0) // some encodings hold the last character back until they know what follows
    iconv(m_state->conversion, nullptr, nullptr, &out, &out_left);
  return {bytes.size() - in_left, text.size() - out_left};
}

} // namespace kept::read::text
