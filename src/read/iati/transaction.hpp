// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/transaction.hpp"
#include "read/iati/elements.hpp"

namespace kept::read::iati {

/// `transaction`. Each one gives a record, whatever it lacks; its ordinal is left to the caller. A type that
/// is not in the code list, or none, is a finding (unknown-transaction-type).
facts::Transaction read_transaction(const ElementReader& reader, Element element);

} // namespace kept::read::iati
