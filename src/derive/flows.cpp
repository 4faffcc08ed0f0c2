// SPDX-License-Identifier: Apache-2.0
#include "derive/flows.hpp"

#include "derive/markers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace kept::derive {
namespace {

using facts::Severity;

/// A split with its exact weights.
struct Grid {
  std::size_t split; ///< of DerivedActivity::splits
  std::vector<UInt128> weights;
};

Grid make_grid(std::span<const PlaceShare> places, std::span<const SectorShare> sectors,
               std::vector<Split>& splits) {
  Grid grid{splits.size(), {}};
  Split& split = splits.emplace_back();
  split.reserve(places.size() * sectors.size());
  grid.weights.reserve(places.size() * sectors.size());
  UInt128 whole = 0;
  for (const PlaceShare& place : places)
    for (const SectorShare& sector : sectors) {
      split.push_back({place.kind, place.code, sector.code});
      grid.weights.push_back(place.weight * sector.weight); // each sum is under 2^63
      whole += grid.weights.back();
    }
  for (std::size_t i = 0; i < split.size(); ++i)
    split[i].share = static_cast<double>(grid.weights[i]) / static_cast<double>(whole);
  return grid;
}

std::vector<PartMoney> parts_of(const Grid& grid, const Money& money) {
  if (grid.weights.size() == 1)
    return {{*money.value, money.usd}};
  std::vector<PartMoney> parts(grid.weights.size());
  const auto values = split_by_weights(*money.value, grid.weights, k_money_scale);
  for (std::size_t i = 0; i < parts.size(); ++i)
    parts[i].value = values[i];
  if (money.usd) {
    const auto usd = split_by_weights(*money.usd, grid.weights, k_money_scale);
    for (std::size_t i = 0; i < parts.size(); ++i)
      parts[i].usd = usd[i];
  }
  return parts;
}

bool has_geography(const facts::Transaction& transaction) {
  return !transaction.recipient_countries.empty() || !transaction.recipient_regions.empty();
}

bool has_sectors(const facts::Transaction& transaction) {
  return !transaction.sectors.empty();
}

/// One finding for the activity when it and any of its transactions both give what the standard allows at one
/// level.
void check_levels(const facts::Activity& activity, std::vector<facts::Finding>& findings) {
  const auto check = [&](bool at_activity, bool (*at_transaction)(const facts::Transaction&),
                         std::string_view rule, std::string_view what) {
    if (!at_activity)
      return;
    const auto count =
        std::count_if(activity.transactions.begin(), activity.transactions.end(), at_transaction);
    if (count == 0)
      return;
    findings.push_back(
        {rule,
         Severity::warning,
         activity.line,
         std::string(activity.iati_identifier),
         fmt::format("{} given for the activity and for {} of its {} transactions: theirs count", what, count,
                     activity.transactions.size()),
         std::nullopt,
         {}});
  };
  check(!activity.recipient_countries.empty() || !activity.recipient_regions.empty(), has_geography,
        "geography-at-both-levels", "countries or regions are");
  check(!activity.sectors.empty(), has_sectors, "sector-at-both-levels", "sectors are");
}

/// Derives the transactions of one activity in turn.
class Derivation {
public:
  Derivation(const facts::Activity& activity, const RateTable& rates, std::vector<Split>& splits,
             std::vector<facts::Finding>& findings)
      : m_activity(activity), m_rates(rates), m_splits(splits), m_findings(findings),
        m_places(place_shares(activity.recipient_countries, activity.recipient_regions,
                              {activity.line, activity.iati_identifier}, findings)),
        m_sectors(sector_shares(activity.sectors, {activity.line, activity.iati_identifier}, findings)),
        m_grid(make_grid(m_places, m_sectors, splits)) {}

  DerivedTransaction derive(const facts::Transaction& transaction) const {
    const RecordPlace place{transaction.line, m_activity.iati_identifier};
    DerivedTransaction derived;
    derived.money = value_money(transaction.amount, m_activity.default_currency, transaction.date, m_rates,
                                place, m_findings);
    const bool own_places = has_geography(transaction), own_sectors = has_sectors(transaction);
    if (!own_places && !own_sectors) {
      if (derived.money.counted())
        set_parts(derived, m_grid);
      return derived;
    }

    const std::size_t before = m_findings.size();
    std::vector<PlaceShare> places;
    std::vector<SectorShare> sectors;
    if (own_places)
      places =
          place_shares(transaction.recipient_countries, transaction.recipient_regions, place, m_findings);
    if (own_sectors)
      sectors = sector_shares(transaction.sectors, place, m_findings);
    for (auto finding = m_findings.begin() + static_cast<std::ptrdiff_t>(before); finding != m_findings.end();
         ++finding) {
      finding->amount = derived.money.value;
      finding->currency = derived.money.currency;
    }
    if (derived.money.counted())
      set_parts(derived,
                make_grid(own_places ? places : m_places, own_sectors ? sectors : m_sectors, m_splits));
    return derived;
  }

private:
  static void set_parts(DerivedTransaction& derived, const Grid& grid) {
    derived.split = grid.split;
    derived.parts = parts_of(grid, derived.money);
  }

  const facts::Activity& m_activity;
  const RateTable& m_rates;
  std::vector<Split>& m_splits;
  std::vector<facts::Finding>& m_findings;
  std::vector<PlaceShare> m_places;
  std::vector<SectorShare> m_sectors;
  Grid m_grid;
};

} // namespace

std::vector<Flow> flows_of(const DerivedActivity& activity, const DerivedTransaction& transaction) {
  std::vector<Flow> flows;
  flows.reserve(transaction.parts.size());
  for (std::size_t i = 0; i < transaction.parts.size(); ++i) {
    const SplitPart& part = activity.splits[transaction.split][i];
    flows.push_back(
        {part.place_kind, part.place, part.sector, transaction.parts[i].value, transaction.parts[i].usd});
  }
  return flows;
}

DerivedActivity derive_activity(const facts::Activity& activity, const RateTable& rates,
                                std::vector<facts::Finding>& findings) {
  const std::size_t before = findings.size();
  DerivedActivity derived;
  derived.gender_marker = marker_significance(activity, k_gender_equality, findings);
  derived.rmnch_marker = marker_significance(activity, k_rmnch, findings);
  check_levels(activity, findings);
  const Derivation derivation(activity, rates, derived.splits, findings);
  derived.transactions.reserve(activity.transactions.size());
  for (const facts::Transaction& transaction : activity.transactions)
    derived.transactions.push_back(derivation.derive(transaction));
  const auto by_line = [](const facts::Finding& a, const facts::Finding& b) { return a.line < b.line; };
  const auto first = findings.begin() + static_cast<std::ptrdiff_t>(before);
  if (!std::is_sorted(first, findings.end(), by_line))
    std::stable_sort(first, findings.end(), by_line);
  return derived;
}

} // namespace kept::derive
