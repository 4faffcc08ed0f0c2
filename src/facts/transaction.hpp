// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kept::facts {

struct Narrative {
  std::string_view text;
  std::string_view language; ///< the narrative's xml:lang, else the activity's; may be empty
};

/// An organisation as a source names it: reference and first narrative, either may be empty.
struct Organisation {
  std::string_view ref;
  std::string_view name;
};

/// A provider or receiver of money.
struct TransferParty {
  Organisation organisation;
  std::string_view type;
  std::string_view activity_id; ///< provider-activity-id or receiver-activity-id
};

struct Code {
  std::string_view vocabulary; ///< as published, may be empty
  std::string_view code;
};

/// A country, region or sector with its percentage. RULES.md 4 says what follows from it (derive/shares.hpp).
struct Share {
  std::uint32_t line = 0;
  std::string_view vocabulary; ///< the default ("1") filled in for regions and sectors
  std::string_view code;
  std::string_view percentage; ///< as published; empty when absent
};

/// Money as the source states it. RULES.md 3 says what follows from it (derive/money.hpp).
struct Amount {
  std::string_view text;            ///< the content of `value`, trimmed
  std::string_view currency;        ///< value/@currency, as published; may be empty
  std::optional<Date> value_date;   ///< value/@value-date
  std::string_view value_date_text; ///< as published, so that an unreadable one is told from an absent one
};

struct Transaction {
  std::uint32_t line = 0;    ///< of its start tag, from 1
  std::uint32_t ordinal = 0; ///< among the transactions of its source, from 0
  std::string_view reference;
  std::string_view type; ///< code of version 2, "1" … "13"; anything else as published
  std::optional<Date> date;
  std::string_view date_text; ///< as published
  Amount amount;
  std::string_view description;
  TransferParty provider, receiver;
  std::string_view disbursement_channel;
  std::vector<Share> sectors;
  std::vector<Share> recipient_countries; ///< vocabulary is empty
  std::vector<Share> recipient_regions;
  std::string_view flow_type, finance_type, tied_status;
  std::vector<Code> aid_types;
  std::optional<bool> humanitarian;
};

} // namespace kept::facts
