// SPDX-License-Identifier: Apache-2.0
#include "derive/transfer_score.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace kept::derive {
namespace {

constexpr int k_money_places = 4;
constexpr std::int64_t k_million = 1'000'000;

constexpr std::int32_t k_linked_and_agreeing = 1'000'000'000;
constexpr std::int32_t k_linked = 1'000'000;
constexpr std::int32_t k_pair = 100;

/// How far two amounts may lie apart, and the points that equal ones have.
struct Agreement {
  std::int64_t limit; ///< in millionths of the larger amount
  std::int64_t points;
};
constexpr Agreement k_same_currency{5'000, 100};
constexpr Agreement k_in_usd{50'000, 50};
static_assert(k_million % k_same_currency.limit == 0 && k_million % k_in_usd.limit == 0); // see cannot_pair

int sign(Int128 value) {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

UInt128 magnitude(Int128 value) {
  return value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

/// The difference of two amounts of the same sign in millionths of the larger, rounded up; 0 for two zeros.
std::int64_t difference(Int128 a, Int128 b) {
  UInt128 larger = std::max(magnitude(a), magnitude(b));
  UInt128 apart = larger - std::min(magnitude(a), magnitude(b));
  if (apart == 0)
    return 0;
  if (larger <= static_cast<UInt128>(std::numeric_limits<std::int64_t>::max() / (k_million + 1))) {
    const auto narrow = static_cast<std::int64_t>(larger);
    return (static_cast<std::int64_t>(apart) * k_million + narrow - 1) / narrow;
  }
  if (larger >> 100 != 0) { // no money is that large; one part in 2^80 does not matter
    larger >>= 20;
    apart >>= 20;
  }
  return static_cast<std::int64_t>((apart * static_cast<UInt128>(k_million) + larger - 1) / larger);
}

/// Points for amounts that agree, none for others.
std::optional<std::int32_t> agree(std::int64_t apart, const Agreement& agreement) {
  if (apart > agreement.limit)
    return std::nullopt;
  return static_cast<std::int32_t>((agreement.limit - apart) * agreement.points / agreement.limit);
}

constexpr std::int64_t k_small = std::int64_t{1} << 54; ///< of amounts that a glance tells of

bool is_small(Int128 amount) {
  return amount > -k_small && amount < k_small;
}

std::uint64_t hash_of(std::string_view activity) {
  return activity.empty() ? 0 : fast_hash(activity) | 1;
}

bool names(std::string_view named, std::string_view activity) {
  return !named.empty() && named == activity;
}

} // namespace

TransferSide side_of(const TransferReport& report) {
  TransferSide side{report.date,     report.value.rescaled(k_money_places).units(),
                    std::nullopt,    report.currency,
                    report.activity, report.counterpart_activity};
  if (report.usd)
    side.usd = report.usd->rescaled(k_money_places).units();
  return side;
}

std::int32_t transfer_score(const TransferSide& provider, const TransferSide& receiver) {
  const int days = std::abs(provider.date - receiver.date);
  if (days > k_most_days_apart || sign(provider.value) != sign(receiver.value))
    return 0;
  const bool linked = names(provider.counterpart_activity, receiver.activity) ||
                      names(receiver.counterpart_activity, provider.activity);
  const bool same_currency = provider.currency == receiver.currency;
  std::optional<std::int32_t> agreement;
  std::int64_t apart = k_million;
  if (same_currency) {
    apart = difference(provider.value, receiver.value);
    agreement = agree(apart, k_same_currency);
  } else if (provider.usd && receiver.usd && sign(*provider.usd) == sign(*receiver.usd)) {
    apart = difference(*provider.usd, *receiver.usd);
    agreement = agree(apart, k_in_usd);
  }
  if (!linked && !agreement)
    return 0;
  const int nearness = k_most_days_apart - days;
  std::int32_t score = k_pair + agreement.value_or(0) + nearness * nearness / k_most_days_apart;
  if (linked)
    score += agreement ? k_linked_and_agreeing : k_linked + static_cast<std::int32_t>(k_million - apart);
  return score;
}

TransferGlance::TransferGlance(const TransferSide& side)
    : has_usd(side.usd.has_value()), activity(hash_of(side.activity)),
      counterpart(hash_of(side.counterpart_activity)) {
  tells = side.currency.size() <= sizeof currency && is_small(side.value) && is_small(side.usd.value_or(0));
  if (!tells)
    return;
  std::memcpy(&currency, side.currency.data(), side.currency.size());
  value = static_cast<std::int64_t>(side.value);
  usd = static_cast<std::int64_t>(side.usd.value_or(0));
}

bool cannot_pair(const TransferGlance& a, const TransferGlance& b) {
  const bool may_be_linked = (a.counterpart != 0 && a.counterpart == b.activity) ||
                             (b.counterpart != 0 && b.counterpart == a.activity);
  if (!a.tells || !b.tells || may_be_linked)
    return false;
  const auto disagree = [](std::int64_t x, std::int64_t y, const Agreement& agreement) {
    return std::abs(x - y) * (k_million / agreement.limit) > std::max(std::abs(x), std::abs(y));
  };
  if (a.currency == b.currency)
    return disagree(a.value, b.value, k_same_currency);
  return !a.has_usd || !b.has_usd || disagree(a.usd, b.usd, k_in_usd);
}

} // namespace kept::derive
