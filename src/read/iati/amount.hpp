// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/transaction.hpp"
#include "read/iati/elements.hpp"

#include <optional>

namespace kept::read::iati {

/// A `value` element. A value date that cannot be read is a finding.
facts::Amount read_amount(const ElementReader& reader, Element value);

/// The period that `period-start` and `period-end` of an element give.
struct Period {
  std::optional<Date> start, end;
};
Period read_period(const ElementReader& reader, Element element);

} // namespace kept::read::iati
