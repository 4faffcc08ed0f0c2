-- SPDX-License-Identifier: Apache-2.0
-- Flows (RULES 4) are not kept one by one: they are a transaction's money times a share, to the nearest unit of
-- 1/10,000, but for a step of one unit up or down to what the largest remainders make of it. A split is numbered by the
-- first transaction that has it; position counts from 0; per: units for each 1 of the money. A transaction whose money is
-- too large for that, or that has too many parts, has a split of its own with the amounts as they are.
CREATE TABLE packed.split (
  source_number INTEGER NOT NULL,
  split INTEGER NOT NULL,
  position INTEGER NOT NULL,
  place_kind UINTEGER USING COMPRESSION rle,
  place UINTEGER,
  sector UINTEGER,
  per DOUBLE NOT NULL USING COMPRESSION uncompressed,
  value DECIMAL(28, 4),
  usd DECIMAL(28, 4)
);

-- The units of a part: steps has two bits for each position, 1 for a step up, 2 for one down. In doubles, whose every
-- operation here is exactly defined; store/split_steps.cpp does the same.
CREATE MACRO packed.part_units(amount, per, steps, place) AS
  CAST(floor(CAST(amount AS DOUBLE) * per + 0.5) AS BIGINT) + ((steps >> (2 * place)) & 1)
  - ((steps >> (2 * place + 1)) & 1);
CREATE MACRO packed.part(stated, amount, per, steps, place) AS
  coalesce(stated, CAST(CAST(packed.part_units(amount, per, steps, place) AS DECIMAL(18, 0)) * 0.0001 AS DECIMAL(28, 4)));

-- Organisations that are the same by key and by name, with the numbers that stand for them (002_sources.sql): a question
-- looks here for whom it is about. Made anew at each commit.
CREATE TABLE derived.same_organisation (key VARCHAR, name_folded VARCHAR, organisation_numbers INTEGER[] NOT NULL);

-- What rates decide of transactions, while stored ones are derived again; else empty.
CREATE TABLE packed.money_again (
  source_number INTEGER NOT NULL,
  transaction_ordinal INTEGER NOT NULL,
  usd DECIMAL(18, 4),
  usd_wide DECIMAL(28, 4),
  rate INTEGER NOT NULL,
  reason UINTEGER,
  split INTEGER,
  value_steps BIGINT,
  usd_steps BIGINT
);

-- Activities of whose identifier another version counts (RULES 1). Decided anew at each commit.
CREATE TABLE derived.superseded (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  counting_source_number INTEGER NOT NULL,
  counting_activity_ordinal INTEGER NOT NULL
);

-- Money between organisations, each amount once (RULES 5). Paired anew at each commit. provider, receiver: one
-- organisation_number for all organisations with the same key. The money and the date are those of the provider's
-- transaction, else of the receiver's.
CREATE TABLE packed.transfer (
  provider INTEGER NOT NULL,
  receiver INTEGER NOT NULL,
  kind UINTEGER,         -- 'payment', 'commitment'
  confirmed_by UINTEGER, -- 'both', 'provider', 'receiver'
  date DATE NOT NULL,
  provider_source_number INTEGER,
  provider_transaction_ordinal INTEGER,
  receiver_source_number INTEGER,
  receiver_transaction_ordinal INTEGER
);
