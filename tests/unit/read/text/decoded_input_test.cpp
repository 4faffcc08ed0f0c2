// SPDX-License-Identifier: Apache-2.0
#include "read/text/decoded_input.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "read/iati/reading.hpp"

#include <doctest/doctest.h>

namespace kept::read::text {
namespace {

/// The whole text of a file, read in pieces of `room` bytes.
std::string decoded(std::string_view bytes, std::size_t room = 4096) {
  const iati::test::ScratchFile file(bytes);
  DecodedInput input(file.path());
  std::string text, piece(room, '\0');
  while (const std::size_t count = input.read(piece))
    text.append(piece, 0, count);
  return text;
}

const std::string k_latin1 = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>caf\xE9</a>";

} // namespace

TEST_CASE("UTF-8 is passed on as it is, without its byte order mark") {
  CHECK(decoded("\xEF\xBB\xBF<a>\xE4\xB8\xAD</a>") == "<a>\xE4\xB8\xAD</a>");
  CHECK(decoded("") == "");
  CHECK(decoded("<") == "<");
}

TEST_CASE("UTF-16 is known by its mark, and by its zero bytes without one") {
  const std::string text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>caf\xE9</a>";
  const std::string expected = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>caf\xC3\xA9</a>";
  CHECK(decoded("\xFF\xFE" + iati::test::utf16(text, false)) == expected);
  CHECK(decoded("\xFE\xFF" + iati::test::utf16(text, true)) == expected);
  CHECK(decoded(iati::test::utf16(text, false)) == expected);
  CHECK(decoded(iati::test::utf16(text, true)) == expected);
}

TEST_CASE("the encoding of the XML declaration counts, in either quotes") {
  CHECK(decoded(k_latin1).ends_with("caf\xC3\xA9</a>"));
  CHECK(decoded("<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>").ends_with("<a>\xE2\x82\xAC</a>"));
  CHECK(decoded("<?xml version='1.0' encoding='GB18030'?><a>\xD6\xD0</a>").ends_with("<a>\xE4\xB8\xAD</a>"));
}

TEST_CASE("a declaration of UTF-16 in a file of single bytes is passed over") {
  const std::string text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>";
  CHECK(decoded(text) == text);
}

TEST_CASE("characters that pieces cut in two arrive whole") {
  std::string text = "<a>";
  for (int i = 0; i < 50'000; ++i)
    text += static_cast<char>('!' + i % 90);
  std::string expected = text;
  std::string bytes =
      iati::test::utf16(text, false) + std::string("\x3D\xD8\x00\xDE", 4); // U+1F600, two units
  expected += "\xF0\x9F\x98\x80";
  for (const std::size_t room : {16U, 17U, 1000U, 100'000U})
    CHECK(decoded(bytes, room) == expected);
}

TEST_CASE("what stands for no character in another encoding shows up as bytes that are no UTF-8") {
  const std::string lone_surrogate =
      iati::test::utf16("<a>", false) + std::string("\x00\xDC", 2) + iati::test::utf16("</a>", false);
  const std::string text = decoded(lone_surrogate);
  CHECK(text == "<a>\xFF</a>");
  CHECK(find_invalid_utf8(text) == 3);
  CHECK(decoded(iati::test::utf16("<a>", false) + "x") == "<a>\xFF"); // half a unit at the end
}

TEST_CASE("an encoding that nobody knows is told by name") {
  for (const std::string_view name : {"x-made-up", "UTF-8//IGNORE"}) {
    const iati::test::ScratchFile file("<?xml version='1.0' encoding='" + std::string(name) + "'?><a/>");
    const DecodedInput input(file.path());
    CHECK_FALSE(input.is_encoding_known());
    CHECK(input.encoding() == name);
  }
}

TEST_CASE("gzip is unpacked before the encoding is looked at") {
  CHECK(decoded(iati::test::gzip(k_latin1)).ends_with("caf\xC3\xA9</a>"));
}

TEST_CASE("a truncated gzip stream hands out what came before the damage, then refuses") {
  std::string text = "<a>";
  std::uint32_t random = 1;
  for (int i = 0; i < 200'000; ++i)
    text += static_cast<char>('a' + ((random = random * 1664525 + 1013904223) >> 24) % 26);
  const std::string packed = iati::test::gzip(text);
  const iati::test::ScratchFile file(packed.substr(0, packed.size() / 2));
  DecodedInput input(file.path());
  std::string got, piece(1 << 20, '\0');
  CHECK_THROWS_AS(
      [&] {
        while (const std::size_t count = input.read(piece))
          got.append(piece, 0, count);
      }(),
      Error);
  CHECK(got.size() > 50'000);
  CHECK(text.starts_with(got));
}

TEST_CASE("a missing file is an error, not a finding") {
  CHECK_THROWS_AS(DecodedInput("/nowhere/at/all.xml"), Error);
}

TEST_CASE("bytes that are no UTF-8 are found, sound text of many bytes is not") {
  CHECK(find_invalid_utf8("plain text, longer than eight bytes") == std::string_view::npos);
  CHECK(find_invalid_utf8("\xE4\xB8\xAD\xE5\x9B\xBD \xC3\xA9 plain \xF0\x9F\x98\x80") ==
        std::string_view::npos);
  CHECK(find_invalid_utf8("eight by\xC3") == 8);
  CHECK(find_invalid_utf8("ok \xC3\xA9 \xED\xA0\x80") == 6); // a surrogate
  CHECK(find_invalid_utf8("\xC0\xAF") == 0);                 // too long for its character
}

} // namespace kept::read::text
