-- SPDX-License-Identifier: Apache-2.0
-- Observations with everything that their sources say.
CREATE VIEW observation_details AS
SELECT s.name AS source, o.line, o.indicator, o.in_catalogue, o.area, o.area_kind, o.year, o.period, o.sex, o.breakdown,
       o.value, o.lower, o.upper, o.unit, o.raw_value, o.status, s.generated AS published, s.illustrative
FROM fact.observation o
JOIN fact.source s USING (source_number);

CREATE VIEW shipped_observations AS
SELECT o.indicator, o.iso3 AS area, o.year, o.value, i.unit, o.series, s.publisher, s.title, s.published, s.note, o.line
FROM reference.observation o
JOIN reference.series s ON s.id = o.series
JOIN reference.indicator i ON i.id = o.indicator;

-- The figures that questions use: countries, both sexes, no breakdown, with a value; loaded and shipped.
CREATE VIEW derived.loaded_figure AS
SELECT o.indicator, o.area, o.year, o.value, o.lower, o.upper, o.raw_value, o.period, s.name AS source, o.line,
       coalesce(s.publication, s.name) AS publication, s.generated::DATE AS published, false AS shipped, s.illustrative,
       o.source_number
FROM fact.observation o
JOIN fact.source s USING (source_number)
WHERE o.in_catalogue AND o.area_kind = 'country' AND o.sex = '_T' AND o.breakdown IS NULL AND o.value IS NOT NULL;

CREATE VIEW derived.shipped_figure AS
SELECT o.indicator, o.iso3 AS area, o.year, o.value, NULL::DOUBLE AS lower, NULL::DOUBLE AS upper, o.raw_value,
       NULL::VARCHAR AS period, 'data/observations.csv' AS source, o.line,
       s.publisher || ', ' || s.title AS publication, s.published, true AS shipped, false AS illustrative,
       NULL::INTEGER AS source_number
FROM reference.observation o
JOIN reference.series s ON s.id = o.series;

CREATE VIEW derived.figure AS
SELECT * FROM derived.loaded_figure
UNION ALL
SELECT * FROM derived.shipped_figure;

CREATE VIEW indicator_catalogue AS
SELECT i.id, i.name_en, i.name_zh, i.name_ko, i.unit, u.name AS unit_name, i.lower_is_better, i.goal, i.target_year,
       i.at_most, i.world_at_most, i.reduced_from, i.reduced_by
FROM reference.indicator i
JOIN reference.indicator_unit u ON u.id = i.unit;

CREATE VIEW indicator_codes AS
SELECT indicator, scheme, code, conditions, unit FROM reference.indicator_code;

-- Shipped income groups (source NULL) and loaded ones.
CREATE VIEW income_groups AS
SELECT NULL AS source, line, iso3, fiscal_year, group_name FROM reference.income_group
UNION ALL
SELECT s.name, g.line, g.iso3, g.fiscal_year, g.group_name
FROM fact.income_group g
JOIN fact.source s USING (source_number);

CREATE VIEW aggregates AS
SELECT code, publisher, name FROM reference.aggregate;

CREATE VIEW area_names AS
SELECT iso3, name_en AS name FROM reference.area
UNION ALL
SELECT iso3, alias FROM reference.area_alias;
