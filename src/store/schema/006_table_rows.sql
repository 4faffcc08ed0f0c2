-- SPDX-License-Identifier: Apache-2.0
-- Rows of organisation files, participant lists, lists of events, rates and indicator tables.
CREATE TABLE fact.organisation_budget (
  source_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  organisation VARCHAR,
  kind VARCHAR NOT NULL,
  recipient VARCHAR,
  status VARCHAR,
  period_start DATE,
  period_end DATE,
  value DECIMAL(28, 4),
  currency VARCHAR,
  value_date DATE
);

CREATE TABLE fact.participant (
  source_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  person VARCHAR,
  country VARCHAR,
  sex VARCHAR,
  birth_year INTEGER,
  programme VARCHAR,
  status VARCHAR,
  date DATE
);

CREATE TABLE fact.event (
  source_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  kind VARCHAR,
  date DATE,
  parties VARCHAR,
  title VARCHAR,
  document VARCHAR
);

CREATE TABLE fact.rate (
  source_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  currency VARCHAR NOT NULL,
  month VARCHAR NOT NULL,
  usd_per_unit DECIMAL(38, 28) NOT NULL,
  source VARCHAR
);

CREATE TABLE fact.observation (
  source_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  indicator VARCHAR NOT NULL,
  area VARCHAR NOT NULL,
  year INTEGER NOT NULL,
  sex VARCHAR,
  value DECIMAL(28, 8),
  lower DECIMAL(28, 8),
  upper DECIMAL(28, 8),
  unit VARCHAR
);
