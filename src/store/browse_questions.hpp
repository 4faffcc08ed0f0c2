// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Questions for pages of records, for Store::ask. An empty text or list does not restrict.

namespace kept::store {

/// A part of a long answer.
struct PageOf {
  std::size_t limit = 0, offset = 0; ///< limit 0: all
};

struct ActivityFilter {
  std::string text; ///< folded: in the title or the identifier
  std::vector<std::string> reporting_orgs, statuses, places, sectors, sources;
};
std::string activities_question(const ActivityFilter& filter, PageOf page);
std::string activities_count_question(const ActivityFilter& filter);

struct OrganisationFilter {
  std::vector<std::string> keys;
  std::string text; ///< folded: in the name or the key
};
/// key, name, ref of every organisation that facts name, by key; of several spellings the most frequent.
std::string organisations_question(const OrganisationFilter& filter, PageOf page);
std::string organisations_count_question(const OrganisationFilter& filter);

struct TransferFilter {
  std::vector<std::string> providers, receivers, kinds, confirmed_by;
  std::optional<Date> from, to;
  bool illustrative = false;
};
std::string transfers_question(const TransferFilter& filter, PageOf page);
std::string transfers_count_question(const TransferFilter& filter);

struct FindingsFilter {
  std::vector<std::string> rules, severities, sources;
};
std::string findings_page_question(const FindingsFilter& filter, PageOf page);
std::string findings_page_count_question(const FindingsFilter& filter);

struct NamedQuestion;
/// What trails call the table of the shipped figures (derived.shipped_figure); no source has this name.
inline constexpr std::string_view k_shipped_figures = "data/observations.csv";
/// The records that stand on a line of a source: "activities", "transactions", "observations", "findings".
std::vector<NamedQuestion> line_questions(std::string_view source, std::int64_t line);
/// area, raw_value of the shipped figure on a line of its table.
std::string shipped_figure_question(std::uint64_t line);

} // namespace kept::store
