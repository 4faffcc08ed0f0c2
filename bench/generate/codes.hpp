// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

// Codes of the standard's lists that made-up activities use. That a place is named here says nothing about
// it: every file that is generated is marked as illustrative.

namespace kept::bench {

inline constexpr std::array<std::string_view, 60> k_countries = {
    "AF", "AO", "AM", "BD", "BJ", "BO", "BF", "BI", "KH", "CM", "CF", "TD", "CO", "KM", "CD",
    "CI", "DJ", "EC", "EG", "ET", "GM", "GE", "GH", "GT", "GN", "GW", "HT", "HN", "IN", "ID",
    "IQ", "JO", "KE", "KG", "LA", "LB", "LS", "LR", "MG", "MW", "ML", "MR", "MZ", "MM", "NP",
    "NI", "NE", "NG", "PK", "PE", "PH", "RW", "SN", "SL", "SO", "SS", "TZ", "UG", "VN", "ZM"};

inline constexpr std::array<std::string_view, 10> k_regions = {"298", "289", "389", "498", "679",
                                                               "689", "789", "589", "88",  "998"};

/// DAC purpose codes; their first three digits are the codes of vocabulary 2.
inline constexpr std::array<std::string_view, 40> k_sectors = {
    "12220", "12230", "12240", "12250", "12261", "12263", "12281", "12110", "13020", "13030",
    "13040", "13010", "11110", "11220", "11230", "11320", "11420", "14030", "14031", "14032",
    "15110", "15130", "15160", "15170", "15180", "16010", "16020", "31120", "31161", "24040",
    "43040", "43030", "72010", "72040", "72050", "73010", "74020", "21020", "23210", "32130"};

struct WeightedCurrency {
  std::string_view code;
  unsigned up_to; ///< of 1000: the weights up to this one, added up
};

/// The last of them has no rate among the shipped ones, as happens in earnest.
inline constexpr std::array<WeightedCurrency, 14> k_currencies = {{{"USD", 400},
                                                                   {"EUR", 640},
                                                                   {"GBP", 740},
                                                                   {"KRW", 790},
                                                                   {"JPY", 830},
                                                                   {"CAD", 865},
                                                                   {"SEK", 895},
                                                                   {"NOK", 920},
                                                                   {"CHF", 942},
                                                                   {"AUD", 962},
                                                                   {"DKK", 974},
                                                                   {"CNY", 984},
                                                                   {"INR", 992},
                                                                   {"ETB", 1000}}};

inline constexpr std::array<std::string_view, 8> k_aid_types = {"A01", "A02", "B01", "B02",
                                                                "B03", "C01", "D01", "D02"};
inline constexpr std::array<std::string_view, 5> k_finance_types = {"110", "110", "110", "421", "410"};
inline constexpr std::array<std::string_view, 3> k_tied_statuses = {"5", "5", "4"};
inline constexpr std::array<std::string_view, 8> k_markers = {"1", "2", "3", "4", "5", "8", "9", "10"};

} // namespace kept::bench
