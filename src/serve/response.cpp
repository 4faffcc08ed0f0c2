// SPDX-License-Identifier: Apache-2.0
#include "serve/response.hpp"

#include <zlib.h>

namespace kept::serve {
namespace {

constexpr std::size_t k_smallest = 860; // below, the headers of gzip and of a packet eat what is saved

std::string pack(const std::string& body) {
  z_stream stream{};
  // 16 + 15: with a gzip header, the largest window
  if (body.size() < k_smallest ||
      deflateInit2(&stream, 5, Z_DEFLATED, 16 + 15, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string packed(deflateBound(&stream, static_cast<uLong>(body.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return whole && packed.size() < body.size() ? packed : std::string();
}

} // namespace

const std::string& Response::packed() const {
  std::call_once(m_once, [this] { m_packed = pack(body); });
  return m_packed;
}

} // namespace kept::serve
