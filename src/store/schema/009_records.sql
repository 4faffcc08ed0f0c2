-- SPDX-License-Identifier: Apache-2.0
-- What views share. The packed tables are views of fact and derived by now (store/schema.cpp).
CREATE VIEW derived.activity_place AS
SELECT a.source_number, a.activity_ordinal, s.name AS source, s.illustrative, s.sha256, a.line, a.iati_identifier,
       d.source_number IS NOT NULL AS superseded
FROM fact.activity a
JOIN fact.source s USING (source_number)
LEFT JOIN derived.superseded d ON d.source_number = a.source_number AND d.activity_ordinal = a.activity_ordinal;

-- Stable across loads: the beginning of the source's SHA-256 and the transaction's number in the file, from 1.
CREATE MACRO derived.transaction_id(sha256, transaction_ordinal) AS
  substr(sha256, 1, 12) || '-' || (transaction_ordinal + 1);

-- The reasons of transactions that count: none, or that only their USD is not known.
CREATE VIEW packed.counted_reason AS SELECT code_number FROM packed.code WHERE text IS NULL OR text = 'no rate';

-- An amount out of its two columns (004_transactions.sql).
CREATE MACRO derived.amount(narrow, wide) AS coalesce(wide, CAST(narrow AS DECIMAL(28, 4)));

-- All flows, in numbers; and who their transactions are between.
CREATE VIEW packed.flow AS
SELECT t.source_number, t.activity_ordinal, t.transaction_ordinal, t.type, t.provider, t.receiver, t.value_date, p.place_kind,
       p.place, p.sector, packed.part(p.value, t.value, p.per, t.value_steps, p.position) AS value, t.currency,
       packed.part(p.usd, t.usd, p.per, t.usd_steps, p.position) AS usd
FROM packed.transaction t
JOIN packed.split p ON p.source_number = t.source_number AND p.split = t.split;

-- Transfers with their money; number: the row's.
CREATE VIEW packed.valued_transfer AS
SELECT t.rowid AS number, t.*, derived.amount(m.value, m.value_wide) AS value, m.currency,
       derived.amount(m.usd, m.usd_wide) AS usd
FROM packed.transfer t
JOIN packed.transaction m ON m.source_number = coalesce(t.provider_source_number, t.receiver_source_number)
  AND m.transaction_ordinal = coalesce(t.provider_transaction_ordinal, t.receiver_transaction_ordinal);

-- Organisations are shown by their reference, those without one by their name.
CREATE MACRO derived.organisation_name(key, name) AS CASE WHEN starts_with(key, '~') THEN name ELSE key END;

-- Whom indicator values are about (005_results.sql).
CREATE VIEW derived.disaggregation AS SELECT DISTINCT dimensions, sex FROM fact.dimension;

-- Likewise a figure of an indicator (005_results.sql).
CREATE MACRO derived.figure(narrow, wide) AS coalesce(wide, CAST(narrow AS DECIMAL(28, 8)));

-- A number as sources write it where they write no more than needed.
CREATE MACRO derived.number_text(number) AS rtrim(rtrim(CAST(number AS VARCHAR), '0'), '.');

-- An amount with so many of its four decimals; NULL without their number.
CREATE MACRO derived.amount_text(amount, decimals) AS
  substr(CAST(amount AS VARCHAR), 1, length(CAST(amount AS VARCHAR)) - CASE decimals WHEN 0 THEN 5 ELSE 4 - decimals END);

-- The texts of transactions that have any, side by side.
CREATE VIEW derived.transaction_texts AS
SELECT source_number, transaction_ordinal, any_value(text) FILTER (kind = 'value') AS value,
       any_value(text) FILTER (kind = 'provider activity') AS provider_activity,
       any_value(text) FILTER (kind = 'receiver activity') AS receiver_activity
FROM fact.transaction_text
GROUP BY ALL;

-- Transactions with the reason that counts in the end: their own, else that their activity is superseded.
CREATE VIEW derived.transaction_record AS
SELECT t.* EXCLUDE (reason, value, value_wide, usd, usd_wide),
       a.iati_identifier,
       derived.amount(t.value, t.value_wide) AS value,
       derived.amount(t.usd, t.usd_wide) AS usd,
       derived.transaction_id(s.sha256, t.transaction_ordinal) AS transaction_id,
       s.name AS source,
       s.illustrative,
       coalesce(t.reason, 'no rate') = 'no rate' AND d.source_number IS NULL AS counted,
       CASE WHEN coalesce(t.reason, 'no rate') = 'no rate' AND d.source_number IS NOT NULL THEN 'duplicate activity'
            ELSE t.reason END AS reason
FROM fact.transaction t
JOIN packed.activity a ON a.source_number = t.source_number AND a.activity_ordinal = t.activity_ordinal
JOIN fact.source s ON s.source_number = t.source_number
LEFT JOIN derived.superseded d ON d.source_number = t.source_number AND d.activity_ordinal = t.activity_ordinal;
