// SPDX-License-Identifier: Apache-2.0
#include "store/organisation_numbers.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "store/money_text.hpp"

namespace kept::store {
namespace {

constexpr std::size_t k_first_places = 1'024;
constexpr std::size_t k_most_places = 524'288; ///< some 16 MB, and the texts of half as many organisations

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
  if (organisation.ref.empty() && organisation.name.empty())
    return std::nullopt;
  if (m_count >= m_known.size() / 2)
    grow();
  const std::uint64_t hash =
      fast_hash(organisation.name, fast_hash(organisation.ref, static_cast<std::uint64_t>(source_number)));
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
