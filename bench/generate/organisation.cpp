// SPDX-License-Identifier: Apache-2.0
#include "generate/organisation.hpp"

#include <array>

namespace kept::bench {
namespace {

struct Kind {
  std::string_view type, name;
};

constexpr std::array<Kind, 3> k_giver_kinds = {{{"10", "Illustrative Government Agency "},
                                                {"60", "Illustrative Foundation "},
                                                {"40", "Illustrative Multilateral Fund "}}};
constexpr std::array<Kind, 6> k_receiver_kinds = {{{"22", "Illustrative National Network "},
                                                   {"21", "Illustrative International Alliance "},
                                                   {"40", "Illustrative United Programme "},
                                                   {"10", "Illustrative Ministry "},
                                                   {"80", "Illustrative University "},
                                                   {"70", "Illustrative Services Company "}}};
constexpr std::array<std::string_view, 5> k_local_kinds = {
    "Illustrative clinic ", "Illustrative school ", "Illustrative cooperative ", "Illustrative municipality ",
    "Illustrative builder "};

const Kind& kind_of(OrganisationNumber organisation) {
  return organisation <= k_givers ? k_giver_kinds[organisation % k_giver_kinds.size()]
                                  : k_receiver_kinds[organisation % k_receiver_kinds.size()];
}

/// The smaller of two, so that the first quarter has nearly half.
std::uint32_t uneven(Random& random, std::uint32_t bound) {
  const std::uint32_t one = random.below(bound), other = random.below(bound);
  return one < other ? one : other;
}

} // namespace

OrganisationNumber pick_giver(Random& random) {
  return 1 + uneven(random, k_givers);
}

OrganisationNumber pick_receiver(Random& random) {
  return 1 + k_givers + uneven(random, k_organisations - k_givers);
}

std::string_view type_of(OrganisationNumber organisation) {
  return kind_of(organisation).type;
}

void add_reference(Text& text, OrganisationNumber organisation) {
  text.add("XE-BENCH-", Padded{organisation, 4});
}

void add_name(Text& text, OrganisationNumber organisation) {
  text.add(kind_of(organisation).name, Padded{organisation, 4});
}

void add_local_name(Text& text, Random& random) {
  const std::string_view kind = random.pick(k_local_kinds);
  text.add(kind, Padded{random.below(20'000), 5});
}

} // namespace kept::bench
