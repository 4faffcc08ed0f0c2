// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/day.hpp"
#include "generate/organisation.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kept::bench {

/// Up to `Most` values in place.
template <typename Value, std::size_t Most> class Few {
public:
  void push(const Value& value) { m_values[m_size++] = value; }
  std::size_t size() const { return m_size; }
  const Value* begin() const { return m_values.data(); }
  const Value* end() const { return m_values.data() + m_size; }
  const Value& operator[](std::size_t at) const { return m_values[at]; }

private:
  std::array<Value, Most> m_values{};
  std::size_t m_size = 0;
};

/// Money from the provider to the receiver, as each of them reports it. Amounts are hundredths.
struct Transfer {
  Day day = 0;
  std::int64_t amount = 0;
  Day received_day = 0;             ///< up to a month later
  std::int64_t received_amount = 0; ///< the same, or a little less for the bank's fee
  bool reported_by_receiver = true;
  bool receiver_names_activity = true, provider_names_activity = true;
};

struct CodeShare {
  std::string_view code;
  std::int64_t percentage = 0; ///< hundredths of a percent; those of a list add up to 100 %
};

/// What an activity of a provider and the activity of its receiver have in common.
struct Programme {
  std::uint64_t number = 0;
  OrganisationNumber provider = 0, receiver = 0;
  std::string_view currency;
  std::size_t topic = 0;
  Day start = 0, end = 0; ///< end: up to k_last_planned
  Day last_paid = 0;      ///< the last day on which money can have moved
  Few<CodeShare, 5> countries, sectors;
  Few<CodeShare, 2> regions; ///< with `countries`, these add up to 100 %
  bool places_in_transactions = false, sectors_in_transactions = false;
  Few<Transfer, 3> commitments;
  Few<Transfer, 12> payments;
};

/// The programme of a number, always the same for a seed.
Programme make_programme(std::uint64_t seed, std::uint64_t number);

/// An amount in hundredths, from hundreds to hundreds of millions; half of them without decimals.
std::int64_t make_amount(Random& random);

} // namespace kept::bench
