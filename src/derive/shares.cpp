// SPDX-License-Identifier: Apache-2.0
#include "derive/shares.hpp"

#include "base/text.hpp"
#include "derive/percentages.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace kept::derive {
namespace {

constexpr std::string_view k_unallocated = "unallocated";

auto order_of(const PlaceShare& share) {
  return std::tuple(share.kind, share.code);
}
auto order_of(const SectorShare& share) {
  return std::tuple(share.code == k_unallocated, share.code);
}

/// Brings weights to lowest terms and under 2^63 in sum. Over that they come only from percentages far over
/// 100 or from more than 90,000 entries; then they are rounded, none to 0.
template <typename Part> void reduce(std::vector<Part>& parts) {
  UInt128 sum = 0;
  for (const Part& part : parts)
    sum += part.weight;
  constexpr UInt128 most = std::numeric_limits<std::int64_t>::max();
  int shift = 0;
  while ((sum >> shift) + parts.size() > most)
    ++shift;
  std::uint64_t divisor = 0;
  for (Part& part : parts) {
    part.weight = std::max<UInt128>(part.weight >> shift, 1);
    divisor = std::gcd(divisor, static_cast<std::uint64_t>(part.weight));
  }
  if (divisor > 1)
    for (Part& part : parts)
      part.weight = static_cast<std::uint64_t>(part.weight) / divisor;
}

/// Drops parts of nothing, sorts, makes one of equal ones, brings the weights to lowest terms.
template <typename Part> void settle(std::vector<Part>& parts) {
  std::erase_if(parts, [](const Part& part) { return part.weight == 0; });
  std::sort(parts.begin(), parts.end(),
            [](const Part& a, const Part& b) { return order_of(a) < order_of(b); });
  std::size_t last = 0;
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (order_of(parts[i]) == order_of(parts[last]))
      parts[last].weight += parts[i].weight;
    else
      parts[++last] = parts[i];
  parts.resize(last + 1);
  reduce(parts);
}

bool has_vocabulary(const facts::Share& share, std::string_view vocabulary) {
  return share.vocabulary == vocabulary;
}

} // namespace

std::string_view to_string(PlaceKind kind) {
  switch (kind) {
  case PlaceKind::country:
    return "country";
  case PlaceKind::region:
    return "region";
  case PlaceKind::unallocated:
    return k_unallocated;
  }
  return "unknown";
}

std::vector<PlaceShare> place_shares(std::span<const facts::Share> countries,
                                     std::span<const facts::Share> regions, RecordPlace place,
                                     std::vector<facts::Finding>& findings) {
  std::vector<PlaceShare> parts;
  std::vector<Percentage> percentages;
  Int128 stated = 0;
  const auto add = [&](PlaceKind kind, const facts::Share& share) {
    const std::string_view code = trim(share.code);
    parts.push_back(code.empty() ? PlaceShare{PlaceKind::unallocated, k_unallocated, 0}
                                 : PlaceShare{kind, code, 0});
    percentages.push_back(read_percentage(share.percentage, share.line, place, findings));
    stated += percentages.back().value_or(0);
  };
  for (const facts::Share& country : countries)
    add(PlaceKind::country, country);
  const bool complete = stated >= 99 * k_one_percent && stated <= 101 * k_one_percent;
  if (!complete)
    for (const facts::Share& region : regions)
      if (has_vocabulary(region, "1"))
        add(PlaceKind::region, region);
  if (parts.empty())
    return {{PlaceKind::unallocated, k_unallocated, 1}};

  const Weights weights = weigh(percentages, "recipient countries and regions", place, findings);
  for (std::size_t i = 0; i < parts.size(); ++i)
    parts[i].weight = weights.of_shares[i];
  parts.push_back({PlaceKind::unallocated, k_unallocated, weights.unallocated});
  settle(parts);
  return parts;
}

std::vector<SectorShare> sector_shares(std::span<const facts::Share> sectors, RecordPlace place,
                                       std::vector<facts::Finding>& findings) {
  std::vector<SectorShare> parts;
  std::vector<Percentage> percentages;
  for (const std::string_view vocabulary : {"1", "2"}) {
    for (const facts::Share& sector : sectors) {
      if (!has_vocabulary(sector, vocabulary))
        continue;
      const std::string_view code = trim(sector.code);
      parts.push_back({code.empty() ? k_unallocated : code, 0});
      percentages.push_back(read_percentage(sector.percentage, sector.line, place, findings));
    }
    if (!parts.empty())
      break;
  }
  if (parts.empty())
    return {{k_unallocated, 1}};

  const Weights weights = weigh(percentages, "sectors", place, findings);
  for (std::size_t i = 0; i < parts.size(); ++i)
    parts[i].weight = weights.of_shares[i];
  parts.push_back({k_unallocated, weights.unallocated});
  settle(parts);
  return parts;
}

} // namespace kept::derive
