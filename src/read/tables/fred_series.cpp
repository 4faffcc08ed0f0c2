// SPDX-License-Identifier: Apache-2.0
#include "read/tables/fred_series.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace kept::read::tables {
namespace {

constexpr std::array<FredSeries, 34> k_series{{
    {"Australia", "AUD"},
    {"Austria", "ATS", true},
    {"Belgium", "BEF", true},
    {"Brazil", "BRL"},
    {"Canada", "CAD"},
    {"China", "CNY"},
    {"Denmark", "DKK"},
    {"Euro", "EUR"},
    {"Finland", "FIM", true},
    {"France", "FRF", true},
    {"Germany", "DEM", true},
    {"Greece", "GRD", true},
    {"Hong Kong", "HKD"},
    {"India", "INR"},
    {"Ireland", "IEP", true},
    {"Italy", "ITL", true},
    {"Japan", "JPY"},
    {"Malaysia", "MYR"},
    {"Mexico", "MXN"},
    {"Netherlands", "NLG", true},
    {"New Zealand", "NZD"},
    {"Norway", "NOK"},
    {"Portugal", "PTE", true},
    {"Singapore", "SGD"},
    {"South Africa", "ZAR"},
    {"South Korea", "KRW"},
    {"Spain", "ESP", true},
    {"Sri Lanka", "LKR"},
    {"Sweden", "SEK"},
    {"Switzerland", "CHF"},
    {"Taiwan", "TWD"},
    {"Thailand", "THB"},
    {"United Kingdom", "GBP"},
    {"Venezuela", ""}, // rescaled at each redenomination: its older months are in no currency that circulated
}};

} // namespace

std::optional<FredSeries> find_fred_series(std::string_view country) {
  const std::string wanted = fold(country);
  const auto found = std::find_if(k_series.begin(), k_series.end(),
                                  [&](const FredSeries& series) { return fold(series.country) == wanted; });
  return found == k_series.end() ? std::nullopt : std::optional(*found);
}

} // namespace kept::read::tables
