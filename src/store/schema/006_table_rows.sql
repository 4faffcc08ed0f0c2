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

-- Statistics are estimates: binary floating point, which prints as the shortest text that reads back. indicator: of
-- the catalogue, else the source's code. area: alpha-3 of countries, else as published. breakdown: every dimension
-- besides sex that is not a total.
CREATE TABLE fact.observation (
  source_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  indicator VARCHAR,
  in_catalogue BOOLEAN NOT NULL,
  area VARCHAR,
  area_kind VARCHAR NOT NULL,
  year INTEGER NOT NULL,
  period VARCHAR,
  sex VARCHAR,
  breakdown VARCHAR,
  value DOUBLE,
  lower DOUBLE,
  upper DOUBLE,
  unit VARCHAR,
  raw_value VARCHAR,
  status VARCHAR
);

CREATE TABLE fact.income_group (
  source_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  iso3 VARCHAR NOT NULL,
  fiscal_year VARCHAR NOT NULL,
  group_name VARCHAR NOT NULL
);
