// SPDX-License-Identifier: Apache-2.0
#include "serve/request.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace kept::serve {
namespace {

int digit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  if (c >= 'A' && c <= 'F')
    return c - 'A' + 10;
  return -1;
}

std::string decode(std::string_view text, bool plus_is_blank) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const int high = i + 2 < text.size() ? digit(text[i + 1]) : -1,
                low = high < 0 ? -1 : digit(text[i + 2]);
      if (low < 0)
        throw Error(ErrorKind::usage, "the address has a broken escape", {}, "write % as %25");
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += plus_is_blank && text[i] == '+' ? ' ' : text[i];
    }
  }
  const bool control =
      std::any_of(out.begin(), out.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  if (control || !is_utf8(out))
    throw Error(ErrorKind::usage, "the address is not text in UTF-8 without control characters");
  return out;
}

} // namespace

Request parse_target(std::string_view method, std::string_view target) {
  Request request;
  request.method = method;
  const std::string_view address = split(target, '#').front();
  const std::string_view path = split(address, '?').front();
  request.path = decode(path, false);
  if (path.size() == address.size())
    return request;
  for (const std::string_view pair : split(address.substr(path.size() + 1), '&')) {
    const std::string_view name = split(pair, '=').front();
    if (!pair.empty())
      request.parameters.emplace_back(decode(name, true), name.size() == pair.size()
                                                              ? std::string()
                                                              : decode(pair.substr(name.size() + 1), true));
  }
  return request;
}

} // namespace kept::serve
