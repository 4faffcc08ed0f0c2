// SPDX-License-Identifier: Apache-2.0
#include "input_file.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "fuzz.hpp"
#include "read/text/decoded_input.hpp"

#include <array>
#include <sys/mman.h>
#include <unistd.h>

namespace kept::fuzz {

std::filesystem::path input_file(std::span<const std::uint8_t> bytes) {
  static const int descriptor = ::memfd_create("input", MFD_CLOEXEC);
  expect(descriptor >= 0 && ::ftruncate(descriptor, 0) == 0 &&
             ::pwrite(descriptor, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()),
         "a file in memory can be made");
  return "/proc/self/fd/" + std::to_string(descriptor); // opened anew by whoever reads it, from its beginning
}

std::optional<std::string> decoded(const std::filesystem::path& path) {
  try {
    read::text::DecodedInput input(path);
    std::string text;
    std::array<char, 4096> piece{};
    while (const std::size_t count = input.read(piece))
      text.append(piece.data(), count);
    return text;
  } catch (const Error&) {
    return {};
  }
}

std::optional<std::string> unpacked(const std::filesystem::path& path) {
  try {
    return read_file(path);
  } catch (const Error&) {
    return {};
  }
}

std::uint32_t lines_of(std::string_view text) {
  std::uint32_t lines = 1;
  for (std::size_t i = 0; i < text.size(); ++i)
    lines += text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n") ? 1U : 0U;
  return lines;
}

void expect_within(const std::vector<facts::Finding>& findings, std::uint32_t lines) {
  for (const facts::Finding& one : findings) {
    expect(!one.rule.empty() && !one.message.empty(), "a finding names its rule and says what is wrong");
    expect(is_utf8(one.message) && is_utf8(one.iati_identifier), "a finding is UTF-8",
           one.message + one.iati_identifier);
    expect(one.line >= 1 && one.line <= lines, "a finding has a line within the file",
           std::to_string(one.line) + " of " + std::to_string(lines) + ": " + one.message);
  }
}

} // namespace kept::fuzz
