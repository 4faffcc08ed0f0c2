// SPDX-License-Identifier: Apache-2.0
#include "store/organisation_numbers.hpp"

#include "base/text.hpp"
#include "store/money_text.hpp"

#include <algorithm>
#include <array>

namespace kept::store {
namespace {

constexpr std::size_t k_at_once = 32; ///< of number_all: few enough that all stays in the nearest cache

} // namespace

std::string organisation_key(std::string_view ref, std::string_view folded_name) {
  const std::string_view trimmed = trim(ref);
  if (!trimmed.empty())
    return upper(trimmed);
  return folded_name.empty() ? std::string() : std::string("~").append(folded_name);
}

OrganisationNumbers::OrganisationNumbers(std::int32_t last) : m_seed(random_seed()), m_last(last) {}

Hash128 OrganisationNumbers::identity(std::int32_t source_number,
                                      const facts::Organisation& organisation) const {
  const Hash128 name = wide_hash(organisation.name, m_seed + static_cast<std::uint32_t>(source_number));
  const Hash128 ref = wide_hash(organisation.ref, ~m_seed);
  return {name.low ^ ref.low, name.high ^ ref.high};
}

OrganisationNumbers::Given OrganisationNumbers::number(const Hash128& identity) {
  const std::scoped_lock lock(m_mutex);
  if (const std::int32_t known = m_numbers.number(identity); known != 0)
    return {known, false};
  m_numbers.add(identity, ++m_last);
  return {m_last, true};
}

std::optional<std::int64_t> OrganisationWriter::number(std::int32_t source_number,
                                                       const facts::Organisation& organisation) {
  return number(source_number, organisation, m_all.identity(source_number, organisation));
}

void OrganisationWriter::number_all(std::int32_t source_number,
                                    std::span<const facts::Organisation* const> organisations,
                                    std::vector<std::optional<std::int64_t>>& numbers) {
  std::array<Hash128, k_at_once> identities;
  while (!organisations.empty()) {
    const auto some = organisations.first(std::min(k_at_once, organisations.size()));
    organisations = organisations.subspan(some.size());
    for (std::size_t i = 0; i < some.size(); ++i) {
      identities[i] = m_all.identity(source_number, *some[i]);
      m_known.prefetch(identities[i]);
    }
    for (std::size_t i = 0; i < some.size(); ++i)
      numbers.push_back(number(source_number, *some[i], identities[i]));
  }
}

std::optional<std::int64_t> OrganisationWriter::number(std::int32_t source_number,
                                                       const facts::Organisation& organisation,
                                                       const Hash128& identity) {
  if (organisation.ref.empty() && organisation.name.empty())
    return std::nullopt;
  if (const std::int32_t known = m_known.number(identity); known != 0)
    return known;
  const std::string folded = fold(organisation.name);
  const std::string key = organisation_key(organisation.ref, folded);
  if (key.empty())
    return std::nullopt;
  const auto [number, is_new] = m_all.number(identity);
  m_known.add(identity, number);
  if (!is_new)
    return number;

  m_table.integer(source_number).integer(number).text(organisation.ref).text(organisation.name);
  const bool follows = organisation.ref.empty() || key == organisation.ref;
  m_table.text(follows ? std::string_view() : key).text(beyond(organisation.name, folded)).end_row();
  return number;
}

} // namespace kept::store
