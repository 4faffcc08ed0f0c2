// SPDX-License-Identifier: Apache-2.0
#include "store/memory.hpp"

#include <algorithm>
#include <thread>
#include <unistd.h>

namespace kept::store {

std::uint64_t memory_for_loading() {
  constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20;
  constexpr std::uint64_t least = 192 * mebibyte, for_all = 64 * mebibyte, for_each_thread = 64 * mebibyte;
  const std::uint64_t wanted =
      std::max(least, for_all + for_each_thread * std::max(1U, std::thread::hardware_concurrency()));
  const long pages = ::sysconf(_SC_PHYS_PAGES), page_size = ::sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page_size <= 0)
    return least;
  return std::clamp(static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page_size) / 2, least,
                    wanted);
}

} // namespace kept::store
