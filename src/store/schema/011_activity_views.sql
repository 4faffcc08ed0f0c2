-- SPDX-License-Identifier: Apache-2.0
-- Everything else that an activity states, as published. `line` is the record's, or the activity's where the record
-- has none of its own.
CREATE VIEW activity_details AS
SELECT p.source, p.line, p.iati_identifier, a.last_updated, a.default_currency, a.language, a.hierarchy,
       a.humanitarian, o.ref AS reporting_org_ref, o.name AS reporting_org_name, a.reporting_org_type,
       a.secondary_reporter, a.scope, a.collaboration_type, a.default_flow_type, a.default_finance_type,
       a.default_tied_status, a.capital_spend_percentage, a.conditions_attached, a.gender_marker, a.rmnch_marker
FROM derived.activity_place p
JOIN fact.activity a USING (source_number, activity_ordinal)
LEFT JOIN fact.organisation o ON o.organisation_number = a.reporting_org;

CREATE VIEW transaction_details AS
SELECT t.transaction_id, t.source, t.line, t.iati_identifier, t.reference, t.description,
       coalesce(x.value, derived.amount_text(t.value, m.decimals)) AS raw_value,
       m.published_currency, t.published_value_date, u.usd_per_unit AS rate, u.month AS rate_month,
       p.key AS provider_key, m.provider_type, x.provider_activity AS provider_activity_id,
       r.key AS receiver_key, m.receiver_type, x.receiver_activity AS receiver_activity_id,
       m.disbursement_channel, m.flow_type, m.finance_type, m.tied_status, m.humanitarian
FROM derived.transaction_record t
JOIN packed.terms m ON m.terms = t.terms
JOIN packed.usd_rate u ON u.rate = t.rate
LEFT JOIN derived.transaction_texts x ON x.source_number = t.source_number AND x.transaction_ordinal = t.transaction_ordinal
LEFT JOIN fact.organisation p ON p.organisation_number = t.provider
LEFT JOIN fact.organisation r ON r.organisation_number = t.receiver;

CREATE VIEW narratives AS
SELECT p.source, p.line, p.iati_identifier, n.element, n.position, n.text, n.language
FROM fact.narrative n
JOIN derived.activity_place p USING (source_number, activity_ordinal);

CREATE VIEW other_identifiers AS
SELECT p.source, p.line, p.iati_identifier, i.reference, i.type, i.owner_ref, i.owner_name
FROM fact.other_identifier i
JOIN derived.activity_place p USING (source_number, activity_ordinal);

CREATE VIEW activity_dates AS
SELECT p.source, p.line, p.iati_identifier, d.type, d.date
FROM fact.activity_date d
JOIN derived.activity_place p USING (source_number, activity_ordinal);

CREATE VIEW participating_orgs AS
SELECT p.source, p.line, p.iati_identifier, x.role, o.ref, o.name, x.type, x.activity_id
FROM fact.participating_org x
JOIN derived.activity_place p USING (source_number, activity_ordinal)
LEFT JOIN fact.organisation o ON o.organisation_number = x.organisation;

CREATE VIEW recipient_places AS
SELECT p.source, x.line, p.iati_identifier,
       derived.transaction_id(p.sha256, x.transaction_ordinal) AS transaction_id,
       x.kind, x.vocabulary, x.code, x.percentage
FROM fact.share x
JOIN derived.activity_place p USING (source_number, activity_ordinal)
WHERE x.kind IN ('country', 'region');

CREATE VIEW sectors AS
SELECT p.source, x.line, p.iati_identifier,
       derived.transaction_id(p.sha256, x.transaction_ordinal) AS transaction_id,
       x.vocabulary, x.code, x.percentage
FROM fact.share x
JOIN derived.activity_place p USING (source_number, activity_ordinal)
WHERE x.kind = 'sector';

CREATE VIEW locations AS
SELECT p.source, x.line, p.iati_identifier, x.reference, x.name, x.point,
       TRY_CAST(string_split_regex(trim(x.point), '\s+')[1] AS DOUBLE) AS latitude,
       TRY_CAST(string_split_regex(trim(x.point), '\s+')[2] AS DOUBLE) AS longitude,
       x.location_class, x.reach, x.exactness, x.feature_designation, x.administrative_code
FROM fact.location x
JOIN derived.activity_place p USING (source_number, activity_ordinal);

CREATE VIEW tags AS
SELECT p.source, p.line, p.iati_identifier, x.vocabulary, x.code
FROM fact.classification x
JOIN derived.activity_place p USING (source_number, activity_ordinal)
WHERE x.kind = 'tag';

CREATE VIEW aid_types AS
SELECT p.source, p.line, p.iati_identifier,
       derived.transaction_id(p.sha256, x.transaction_ordinal) AS transaction_id,
       x.vocabulary, x.code
FROM fact.classification x
JOIN derived.activity_place p USING (source_number, activity_ordinal)
WHERE x.kind = 'aid type';

CREATE VIEW policy_markers AS
SELECT p.source, x.line, p.iati_identifier, x.vocabulary, x.code, x.significance
FROM fact.policy_marker x
JOIN derived.activity_place p USING (source_number, activity_ordinal);

CREATE VIEW humanitarian_scopes AS
SELECT p.source, p.line, p.iati_identifier, x.type, x.vocabulary, x.code
FROM fact.humanitarian_scope x
JOIN derived.activity_place p USING (source_number, activity_ordinal);

-- counts: RULES 3: where periods overlap, a revised budget (type 2) replaces the original (type 1).
CREATE VIEW budgets AS
SELECT p.source, b.line, p.iati_identifier, b.type, b.status, b.period_start, b.period_end, b.raw_value, b.value,
       b.currency, b.value_date,
       b.value IS NOT NULL AND b.currency IS NOT NULL AND NOT p.superseded
         AND NOT (coalesce(b.type, '1') = '1' AND EXISTS (
           SELECT 1 FROM fact.budget r
           WHERE r.source_number = b.source_number AND r.activity_ordinal = b.activity_ordinal AND r.type = '2'
             AND r.period_start <= b.period_end AND r.period_end >= b.period_start)) AS counts
FROM fact.budget b
JOIN derived.activity_place p USING (source_number, activity_ordinal);

CREATE VIEW planned_disbursements AS
SELECT p.source, d.line, p.iati_identifier, d.type, d.period_start, d.period_end, d.raw_value, d.value, d.currency,
       d.value_date, x.ref AS provider_ref, x.name AS provider_name, d.provider_activity_id,
       r.ref AS receiver_ref, r.name AS receiver_name, d.receiver_activity_id
FROM fact.planned_disbursement d
JOIN derived.activity_place p USING (source_number, activity_ordinal)
LEFT JOIN fact.organisation x ON x.organisation_number = d.provider
LEFT JOIN fact.organisation r ON r.organisation_number = d.receiver;

CREATE VIEW related_activities AS
SELECT p.source, p.line, p.iati_identifier, x.type, x.reference
FROM fact.related_activity x
JOIN derived.activity_place p USING (source_number, activity_ordinal);

CREATE VIEW documents AS
SELECT p.source, x.line, p.iati_identifier, x.url, x.format, x.title, x.date, x.categories
FROM fact.document x
JOIN derived.activity_place p USING (source_number, activity_ordinal);
