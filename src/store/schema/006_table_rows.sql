-- SPDX-License-Identifier: Apache-2.0
-- Rows of organisation files, participant lists, lists of events, rates and indicator tables.
CREATE TABLE packed.organisation_budget (
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

CREATE TABLE packed.participant (
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

CREATE TABLE packed.event (
  source_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  kind VARCHAR,
  date DATE,
  parties VARCHAR,
  title VARCHAR,
  document VARCHAR
);

CREATE TABLE packed.rate (
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
CREATE TABLE packed.observation (
  source_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  indicator UINTEGER,
  in_catalogue BOOLEAN NOT NULL,
  area UINTEGER,
  area_kind UINTEGER,
  year INTEGER NOT NULL,
  period UINTEGER,
  sex UINTEGER,
  breakdown UINTEGER,
  value DOUBLE,
  lower DOUBLE,
  upper DOUBLE,
  unit UINTEGER,
  raw_value VARCHAR,
  status UINTEGER
);

CREATE TABLE packed.income_group (
  source_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  iso3 VARCHAR NOT NULL,
  fiscal_year VARCHAR NOT NULL,
  group_name VARCHAR NOT NULL
);
