// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/ledger.hpp"

#include <span>
#include <string_view>

// The keys of every record of the format (docs/formats/ledger.md). data/ledger.schema.json knows the same
// ones; a test compares the two, so that neither changes alone.

namespace kept::ledger {

struct Key {
  std::string_view name;
  bool required = false;
};

/// A kind of record: its name in messages and in the schema, and its keys.
struct RecordKeys {
  std::string_view name;
  std::span<const Key> keys;
};

/// Which of the keys that only some kinds of a record take belong to one kind. `needs` may name keys of every
/// kind.
struct KindKeys {
  std::string_view kind;
  std::span<const std::string_view> needs, takes;
};

namespace keys {
extern const RecordKeys ledger, included, party, agreement, pledge, target, additional, window, waypoint,
    filter, people, meetings, step, claim, document, local_text;
} // namespace keys

/// All of the above.
std::span<const RecordKeys* const> all_record_keys();

/// The keys of a pledge that not every measure takes, and who takes them.
std::span<const std::string_view> measure_keys();
std::span<const KindKeys> keys_by_measure();

/// The same for claims.
std::span<const std::string_view> claim_kind_keys();
std::span<const KindKeys> keys_by_claim_kind();

} // namespace kept::ledger
