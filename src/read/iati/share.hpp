// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/transaction.hpp"
#include "read/iati/elements.hpp"

namespace kept::read::iati {

// The same elements stand in activities and in transactions.

/// `recipient-country`
facts::Share read_recipient_country(const ElementReader& reader, pugi::xml_node element);
/// `recipient-region`; the vocabulary is "1" (OECD DAC) where none is given.
facts::Share read_recipient_region(const ElementReader& reader, pugi::xml_node element);
/// `sector`; the vocabulary is "1" (OECD DAC, 5 digits) where none is given.
facts::Share read_sector(const ElementReader& reader, pugi::xml_node element);

} // namespace kept::read::iati
