-- SPDX-License-Identifier: Apache-2.0
CREATE VIEW organisation_budgets AS
SELECT s.name AS source, b.line, b.organisation, b.kind, b.recipient, b.status, b.period_start, b.period_end, b.value,
       b.currency, b.value_date
FROM fact.organisation_budget b
JOIN fact.source s USING (source_number);

CREATE VIEW participants AS
SELECT s.name AS source, p.line, p.person, p.country, p.sex, p.birth_year, p.programme, p.status, p.date
FROM fact.participant p
JOIN fact.source s USING (source_number);

CREATE VIEW events AS
SELECT s.name AS source, e.line, e.kind, e.date, e.parties, e.title, e.document
FROM fact.event e
JOIN fact.source s USING (source_number);

-- Shipped rates (line 0) and loaded ones; for one currency and month a loaded rate goes before a shipped one.
CREATE VIEW rates AS
SELECT r.currency, r.month, CAST(r.usd_per_unit AS DECIMAL(28, 18)) AS usd_per_unit, r.source, r.line
FROM reference.rate r
UNION ALL
SELECT r.currency, r.month, CAST(r.usd_per_unit AS DECIMAL(28, 18)), s.name, r.line
FROM fact.rate r
JOIN fact.source s USING (source_number);

CREATE VIEW areas AS
SELECT iso2, iso3, m49, name_en, name_zh, name_ko, region, sub_region FROM reference.area;

CREATE VIEW area_groups AS
SELECT g.group_name, g.iso3, a.iso2, a.name_en
FROM reference.group_member g
LEFT JOIN reference.area a USING (iso3);

CREATE VIEW codes AS
SELECT list, code, name FROM reference.code;
