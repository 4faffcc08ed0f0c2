-- SPDX-License-Identifier: Apache-2.0
-- One row per transaction element: first what the source states, then (from value on) what RULES 3 makes of it.
-- What few transactions have, or many have alike, stands in the three tables below. A column that hardly ever tells two
-- rows apart still costs as much to write, and to read, as one that does.
-- USING COMPRESSION rle: where values come in runs; other whole numbers are packed by their bits (store/loading.cpp).
-- Amounts of money stand in columns of 64 bits, which DuckDB packs and sums many times faster than those of 128; the
-- few that do not fit stand in the _wide column beside. derived.amount puts them together.
CREATE TABLE packed.transaction (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL USING COMPRESSION rle,
  transaction_ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  reference VARCHAR USING COMPRESSION zstd,
  type UINTEGER,
  terms INTEGER NOT NULL,
  date DATE,
  published_value_date DATE,
  description VARCHAR USING COMPRESSION zstd,
  provider INTEGER USING COMPRESSION rle, -- organisation_number
  receiver INTEGER, -- organisation_number
  value DECIMAL(18, 4),
  value_wide DECIMAL(28, 4),
  currency UINTEGER USING COMPRESSION rle,
  value_date DATE,
  usd DECIMAL(18, 4),
  usd_wide DECIMAL(28, 4),
  rate INTEGER NOT NULL,
  reason UINTEGER USING COMPRESSION rle, -- why not counted; 'no rate': counted, without USD. Superseding is decided at commit.
  split INTEGER,   -- see packed.split; NULL: no flows
  value_steps BIGINT USING COMPRESSION rle,
  usd_steps BIGINT USING COMPRESSION rle
);

-- What many transactions state alike, each combination once (or again where threads met it at once). Not of one source:
-- what is left of a removed one does no harm. date_text, value_date_text: NULL where they are the ISO form of date and
-- published_value_date. decimals: behind the point of the value as published, where that is nothing but the number; else
-- it stands in packed.transaction_text.
CREATE TABLE packed.terms (
  terms INTEGER NOT NULL,
  date_text VARCHAR,
  published_currency VARCHAR,
  value_date_text VARCHAR,
  provider_type VARCHAR,
  receiver_type VARCHAR,
  disbursement_channel VARCHAR,
  flow_type VARCHAR,
  finance_type VARCHAR,
  tied_status VARCHAR,
  decimals INTEGER,
  humanitarian BOOLEAN
);

-- Rates by which transactions were converted, likewise. 0: none. month: 'YYYY-MM'.
CREATE TABLE packed.usd_rate (rate INTEGER NOT NULL, usd_per_unit DECIMAL(28, 18), month VARCHAR);
INSERT INTO packed.usd_rate VALUES (0, NULL, NULL);

-- kind: 'value' (as published, where it is more than a number), 'provider activity', 'receiver activity'.
CREATE TABLE packed.transaction_text (
  source_number INTEGER NOT NULL,
  transaction_ordinal INTEGER NOT NULL,
  kind UINTEGER,
  text VARCHAR
);
