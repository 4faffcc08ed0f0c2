-- SPDX-License-Identifier: Apache-2.0
-- One row per transaction element: first what the source states, then (from value on) what RULES 3 makes of it.
-- Texts that only repeat a neighbouring column are left out: date_text and value_date_text where they are the ISO
-- form of date and published_value_date, raw_value where it is value without trailing zeros.
-- Amounts of money stand in columns of 64 bits, which DuckDB packs and sums many times faster than those of 128; the
-- few that do not fit stand in the _wide column beside. derived.amount puts them together.
CREATE TABLE fact.transaction (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  transaction_ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  iati_identifier VARCHAR,
  reference VARCHAR,
  type VARCHAR,
  date DATE,
  date_text VARCHAR,
  raw_value VARCHAR,
  published_currency VARCHAR,
  published_value_date DATE,
  value_date_text VARCHAR,
  description VARCHAR,
  provider INTEGER, -- organisation_number
  provider_type VARCHAR,
  provider_activity_id VARCHAR,
  receiver INTEGER, -- organisation_number
  receiver_type VARCHAR,
  receiver_activity_id VARCHAR,
  disbursement_channel VARCHAR,
  flow_type VARCHAR,
  finance_type VARCHAR,
  tied_status VARCHAR,
  humanitarian BOOLEAN,
  value DECIMAL(18, 4),
  value_wide DECIMAL(28, 4),
  currency VARCHAR,
  value_date DATE,
  usd DECIMAL(18, 4),
  usd_wide DECIMAL(28, 4),
  rate DECIMAL(28, 18), -- USD per unit
  rate_month VARCHAR,   -- 'YYYY-MM', of the rate
  reason VARCHAR        -- why not counted; 'no rate': counted, without USD. Superseding is decided at commit.
);
