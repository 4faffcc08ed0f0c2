// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/assessment.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kept::measure {

/// "unhcr.xml:17317"
std::string text_of(const FactPlace& place);

/// "Title (Publisher)", in English.
std::string text_of(const ledger::Document& document);

/// The line of a transaction, with its label ("incoming funds from Example Agency"), date, value, currency
/// and rate. Excluded, for the transaction's own reason, until a measure counts it.
TrailEntry trail_entry(const TransactionRecord& transaction);

/// The line of a flow: its transaction's, with the share.
TrailEntry trail_entry(const FlowRecord& flow);

/// part ÷ whole at 6 places; none when the whole is zero.
std::optional<Decimal> share_of(const Decimal& part, const Decimal& whole);

TrailEntry excluded(TrailEntry entry, std::string_view reason);

/// By source and line; entries of one line stay in the order in which they came.
void sort_trail(std::vector<TrailEntry>& trail);

/// The sources of what was counted, in any of low, central, high or the baseline, or merged with it; sorted.
std::vector<std::string> deciding_sources(const std::vector<TrailEntry>& trail);

} // namespace kept::measure
