// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <optional>
#include <string_view>

namespace kept::store {

/// The number that a text states, for a DECIMAL(28, scale) column: as xsd:decimal, or with thousands
/// separators; none when it is no number or does not fit.
std::optional<Decimal> storable_number(std::string_view text, int scale);

// Of texts that a source states the store keeps only what a neighbouring column does not already say.

/// Empty when `text` is the ISO form of `date`, else `text`.
std::string_view beyond(std::optional<Date> date, std::string_view text);
/// Empty when `folded` is `text` in lower case, else `folded`: see packed.folded.
std::string_view beyond(std::string_view text, std::string_view folded);
/// How many decimals `text` shows of `value`, 0 to 4, where it is that number and nothing else: no plus, no
/// separators, no zeros before it.
std::optional<int> decimals_shown(const std::optional<Decimal>& value, std::string_view text);
/// Empty when `text` is the number without trailing zeros, else `text`.
std::string_view beyond(const std::optional<Decimal>& value, std::string_view text);

} // namespace kept::store
