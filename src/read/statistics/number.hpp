// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <optional>
#include <string_view>

namespace kept::read::statistics {

/// How a table writes numbers.
enum class DecimalMark { point, point_or_comma };

/// The number nearest to a decimal text, scientific notation too; none for what tables write where there is
/// no value ("", "NaN", "NA", "n/a", "..", "…", ":", "-", "_"). Refuses everything else, infinities among it;
/// what it says of "6,2" tells about decimal commas.
Result<std::optional<double>> parse_number(std::string_view text, DecimalMark mark);

/// Would parse_number read `text` only because it accepts commas?
bool has_decimal_comma(std::string_view text);

/// value × factor, where `text` is what `value` was read from: exactly in decimals where they can hold it, so
/// that equal figures stay equal, whatever unit they were published in.
double scaled(std::string_view text, double value, double factor);

} // namespace kept::read::statistics
