// SPDX-License-Identifier: Apache-2.0
#include "store/organisation_numbers.hpp"

#include "base/text.hpp"

namespace kept::store {
namespace {

// Beyond this many an organisation may be written twice, which does no harm; memory stays bounded.
constexpr std::size_t k_remembered = 50'000;

} // namespace

std::string organisation_key(std::string_view ref, std::string_view folded_name) {
  const std::string_view trimmed = trim(ref);
  if (!trimmed.empty())
    return upper(trimmed);
  return folded_name.empty() ? std::string() : std::string("~").append(folded_name);
}

std::optional<std::int64_t> OrganisationNumbers::number(std::int32_t source_number,
                                                        const facts::Organisation& organisation) {
  if (organisation.ref.empty() && organisation.name.empty())
    return std::nullopt;
  if (source_number != m_source_number || m_numbers.size() >= k_remembered) {
    m_numbers.clear();
    m_source_number = source_number;
  }
  m_looked_up.assign(organisation.ref).append(1, '\0').append(organisation.name);
  const auto found = m_numbers.find(m_looked_up);
  if (found != m_numbers.end())
    return found->second;

  const std::string folded = fold(organisation.name);
  const std::string key = organisation_key(organisation.ref, folded);
  if (key.empty())
    return std::nullopt;
  const std::int64_t number = m_next++;
  m_appender.integer(source_number).integer(number).text(organisation.ref).text(organisation.name);
  const bool follows = organisation.ref.empty() || key == organisation.ref;
  m_appender.text(follows ? std::string_view() : key).text(folded).end_row();
  m_numbers.emplace(m_looked_up, number);
  return number;
}

} // namespace kept::store
