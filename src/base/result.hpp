// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace kept {

/// Why a leaf parser (date, decimal, code) refused a text; a short phrase in lower case, such as "not a
/// number".
struct Refusal {
  std::string why;
};

/// The answer of a leaf parser: the value, or why there is none. Whoever calls turns a refusal into a finding
/// (bad record) or into an Error (bad command).
template <typename T> using Result = tl::expected<T, Refusal>;

inline tl::unexpected<Refusal> refuse(std::string why) {
  return tl::unexpected(Refusal{std::move(why)});
}

} // namespace kept
