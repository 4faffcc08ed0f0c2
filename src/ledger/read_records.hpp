// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/yaml_tree.hpp"
#include "ledger/draft.hpp"
#include "ledger/record.hpp"

#include <optional>

// One function per record of the format (docs/formats/ledger.md); each tells what is wrong with the record by
// itself. What is wrong between records is found afterwards (checks.hpp).

namespace kept::ledger {

/// The map of parties, by id. Puts them into the draft's framework, as the following do.
void read_parties(const YamlNode& node, Draft& draft);
void read_agreement(const YamlNode& node, Draft& draft);
void read_pledge(const YamlNode& node, Draft& draft);
void read_claim(const YamlNode& node, Draft& draft);

/// The `filter` of a pledge; one that restricts nothing when it is absent.
Filter read_filter(const Record& pledge);

/// The document under `key`, none when it is absent.
std::optional<Document> read_document(const Record& record, std::string_view key);

/// The title of a record; its id in every language when it has none.
LocalText read_title(const Record& record, const std::string& id);

/// Keys of `all` that are given and do not belong to `kind`, and those that it needs and that are missing.
/// `noun`: "pledge" or "claim".
void check_kind_keys(const Record& record, std::string_view noun, std::string_view kind,
                     std::span<const std::string_view> all, std::span<const KindKeys> by_kind);

} // namespace kept::ledger
