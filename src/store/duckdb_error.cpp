// SPDX-License-Identifier: Apache-2.0
#include "store/duckdb_error.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

namespace kept::store {
namespace {

bool contains_one_of(std::string_view message, std::span<const std::string_view> signs) {
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return message.find(sign) != std::string_view::npos; });
}

// The database passes on the system's words for ENOSPC, EFBIG and EDQUOT.
constexpr std::array<std::string_view, 4> k_disk_full = {"No space left on device", "File too large",
                                                         "Disk quota exceeded", "max_temp_directory_size"};
constexpr std::array<std::string_view, 1> k_out_of_memory = {"Out of Memory"};
constexpr std::array<std::string_view, 3> k_damaged = {"Corrupt database file", "Could not read enough bytes",
                                                       "Could not read from file"};

} // namespace

void throw_store_error(std::string_view message, const std::string& where) {
  if (contains_one_of(message, k_disk_full))
    throw Error(ErrorKind::store, "the disk is full (" + std::string(message) + ")", where,
                "free some space and load again; a load needs room for a second copy of the store. The store "
                "is as it "
                "was before");
  if (contains_one_of(message, k_out_of_memory))
    throw Error(ErrorKind::store, "there is not enough memory (" + std::string(message) + ")", where,
                "close other programs or ask for less at once");
  if (contains_one_of(message, k_damaged))
    throw Error(ErrorKind::store, "the store is damaged (" + std::string(message) + ")", where,
                "move the file away and load its sources again");
  throw Error(ErrorKind::store, std::string(message), where);
}

void throw_system_error(std::string_view what, int error_number, const std::string& where) {
  const std::string message = std::string(what) + ": " + std::strerror(error_number);
  if (contains_one_of(message, k_disk_full))
    throw_store_error(message, where);
  throw Error(ErrorKind::store, message, where, "check that the folder exists and that you may write there");
}

} // namespace kept::store
