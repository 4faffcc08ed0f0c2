// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace kept::read::text {

/// How the text of a file is written down.
struct Encoding {
  std::string name = "UTF-8"; ///< as the file declares it, or as its first bytes show it
  std::size_t mark = 0;       ///< bytes of the byte order mark, which are no text
  std::size_t unit = 1;       ///< bytes of the smallest piece of text

  /// UTF-8 and its subset US-ASCII need no conversion.
  bool is_utf8() const;
};

/// The encoding of a file that begins with `head` (some hundred bytes): by its byte order mark, else by zero
/// bytes among the first four (UTF-16 and UTF-32 without a mark), else by the XML declaration, else UTF-8. A
/// declaration of UTF-16 that can be read byte by byte is wrong, and passed over.
Encoding recognise_encoding(std::string_view head);

/// Converts text that comes in pieces to UTF-8. Bytes that stand for no character become the byte FF, which
/// is no UTF-8 either, so that damage shows up, and is repaired, in one place (see repair.hpp).
class Converter {
public:
  explicit Converter(const Encoding& encoding);
  ~Converter();
  Converter(Converter&&) noexcept;
  Converter& operator=(Converter&&) noexcept;

  /// Is the encoding's name known? Nothing can be converted otherwise.
  bool is_known() const;

  struct Progress {
    std::size_t read = 0, written = 0;
  };
  /// Converts from `bytes` into `text` until one of them is used up. Up to a few bytes of a character that
  /// goes on in the next piece are left unread, unless this is the `last` piece.
  Progress convert(std::string_view bytes, std::span<char> text, bool last);

private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace kept::read::text
