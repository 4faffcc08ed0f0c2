// SPDX-License-Identifier: Apache-2.0
#include "store/organisation_numbers.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "store/money_text.hpp"

#include <algorithm>
#include <array>

namespace kept::store {
namespace {

constexpr std::size_t k_first_places = 1'024;
constexpr std::size_t k_most_places = 524'288; ///< some 16 MB, and the texts of half as many organisations
constexpr std::size_t k_at_once = 32; ///< of number_all: few enough that all stays in the nearest cache

std::uint64_t hash_of(std::int32_t source_number, const facts::Organisation& organisation) {
  return fast_hash(organisation.name, fast_hash(organisation.ref, static_cast<std::uint64_t>(source_number)));
}

} // namespace

std::string organisation_key(std::string_view ref, std::string_view folded_name) {
  const std::string_view trimmed = trim(ref);
  if (!trimmed.empty())
    return upper(trimmed);
  return folded_name.empty() ? std::string() : std::string("~").append(folded_name);
}

template <typename IsIt>
OrganisationNumbers::Known& OrganisationNumbers::place_of(std::uint64_t hash, const IsIt& is_it) {
  const std::size_t mask = m_known.size() - 1;
  std::size_t place = hash & mask;
  while (m_known[place].text != nullptr && !is_it(m_known[place]))
    place = (place + 1) & mask;
  return m_known[place];
}

std::optional<std::int64_t> OrganisationNumbers::number(std::int32_t source_number,
                                                        const facts::Organisation& organisation) {
  make_room_for(1);
  return number(source_number, organisation, hash_of(source_number, organisation));
}

void OrganisationNumbers::number_all(std::int32_t source_number,
                                     std::span<const facts::Organisation* const> organisations,
                                     std::vector<std::optional<std::int64_t>>& numbers) {
  std::array<std::uint64_t, k_at_once> hashes;
  while (!organisations.empty()) {
    const auto some = organisations.first(std::min(k_at_once, organisations.size()));
    organisations = organisations.subspan(some.size());
    make_room_for(some.size());
    const std::size_t mask = m_known.size() - 1;
    for (std::size_t i = 0; i < some.size(); ++i) {
      hashes[i] = hash_of(source_number, *some[i]);
      __builtin_prefetch(&m_known[hashes[i] & mask]);
    }
    for (std::size_t i = 0; i < some.size(); ++i)
      __builtin_prefetch(m_known[hashes[i] & mask].text);
    for (std::size_t i = 0; i < some.size(); ++i)
      numbers.push_back(number(source_number, *some[i], hashes[i]));
  }
}

std::optional<std::int64_t> OrganisationNumbers::number(std::int32_t source_number,
                                                        const facts::Organisation& organisation,
                                                        std::uint64_t hash) {
  if (organisation.ref.empty() && organisation.name.empty())
    return std::nullopt;
  Known& known = place_of(hash, [&](const Known& other) {
    return other.hash == hash && other.source_number == source_number &&
           other.ref_size == organisation.ref.size() && other.name_size == organisation.name.size() &&
           std::string_view(other.text, other.ref_size) == organisation.ref &&
           std::string_view(other.text + other.ref_size, other.name_size) == organisation.name;
  });
  if (known.text != nullptr)
    return known.number;

  const std::string folded = fold(organisation.name);
  const std::string key = organisation_key(organisation.ref, folded);
  if (key.empty())
    return std::nullopt;
  const std::int32_t number = m_next++;
  m_appender.integer(source_number).integer(number).text(organisation.ref).text(organisation.name);
  const bool follows = organisation.ref.empty() || key == organisation.ref;
  m_appender.text(follows ? std::string_view() : key).text(beyond(organisation.name, folded)).end_row();
  known = {hash,
           m_texts.store(std::string(organisation.ref).append(organisation.name)).data(),
           static_cast<std::uint32_t>(organisation.ref.size()),
           static_cast<std::uint32_t>(organisation.name.size()),
           source_number,
           number};
  ++m_count;
  return number;
}

void OrganisationNumbers::make_room_for(std::size_t organisations) {
  while (m_count + organisations > m_known.size() / 2)
    grow();
}

/// Twice as many places, or the first few again.
void OrganisationNumbers::grow() {
  const bool full = m_known.size() >= k_most_places;
  std::vector<Known> before(full || m_known.empty() ? k_first_places : 2 * m_known.size());
  before.swap(m_known);
  if (full) {
    m_count = 0;
    m_texts = {};
    return;
  }
  for (const Known& known : before)
    if (known.text != nullptr)
      place_of(known.hash, [](const Known&) { return false; }) = known;
}

} // namespace kept::store
