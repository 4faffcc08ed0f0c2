// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/programme.hpp"
#include "generate/random.hpp"
#include "generate/text.hpp"

#include <cstdint>

namespace kept::bench {

struct Recipe {
  std::uint64_t seed = 1;
  unsigned defects = 0; ///< activities of 1000 that have one
};

/// What is wrong with an activity on purpose.
enum class Defect { none, no_currency, percentages_off, separators, repeated_identifier };

/// One activity as it is written. Activities come in pairs: an even one is a provider's, the odd one behind
/// it the receiver's, and each reports what crosses between them.
struct ActivityDraft {
  Programme programme;
  bool of_provider = true;
  Defect defect = Defect::none;
  Random random;
  std::uint64_t transactions = 0; ///< written so far
};

/// Appends activity `number` (from 0), always the same for a recipe; returns how many transactions it has.
std::uint64_t add_activity(Text& text, const Recipe& recipe, std::uint64_t number);

/// Who reports activity `number`.
OrganisationNumber publisher_of(const Recipe& recipe, std::uint64_t number);

/// Appends the parts of an activity, in the order of the standard: what it is, what it pays, what it
/// achieves.
void add_description(Text& text, ActivityDraft& draft);
void add_transactions(Text& text, ActivityDraft& draft);
void add_results(Text& text, ActivityDraft& draft);

/// Who reports the provider's or the receiver's activity.
OrganisationNumber reporter_of(const Programme& programme, bool of_provider);

/// XE-BENCH-0001-A00000012 of the provider's side, …-B00000012 of the receiver's.
void add_identifier(Text& text, const Programme& programme, bool of_provider);

} // namespace kept::bench
