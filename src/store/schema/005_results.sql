-- SPDX-License-Identifier: Apache-2.0
-- Results of activities. The numbers count within the activity, in the order of the file, from 1.
CREATE TABLE fact.result (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  result_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  type VARCHAR,
  title VARCHAR
);

CREATE TABLE fact.indicator (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  result_number INTEGER NOT NULL,
  indicator_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  measure VARCHAR,
  title VARCHAR,
  title_folded VARCHAR,
  reference_vocabulary VARCHAR,
  reference_code VARCHAR,
  reference_code_folded VARCHAR,
  ascending BOOLEAN NOT NULL
);

CREATE TABLE fact.indicator_period (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  indicator_number INTEGER NOT NULL,
  period_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  period_start DATE,
  period_end DATE
);

-- kind: 'baseline' (period_number NULL), 'target', 'actual'. sex: value of the dimension named so, in lower case.
CREATE TABLE fact.indicator_value (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  indicator_number INTEGER NOT NULL,
  period_number INTEGER,
  value_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  raw_value VARCHAR,
  value DECIMAL(28, 8),
  year VARCHAR,
  date DATE,
  sex VARCHAR
);

CREATE TABLE fact.dimension (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  value_number INTEGER NOT NULL,
  name VARCHAR,
  value VARCHAR
);
