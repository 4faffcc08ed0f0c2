-- SPDX-License-Identifier: Apache-2.0
-- The stable views (docs/formats/store.md): their names and columns do not change within a schema version.
CREATE VIEW sources AS
SELECT s.name AS source, s.kind, s.version, s.generated,
       (SELECT string_agg(p.ref, ', ' ORDER BY p.ref) FROM fact.publisher p WHERE p.source_number = s.source_number)
         AS publishers, s.publication,
       s.sha256, s.size, s.illustrative, s.activities, s.transactions, s.first_date, s.last_date, s.loaded_at
FROM fact.source s;

CREATE VIEW activities AS
SELECT p.source, p.line, p.iati_identifier, coalesce(o.ref, o.name) AS reporting_org, a.title, a.status, p.superseded
FROM derived.activity_place p
JOIN fact.activity a USING (source_number, activity_ordinal)
LEFT JOIN fact.organisation o ON o.organisation_number = a.reporting_org;

CREATE VIEW transactions AS
SELECT t.transaction_id, t.source, t.line, t.iati_identifier, t.type, t.date, t.value, t.currency, t.value_date, t.usd,
       p.ref AS provider_ref, p.name AS provider_name, r.ref AS receiver_ref, r.name AS receiver_name,
       t.counted, t.reason
FROM derived.transaction_record t
LEFT JOIN fact.organisation p ON p.organisation_number = t.provider
LEFT JOIN fact.organisation r ON r.organisation_number = t.receiver;

-- Not by packed.flow: behind its computed columns the optimizer no longer sees how many rows there are.
CREATE VIEW flows AS
SELECT derived.transaction_id(s.sha256, t.transaction_ordinal) AS transaction_id, a.iati_identifier, type.text AS type,
       t.value_date, place_kind.text AS place_kind, place.text AS place, sector.text AS sector,
       packed.part(p.value, t.value, p.per, t.value_steps, p.position) AS value, currency.text AS currency,
       packed.part(p.usd, t.usd, p.per, t.usd_steps, p.position) AS usd,
       gender.text AS gender_marker, rmnch.text AS rmnch_marker
FROM packed.transaction t
JOIN packed.split p ON p.source_number = t.source_number AND p.split = t.split
JOIN packed.activity a ON a.source_number = t.source_number AND a.activity_ordinal = t.activity_ordinal
JOIN packed.code type ON type.code_number = t.type
JOIN packed.code place_kind ON place_kind.code_number = p.place_kind
JOIN packed.code place ON place.code_number = p.place
JOIN packed.code sector ON sector.code_number = p.sector
JOIN packed.code currency ON currency.code_number = t.currency
JOIN packed.code gender ON gender.code_number = a.gender_marker
JOIN packed.code rmnch ON rmnch.code_number = a.rmnch_marker
JOIN fact.source s ON s.source_number = t.source_number
ANTI JOIN derived.superseded d ON d.source_number = t.source_number AND d.activity_ordinal = t.activity_ordinal;

CREATE VIEW observations AS
SELECT o.indicator, o.area, o.year, o.sex, o.value, o.lower, o.upper, o.unit, s.name AS source
FROM fact.observation o
JOIN fact.source s USING (source_number);

CREATE VIEW findings AS
SELECT f.rule, f.severity, s.name AS source, f.line, f.iati_identifier, f.message, f.amount, f.currency
FROM fact.finding f
JOIN fact.source s USING (source_number);

CREATE VIEW transfers AS
SELECT derived.organisation_name(payer.key, payer.name) AS provider,
       derived.organisation_name(payee.key, payee.name) AS receiver, kind.text AS kind, t.date, t.value,
       currency.text AS currency, t.usd, confirmed_by.text AS confirmed_by,
       derived.transaction_id(p.sha256, t.provider_transaction_ordinal) AS provider_transaction_id,
       derived.transaction_id(r.sha256, t.receiver_transaction_ordinal) AS receiver_transaction_id
FROM packed.valued_transfer t
JOIN packed.code kind ON kind.code_number = t.kind
JOIN packed.code currency ON currency.code_number = t.currency
JOIN packed.code confirmed_by ON confirmed_by.code_number = t.confirmed_by
JOIN fact.organisation payer ON payer.organisation_number = t.provider
JOIN fact.organisation payee ON payee.organisation_number = t.receiver
LEFT JOIN fact.source p ON p.source_number = t.provider_source_number
LEFT JOIN fact.source r ON r.source_number = t.receiver_source_number;
