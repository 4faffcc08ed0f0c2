-- SPDX-License-Identifier: Apache-2.0
-- Flows are wide on purpose: a question about money by place, sector, marker or month is a filter and a sum over this
-- one table.
CREATE TABLE derived.flow (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  transaction_ordinal INTEGER NOT NULL,
  iati_identifier VARCHAR,
  type VARCHAR,
  value_date DATE,
  place_kind VARCHAR NOT NULL,
  place VARCHAR NOT NULL,
  sector VARCHAR NOT NULL,
  value DECIMAL(18, 4),
  value_wide DECIMAL(28, 4),
  currency VARCHAR NOT NULL,
  usd DECIMAL(18, 4),
  usd_wide DECIMAL(28, 4),
  gender_marker VARCHAR,
  rmnch_marker VARCHAR
);

-- Activities of whose identifier another version counts (RULES 1). Decided anew at each commit.
CREATE TABLE derived.superseded (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  counting_source_number INTEGER NOT NULL,
  counting_activity_ordinal INTEGER NOT NULL
);

-- Money between organisations, each amount once (RULES 5). Paired anew at each commit.
CREATE TABLE derived.transfer (
  provider VARCHAR NOT NULL,
  receiver VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,         -- 'payment', 'commitment'
  confirmed_by VARCHAR NOT NULL, -- 'both', 'provider', 'receiver'
  date DATE NOT NULL,
  value DECIMAL(28, 4) NOT NULL,
  currency VARCHAR NOT NULL,
  usd DECIMAL(28, 4),
  provider_source_number INTEGER,
  provider_transaction_ordinal INTEGER,
  receiver_source_number INTEGER,
  receiver_transaction_ordinal INTEGER
);

-- What views share.
CREATE VIEW derived.activity_place AS
SELECT a.source_number, a.activity_ordinal, s.name AS source, s.illustrative, s.sha256, a.line, a.iati_identifier,
       d.source_number IS NOT NULL AS superseded
FROM fact.activity a
JOIN fact.source s USING (source_number)
LEFT JOIN derived.superseded d ON d.source_number = a.source_number AND d.activity_ordinal = a.activity_ordinal;

-- Stable across loads: the beginning of the source's SHA-256 and the transaction's number in the file, from 1.
CREATE MACRO derived.transaction_id(sha256, transaction_ordinal) AS
  substr(sha256, 1, 12) || '-' || (transaction_ordinal + 1);

-- An amount out of its two columns (004_transactions.sql).
CREATE MACRO derived.amount(narrow, wide) AS coalesce(wide, CAST(narrow AS DECIMAL(28, 4)));

-- Transactions with the reason that counts in the end: their own, else that their activity is superseded.
CREATE VIEW derived.transaction_record AS
SELECT t.* EXCLUDE (reason, raw_value, value, value_wide, usd, usd_wide),
       derived.amount(t.value, t.value_wide) AS value,
       derived.amount(t.usd, t.usd_wide) AS usd,
       derived.transaction_id(s.sha256, t.transaction_ordinal) AS transaction_id,
       s.name AS source,
       s.illustrative,
       coalesce(t.raw_value, rtrim(rtrim(CAST(derived.amount(t.value, t.value_wide) AS VARCHAR), '0'), '.'))
         AS raw_value,
       coalesce(t.reason, 'no rate') = 'no rate' AND d.source_number IS NULL AS counted,
       CASE WHEN coalesce(t.reason, 'no rate') = 'no rate' AND d.source_number IS NOT NULL THEN 'duplicate activity'
            ELSE t.reason END AS reason
FROM fact.transaction t
JOIN fact.source s USING (source_number)
LEFT JOIN derived.superseded d ON d.source_number = t.source_number AND d.activity_ordinal = t.activity_ordinal;
