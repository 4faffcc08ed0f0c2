// SPDX-License-Identifier: Apache-2.0
#include "ledger/ledger.hpp"

#include "base/error.hpp"
#include "ledger/words.hpp"

#include <algorithm>

namespace kept::ledger {

namespace {

template <typename Record> const Record* find_by_id(const std::vector<Record>& records, std::string_view id) {
  const auto found =
      std::find_if(records.begin(), records.end(), [&](const Record& record) { return record.id == id; });
  return found == records.end() ? nullptr : &*found;
}

} // namespace

const std::string& LocalText::in(std::string_view language) const {
  auto found = by_language.find(std::string(language));
  if (found == by_language.end())
    found = by_language.find("en");
  if (found == by_language.end())
    throw Error(ErrorKind::internal, "a text of a ledger has no English version");
  return found->second;
}

std::string_view to_string(Measure measure) {
  return text_of(k_measures, measure);
}

std::string_view to_string(Period period) {
  return text_of(k_meeting_periods, period);
}

std::string_view to_string(ClaimKind kind) {
  return text_of(k_claim_kinds, kind);
}

const Party* Framework::party(std::string_view wanted) const {
  return find_by_id(parties, wanted);
}

const Agreement* Framework::agreement(std::string_view wanted) const {
  return find_by_id(agreements, wanted);
}

} // namespace kept::ledger
