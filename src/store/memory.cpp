// SPDX-License-Identifier: Apache-2.0
#include "store/memory.hpp"

#include <algorithm>
#include <unistd.h>

namespace kept::store {

std::uint64_t memory_for_loading() {
  constexpr std::uint64_t least = std::uint64_t{1} << 29, most = std::uint64_t{1} << 32;
  const long pages = ::sysconf(_SC_PHYS_PAGES), page_size = ::sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page_size <= 0)
    return least;
  return std::clamp(static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page_size) / 2, least,
                    most);
}

} // namespace kept::store
