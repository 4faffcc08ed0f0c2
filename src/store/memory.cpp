// SPDX-License-Identifier: Apache-2.0
#include "store/memory.hpp"

#include <algorithm>
#include <thread>
#include <unistd.h>

namespace kept::store {

namespace {

constexpr std::uint64_t k_mebibyte = std::uint64_t{1} << 20, k_least = 112 * k_mebibyte;

/// `wanted`, but not more than half of the machine's memory, and never less than the least.
std::uint64_t within_machine(std::uint64_t wanted) {
  const long pages = ::sysconf(_SC_PHYS_PAGES), page_size = ::sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page_size <= 0)
    return k_least;
  const std::uint64_t half = static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page_size) / 2;
  return std::max(k_least, std::min(half, wanted));
}

} // namespace

std::uint64_t memory_for_loading() {
  constexpr std::uint64_t for_all = 48 * k_mebibyte, for_each_thread = 32 * k_mebibyte;
  return within_machine(for_all + for_each_thread * std::max(1U, std::thread::hardware_concurrency()));
}

std::uint64_t memory_for_comparing(std::uint64_t store_size) {
  return std::max(memory_for_loading(), within_machine(store_size / 5));
}

} // namespace kept::store
