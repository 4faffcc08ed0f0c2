-- SPDX-License-Identifier: Apache-2.0
-- One row per transaction element: first what the source states, then (from value on) what RULES 3 makes of it.
-- Texts that only repeat a neighbouring column are left out: date_text and value_date_text where they are the ISO
-- form of date and published_value_date, raw_value where it is value without trailing zeros.
-- Amounts of money stand in columns of 64 bits, which DuckDB packs and sums many times faster than those of 128; the
-- few that do not fit stand in the _wide column beside. derived.amount puts them together.
CREATE TABLE packed.transaction (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  transaction_ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  reference VARCHAR USING COMPRESSION zstd,
  type UINTEGER,
  date DATE,
  date_text UINTEGER,
  raw_value VARCHAR,
  published_currency UINTEGER,
  published_value_date DATE,
  value_date_text UINTEGER,
  description VARCHAR USING COMPRESSION zstd,
  provider INTEGER, -- organisation_number
  provider_type UINTEGER,
  provider_activity_id VARCHAR,
  receiver INTEGER, -- organisation_number
  receiver_type UINTEGER,
  receiver_activity_id VARCHAR,
  disbursement_channel UINTEGER,
  flow_type UINTEGER,
  finance_type UINTEGER,
  tied_status UINTEGER,
  humanitarian BOOLEAN,
  value DECIMAL(18, 4),
  value_wide DECIMAL(28, 4),
  currency UINTEGER,
  value_date DATE,
  usd DECIMAL(18, 4),
  usd_wide DECIMAL(28, 4),
  rate UINTEGER,       -- USD per unit
  rate_month UINTEGER, -- 'YYYY-MM', of the rate
  reason UINTEGER,     -- why not counted; 'no rate': counted, without USD. Superseding is decided at commit.
  split INTEGER,       -- see packed.split; NULL: no flows
  value_steps BIGINT,
  usd_steps BIGINT
);
