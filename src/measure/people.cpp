// SPDX-License-Identifier: Apache-2.0
#include "measure/people.hpp"

#include "measure/measures.hpp"

namespace kept::measure {

Count count_people(const Question& question, const ledger::Pledge& pledge) {
  Count count = pledge.people.from == ledger::PeopleRule::From::participants
                    ? count_participants(question, pledge)
                    : count_by_indicator(question, pledge);
  count.unit = "people";
  count.target = pledge.target.amount;
  return count;
}

} // namespace kept::measure
