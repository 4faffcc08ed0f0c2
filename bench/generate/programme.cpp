// SPDX-License-Identifier: Apache-2.0
#include "generate/programme.hpp"

#include "generate/codes.hpp"
#include "generate/narratives.hpp"
#include "generate/random.hpp"

#include <algorithm>

namespace kept::bench {
namespace {

constexpr std::uint64_t k_programmes = 1; ///< the kind of their streams of random numbers

/// `count` percentages that add up to 100, whole ones or with two places.
Few<std::int64_t, 5> make_percentages(Random& random, std::size_t count) {
  Few<std::int64_t, 5> weights, percentages;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    weights.push(random.between(1, 9));
    sum += weights[i];
  }
  const std::int64_t unit = random.chance(600) ? 100 : 1;
  std::int64_t left = 10'000;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const std::int64_t part = std::max<std::int64_t>(1, 10'000 / unit * weights[i] / sum) * unit;
    percentages.push(part);
    left -= part;
  }
  percentages.push(left);
  return percentages;
}

/// The next of `codes` from a random one on, so that none comes twice.
template <std::size_t Size>
std::string_view code_at(const std::array<std::string_view, Size>& codes, std::uint32_t first,
                         std::size_t i) {
  return codes[(first + i * 7) % Size];
}

void choose_places(Programme& programme, Random& random) {
  const bool with_region = random.chance(120);
  const auto countries = static_cast<std::size_t>(random.mostly_small(1, 4));
  const auto percentages = make_percentages(random, countries + (with_region ? 1 : 0));
  const std::uint32_t first = random.below(k_countries.size());
  for (std::size_t i = 0; i < countries; ++i)
    programme.countries.push({code_at(k_countries, first, i), percentages[i]});
  if (with_region)
    programme.regions.push({random.pick(k_regions), percentages[countries]});
  programme.places_in_transactions = random.chance(200);
}

void choose_sectors(Programme& programme, Random& random) {
  const auto sectors = static_cast<std::size_t>(random.mostly_small(1, 5));
  const auto percentages = make_percentages(random, sectors);
  const std::uint32_t first = random.below(k_sectors.size());
  for (std::size_t i = 0; i < sectors; ++i)
    programme.sectors.push({code_at(k_sectors, first, i), percentages[i]});
  programme.sectors_in_transactions = random.chance(200);
}

std::string_view choose_currency(Random& random) {
  const std::uint32_t drawn = random.below(1000);
  return std::find_if(k_currencies.begin(), k_currencies.end(),
                      [drawn](const WeightedCurrency& currency) { return drawn < currency.up_to; })
      ->code;
}

Transfer make_transfer(const Programme& programme, Random& random) {
  Transfer transfer;
  transfer.day = random.between(programme.start, programme.last_paid);
  transfer.amount = make_amount(random);
  transfer.received_day = std::min(k_last_day, transfer.day + random.mostly_small(0, 30));
  transfer.received_amount = random.chance(750) ? transfer.amount : transfer.amount - transfer.amount / 400;
  transfer.reported_by_receiver = random.chance(850);
  transfer.receiver_names_activity = random.chance(500);
  transfer.provider_names_activity = random.chance(300);
  return transfer;
}

} // namespace

std::int64_t make_amount(Random& random) {
  std::int64_t bound = 10'000;
  for (int digits = random.between(0, 5); digits > 0; --digits)
    bound *= 10;
  const auto amount =
      bound / 10 + static_cast<std::int64_t>(random.next() % static_cast<std::uint64_t>(bound));
  if (random.chance(500))
    return (amount / 100 + 1) * 100;
  return random.chance(200) ? (amount / 10 + 1) * 10 : amount + 1;
}

Programme make_programme(std::uint64_t seed, std::uint64_t number) {
  Random random(seed, k_programmes, number);
  Programme programme;
  programme.number = number;
  programme.provider = pick_giver(random);
  programme.receiver = pick_receiver(random);
  programme.currency = choose_currency(random);
  programme.topic = random.below(k_topics);
  programme.start = random.between(k_first_day, k_last_day - 200);
  programme.end = programme.start + random.between(365, 1825);
  programme.last_paid = std::min(programme.end, k_last_day);
  choose_places(programme, random);
  choose_sectors(programme, random);
  for (int i = random.between(1, 3); i > 0; --i)
    programme.commitments.push(make_transfer(programme, random));
  for (int i = random.mostly_small(2, 12); i > 0; --i)
    programme.payments.push(make_transfer(programme, random));
  return programme;
}

} // namespace kept::bench
