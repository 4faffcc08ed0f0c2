-- SPDX-License-Identifier: Apache-2.0
-- The numbers count within an activity: join by source, iati_identifier and number.
CREATE VIEW results AS
SELECT p.source, x.line, p.iati_identifier, x.result_number, x.type, x.title
FROM fact.result x
JOIN derived.activity_place p USING (source_number, activity_ordinal);

CREATE VIEW indicators AS
SELECT p.source, x.line, p.iati_identifier, x.result_number, x.indicator_number, x.measure, x.title,
       x.reference_vocabulary, x.reference_code, x.ascending
FROM fact.indicator x
JOIN derived.activity_place p USING (source_number, activity_ordinal);

CREATE VIEW indicator_periods AS
SELECT p.source, x.line, p.iati_identifier, x.indicator_number, x.period_number, x.period_start, x.period_end
FROM fact.indicator_period x
JOIN derived.activity_place p USING (source_number, activity_ordinal);

CREATE VIEW indicator_values AS
SELECT p.source, v.line, p.iati_identifier, v.indicator_number, i.title AS indicator, v.period_number, d.period_start,
       d.period_end, v.value_number, v.kind,
       coalesce(v.raw_value, derived.number_text(derived.figure(v.value, v.value_wide))) AS raw_value,
       derived.figure(v.value, v.value_wide) AS value, v.year, v.date, disaggregation.sex
FROM fact.indicator_value v
JOIN derived.activity_place p USING (source_number, activity_ordinal)
JOIN fact.indicator i USING (source_number, activity_ordinal, indicator_number)
LEFT JOIN fact.indicator_period d USING (source_number, activity_ordinal, indicator_number, period_number)
LEFT JOIN derived.disaggregation ON disaggregation.dimensions = v.dimensions;

CREATE VIEW indicator_dimensions AS
SELECT p.source, p.line, p.iati_identifier, v.value_number, x.name, x.value
FROM packed.indicator_value v
JOIN fact.dimension x USING (dimensions)
JOIN derived.activity_place p USING (source_number, activity_ordinal);
