// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"

#include <string>
#include <string_view>
#include <vector>

// Questions about a store as a whole, for Store::ask.

namespace kept::store {

/// source, sha256 of every source, and last the digest of the shipped figures under an empty name: what the
/// content of a store follows from.
std::string identity_question();

/// sources, transactions, newest day of a source that reaches no further than `as_of`.
std::string size_question(Date as_of);

/// What the store knows of each country: the columns of docs/formats/api.md, `coverage`, without the name's
/// languages.
std::string coverage_question(bool illustrative);

/// The columns of the view `sources`, findings, age_days (on `as_of`).
std::string sources_overview_question(Date as_of);
/// location, size, modified, sha256 of one source: whether its file is still the one that was
/// loaded.
std::string source_file_question(std::string_view source);

/// list, code, name; `lists` empty: all.
std::string codes_question(const std::vector<std::string>& lists);

/// iso3, iso2, m49, name_en, name_zh, name_ko, region of every country.
std::string areas_question();

/// indicator, source: which sources have figures of it.
std::string indicator_sources_question();

} // namespace kept::store
