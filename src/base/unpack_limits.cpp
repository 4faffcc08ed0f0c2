// SPDX-License-Identifier: Apache-2.0
#include "base/unpack_limits.hpp"

#include <fmt/format.h>

namespace kept {
namespace {

UnpackLimits& present() {
  static UnpackLimits limits;
  return limits;
}

} // namespace

void UnpackLimits::check(std::uint64_t unpacked, std::uint64_t packed, const std::string& file) const {
  if (largest != 0 && unpacked > largest)
    throw UnpackLimitError(ErrorKind::input,
                           fmt::format("unpacks to over {} bytes (limit: --max-unpacked)", largest), file,
                           "allow more with --max-unpacked, if it is what it should be");
  if (ratio != 0 && unpacked > small && unpacked / ratio >= packed)
    throw UnpackLimitError(ErrorKind::input,
                           fmt::format("unpacks to over {} times its size (limit: --max-ratio)", ratio), file,
                           "allow more with --max-ratio, if it is what it should be");
}

const UnpackLimits& unpack_limits() {
  return present();
}

void set_unpack_limits(const UnpackLimits& limits) {
  present() = limits;
}

} // namespace kept
