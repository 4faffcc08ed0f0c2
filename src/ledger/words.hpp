// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/ledger.hpp"

#include <array>
#include <string_view>

// The words that a ledger may write where it has a choice. data/ledger.schema.json lists the same ones; a
// test compares the two.

namespace kept::ledger {

/// One word of a choice and what it stands for.
template <typename T> struct Word {
  std::string_view text;
  T value;
};

inline constexpr std::array<Word<Measure>, 7> k_measures = {{{"money", Measure::money},
                                                             {"spend", Measure::spend},
                                                             {"activities", Measure::activities},
                                                             {"people", Measure::people},
                                                             {"countries", Measure::countries},
                                                             {"milestone", Measure::milestone},
                                                             {"meetings", Measure::meetings}}};

inline constexpr std::array<Word<ClaimKind>, 5> k_claim_kinds = {{{"rank", ClaimKind::rank},
                                                                  {"threshold", ClaimKind::threshold},
                                                                  {"pace", ClaimKind::pace},
                                                                  {"event", ClaimKind::event},
                                                                  {"recognition", ClaimKind::recognition}}};

inline constexpr std::array<Word<Basis>, 2> k_bases = {
    {{"payments", Basis::payments}, {"commitments", Basis::commitments}}};

inline constexpr std::array<Word<Level>, 3> k_levels = {
    {{"lowest", Level::lowest}, {"highest", Level::highest}, {"any", Level::any}}};

inline constexpr std::array<Word<PeopleRule::From>, 2> k_people_origins = {
    {{"participants", PeopleRule::From::participants}, {"indicator", PeopleRule::From::indicator}}};

/// True: the last period counts.
inline constexpr std::array<Word<bool>, 2> k_periods = {{{"cumulative", true}, {"incremental", false}}};

/// What a number of meetings is promised per.
inline constexpr std::array<Word<Period>, 3> k_meeting_periods = {
    {{"year", Period::year}, {"quarter", Period::quarter}, {"month", Period::month}}};

inline constexpr std::array<Word<std::string_view>, 3> k_sexes = {
    {{"female", "female"}, {"male", "male"}, {"other", "other"}}};

/// Words and codes of IATI's ActivityStatus; the ledger keeps the code.
inline constexpr std::array<Word<std::string_view>, 12> k_statuses = {{{"pipeline", "1"},
                                                                       {"implementation", "2"},
                                                                       {"finalisation", "3"},
                                                                       {"closed", "4"},
                                                                       {"cancelled", "5"},
                                                                       {"suspended", "6"},
                                                                       {"1", "1"},
                                                                       {"2", "2"},
                                                                       {"3", "3"},
                                                                       {"4", "4"},
                                                                       {"5", "5"},
                                                                       {"6", "6"}}};

/// IATI's PolicySignificance, and money that no one has screened (RULES.md 6).
inline constexpr std::array<Word<std::string_view>, 6> k_significances = {
    {{"0", "0"}, {"1", "1"}, {"2", "2"}, {"3", "3"}, {"4", "4"}, {"unscreened", "unscreened"}}};

inline constexpr std::array<Word<std::string_view>, 9> k_agreement_kinds = {{{"mou", "mou"},
                                                                             {"treaty", "treaty"},
                                                                             {"declaration", "declaration"},
                                                                             {"initiative", "initiative"},
                                                                             {"programme", "programme"},
                                                                             {"plan", "plan"},
                                                                             {"meeting", "meeting"},
                                                                             {"appointment", "appointment"},
                                                                             {"other", "other"}}};

inline constexpr std::array<std::string_view, 3> k_languages = {"en", "zh", "ko"};

/// The word for a value that the list holds.
template <typename List, typename T> constexpr std::string_view text_of(const List& words, const T& value) {
  for (const auto& word : words)
    if (word.value == value)
      return word.text;
  return {};
}

} // namespace kept::ledger
