// SPDX-License-Identifier: Apache-2.0
#include "store/organisation_numbers.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "store/money_text.hpp"

namespace kept::store {
namespace {

// An organisation beyond them may be written twice, which does no harm; memory stays bounded.
constexpr std::size_t k_places = 65'536;

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
  m_known.resize(k_places);
  Known& known = m_known[fast_hash(organisation.name, fast_hash(organisation.ref)) % k_places];
  if (known.source_number == source_number && names(known, organisation))
    return known.number;

  const std::string folded = fold(organisation.name);
  const std::string key = organisation_key(organisation.ref, folded);
  if (key.empty())
    return std::nullopt;
  const std::int64_t number = m_next++;
  m_appender.integer(source_number).integer(number).text(organisation.ref).text(organisation.name);
  const bool follows = organisation.ref.empty() || key == organisation.ref;
  m_appender.text(follows ? std::string_view() : key).text(beyond(organisation.name, folded)).end_row();
  known.text.assign(organisation.ref).append(1, '\0').append(organisation.name);
  known.source_number = source_number;
  known.number = number;
  return number;
}

bool OrganisationNumbers::names(const Known& known, const facts::Organisation& organisation) {
  const std::string_view text = known.text;
  const std::size_t ref = organisation.ref.size();
  return text.size() == ref + 1 + organisation.name.size() && text.substr(0, ref) == organisation.ref &&
         text[ref] == '\0' && text.substr(ref + 1) == organisation.name;
}

} // namespace kept::store
