// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

#include <cstdint>
#include <string>

namespace kept {

/// What a packed file (gzip, zip) may become. A file of a kilobyte can unpack to any size; what is read in
/// pieces costs no memory then, but time without end.
struct UnpackLimits {
  /// Up to this many bytes the ratio does not matter: little is lost with them, and a small file of many
  /// equal rows packs well.
  static constexpr std::uint64_t small = std::uint64_t{16} << 20;

  std::uint64_t largest = std::uint64_t{64} << 30; ///< bytes, unpacked; 0: any size
  /// Unpacked bytes for each packed one; 0: any. Published IATI files have 10 to 25, records that differ by a
  /// number about 110, zeros 1,028, which is as far as deflate goes.
  std::uint64_t ratio = 200;

  /// Throws UnpackLimitError when `unpacked` bytes that came from `packed` ones are over a limit. `file` is
  /// what the user knows it as.
  void check(std::uint64_t unpacked, std::uint64_t packed, const std::string& file) const;
};

/// An Error(input) which is no damage of the file: who goes on with what came before damage lets this one
/// pass.
class UnpackLimitError : public Error {
public:
  using Error::Error;
};

/// The limits of this process, which hold for every file that is opened from then on, whoever opens it, as
/// limits of the system do. To be set before there are threads.
const UnpackLimits& unpack_limits();
void set_unpack_limits(const UnpackLimits& limits);

} // namespace kept
