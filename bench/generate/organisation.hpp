// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/random.hpp"
#include "generate/text.hpp"

#include <cstdint>
#include <string_view>

namespace kept::bench {

/// Made-up organisations: the first give money to the others. As with real ones, a few do most of it.
inline constexpr std::uint32_t k_givers = 60;
inline constexpr std::uint32_t k_organisations = 2000;

using OrganisationNumber = std::uint32_t; ///< from 1

/// A giver; those of small numbers more often.
OrganisationNumber pick_giver(Random& random);
/// One of the others; those of small numbers more often.
OrganisationNumber pick_receiver(Random& random);

/// Code of the list OrganisationType.
std::string_view type_of(OrganisationNumber organisation);
/// XE-BENCH-0001
void add_reference(Text& text, OrganisationNumber organisation);
/// Illustrative Fund 0123
void add_name(Text& text, OrganisationNumber organisation);
/// An organisation without a reference, known by a name: Illustrative clinic 01234
void add_local_name(Text& text, Random& random);

} // namespace kept::bench
