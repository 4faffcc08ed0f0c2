// SPDX-License-Identifier: Apache-2.0
#include "store/memory.hpp"

#include <algorithm>
#include <thread>
#include <unistd.h>

namespace kept::store {

namespace {

constexpr std::uint64_t k_mebibyte = std::uint64_t{1} << 20, k_least_for_loading = 112 * k_mebibyte,
                        k_least_for_comparing = 192 * k_mebibyte;

/// `for_all`, and `for_each` hardware thread.
std::uint64_t by_threads(std::uint64_t for_all, std::uint64_t for_each) {
  return (for_all + for_each * std::max(1U, std::thread::hardware_concurrency())) * k_mebibyte;
}

/// `wanted`, but not more than half of the machine's memory, and never less than the least.
std::uint64_t within_machine(std::uint64_t wanted, std::uint64_t least) {
  const long pages = ::sysconf(_SC_PHYS_PAGES), page_size = ::sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page_size <= 0)
    return least;
  const std::uint64_t half = static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page_size) / 2;
  return std::max(least, std::min(half, wanted));
}

} // namespace

std::uint64_t memory_for_loading() {
  return within_machine(by_threads(48, 32), k_least_for_loading);
}

std::uint64_t memory_for_comparing(std::uint64_t store_size) {
  return within_machine(std::max(by_threads(64, 64), store_size / 5), k_least_for_comparing);
}

} // namespace kept::store
