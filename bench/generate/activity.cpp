// SPDX-License-Identifier: Apache-2.0
#include "generate/activity.hpp"

#include <array>

namespace kept::bench {
namespace {

constexpr std::uint64_t k_activities = 2; ///< the kind of their streams of random numbers

Defect choose_defect(Random& random, unsigned permille) {
  constexpr std::array<Defect, 4> kinds = {Defect::no_currency, Defect::percentages_off, Defect::separators,
                                           Defect::repeated_identifier};
  return random.chance(permille) ? random.pick(kinds) : Defect::none;
}

} // namespace

OrganisationNumber reporter_of(const Programme& programme, bool of_provider) {
  return of_provider ? programme.provider : programme.receiver;
}

void add_identifier(Text& text, const Programme& programme, bool of_provider) {
  add_reference(text, reporter_of(programme, of_provider));
  text.add(of_provider ? "-A" : "-B", Padded{programme.number, 8});
}

OrganisationNumber publisher_of(const Recipe& recipe, std::uint64_t number) {
  return reporter_of(make_programme(recipe.seed, number / 2), number % 2 == 0);
}

std::uint64_t add_activity(Text& text, const Recipe& recipe, std::uint64_t number) {
  ActivityDraft draft{make_programme(recipe.seed, number / 2), number % 2 == 0, Defect::none,
                      Random(recipe.seed, k_activities, number)};
  draft.defect = choose_defect(draft.random, recipe.defects);
  add_description(text, draft);
  add_transactions(text, draft);
  add_results(text, draft);
  text.add("  </iati-activity>\n");
  return draft.transactions;
}

} // namespace kept::bench
