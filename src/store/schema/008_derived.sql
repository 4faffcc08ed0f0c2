-- SPDX-License-Identifier: Apache-2.0
-- Flows repeat what they share with their transaction on purpose: a question about money by place, sector or month is a
-- filter and a sum over this one table. Markers are the activity's.
CREATE TABLE packed.narrow_flow (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  transaction_ordinal INTEGER NOT NULL,
  type UINTEGER,
  value_date DATE,
  place_kind UINTEGER,
  place UINTEGER,
  sector UINTEGER,
  value DECIMAL(18, 4),
  currency UINTEGER,
  usd DECIMAL(18, 4)
);

-- The few whose amounts do not fit 64 bits.
CREATE TABLE packed.wide_flow (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  transaction_ordinal INTEGER NOT NULL,
  type UINTEGER,
  value_date DATE,
  place_kind UINTEGER,
  place UINTEGER,
  sector UINTEGER,
  value DECIMAL(28, 4),
  currency UINTEGER,
  usd DECIMAL(28, 4)
);

-- Organisations that are the same by key and by name, with the numbers that stand for them (002_sources.sql): a question
-- looks here for whom it is about. Made anew at each commit.
CREATE TABLE derived.same_organisation (key VARCHAR, name_folded VARCHAR, organisation_numbers INTEGER[] NOT NULL);

-- What rates decide of transactions, while stored ones are derived again; else empty.
CREATE TABLE packed.money_again (
  source_number INTEGER NOT NULL,
  transaction_ordinal INTEGER NOT NULL,
  usd DECIMAL(18, 4),
  usd_wide DECIMAL(28, 4),
  rate UINTEGER,
  rate_month UINTEGER,
  reason UINTEGER
);

-- Activities of whose identifier another version counts (RULES 1). Decided anew at each commit.
CREATE TABLE derived.superseded (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  counting_source_number INTEGER NOT NULL,
  counting_activity_ordinal INTEGER NOT NULL
);

-- Money between organisations, each amount once (RULES 5). Paired anew at each commit. provider, receiver: one
-- organisation_number for all organisations with the same key.
CREATE TABLE packed.transfer (
  provider INTEGER NOT NULL,
  receiver INTEGER NOT NULL,
  kind UINTEGER,         -- 'payment', 'commitment'
  confirmed_by UINTEGER, -- 'both', 'provider', 'receiver'
  date DATE NOT NULL,
  value DECIMAL(18, 4),
  value_wide DECIMAL(28, 4),
  currency UINTEGER,
  usd DECIMAL(18, 4),
  usd_wide DECIMAL(28, 4),
  provider_source_number INTEGER,
  provider_transaction_ordinal INTEGER,
  receiver_source_number INTEGER,
  receiver_transaction_ordinal INTEGER
);
