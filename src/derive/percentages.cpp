// SPDX-License-Identifier: Apache-2.0
#include "derive/percentages.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kept::derive {
namespace {

using facts::Severity;

constexpr Int128 k_whole = 100 * k_one_percent;
/// Percentages over this are not meant as such (ours).
constexpr int k_most_percent = 1'000'000'000;

std::string in_percent(Int128 percentage) {
  return Decimal::from_units(percentage, k_percentage_scale).trimmed().to_string();
}

} // namespace

Percentage read_percentage(std::string_view text, std::uint32_t line, RecordPlace record,
                           std::vector<facts::Finding>& findings) {
  const std::string_view trimmed = trim(text);
  if (trimmed.empty())
    return std::nullopt;
  const auto number = Decimal::parse(trimmed);
  if (number && !number->is_negative() && *number <= k_most_percent)
    return number->rescaled(k_percentage_scale).units();
  findings.push_back({"bad-percentage",
                      Severity::warning,
                      line != 0 ? line : record.line,
                      std::string(record.iati_identifier),
                      fmt::format("the percentage {} is {}: treated as absent", excerpt(trimmed),
                                  !number                 ? number.error().why
                                  : number->is_negative() ? "negative"
                                                          : "too large"),
                      std::nullopt,
                      {}});
  return std::nullopt;
}

Weights weigh(std::span<const Percentage> percentages, std::string_view what, RecordPlace record,
              std::vector<facts::Finding>& findings) {
  Int128 sum = 0;
  UInt128 absent = 0;
  for (const Percentage& percentage : percentages) {
    sum += percentage.value_or(0);
    absent += percentage ? 0U : 1U;
  }

  // In units of 10^-12 % divided by the number of absent ones, so that their equal parts of the rest are
  // whole.
  Weights weights;
  const UInt128 unit = absent == 0 ? 1 : absent;
  const UInt128 rest = sum < k_whole ? static_cast<UInt128>(k_whole - sum) : 0;
  weights.of_shares.reserve(percentages.size());
  for (const Percentage& percentage : percentages)
    weights.of_shares.push_back(percentage ? static_cast<UInt128>(*percentage) * unit : rest);

  const auto warn = [&](std::string_view rule, std::string message) {
    findings.push_back({rule,
                        Severity::warning,
                        record.line,
                        std::string(record.iati_identifier),
                        std::move(message),
                        std::nullopt,
                        {}});
  };
  if (sum > k_whole + k_one_percent) {
    warn("percentage-sum-over",
         fmt::format("the percentages of the {} add up to {}: scaled down to 100", what, in_percent(sum)));
  } else if (absent == 0 && sum < k_whole - k_one_percent) {
    weights.unallocated = rest;
    warn("percentage-sum-under", fmt::format("the percentages of the {} add up to {}: {} left unallocated",
                                             what, in_percent(sum), in_percent(k_whole - sum)));
  }
  return weights;
}

} // namespace kept::derive
