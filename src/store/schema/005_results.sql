-- SPDX-License-Identifier: Apache-2.0
-- Results of activities. The numbers count within the activity, in the order of the file, from 1.
CREATE TABLE packed.result (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  result_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  type UINTEGER,
  title VARCHAR
);

CREATE TABLE packed.indicator (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  result_number INTEGER NOT NULL,
  indicator_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  measure UINTEGER,
  title VARCHAR,
  title_folded VARCHAR, -- see packed.folded
  reference_vocabulary UINTEGER,
  reference_code VARCHAR,
  reference_code_folded VARCHAR,
  ascending BOOLEAN NOT NULL
);

CREATE TABLE packed.indicator_period (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  indicator_number INTEGER NOT NULL,
  period_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  period_start DATE,
  period_end DATE
);

-- kind: 'baseline' (period_number NULL), 'target', 'actual'. dimensions: see packed.dimension; 0: not disaggregated.
CREATE TABLE packed.indicator_value (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL USING COMPRESSION rle,
  indicator_number INTEGER NOT NULL,
  period_number INTEGER,
  value_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  kind UINTEGER,
  raw_value VARCHAR,
  value DECIMAL(18, 8),
  value_wide DECIMAL(28, 8),
  year UINTEGER,
  date DATE,
  dimensions INTEGER NOT NULL
);

-- What values are disaggregated by, each list of dimensions once (or again where threads met it at once). Not of one
-- source, as packed.terms. sex, the same in all rows of a list: value of its first dimension named so, in lower case.
CREATE TABLE packed.dimension (
  dimensions INTEGER NOT NULL,
  name UINTEGER,
  value UINTEGER,
  sex UINTEGER
);
