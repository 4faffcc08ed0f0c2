// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/transaction.hpp"
#include "read/iati/elements.hpp"

namespace kept::read::iati {

// The same elements stand in activities and in transactions.

/// `recipient-country`
facts::Share read_recipient_country(const ElementReader& reader, Element element);
/// `recipient-region`; the vocabulary is "1" (OECD DAC) where none is given.
facts::Share read_recipient_region(const ElementReader& reader, Element element);
/// `sector`; the vocabulary is "1" (OECD DAC, 5 digits) where none is given.
facts::Share read_sector(const ElementReader& reader, Element element);

} // namespace kept::read::iati
