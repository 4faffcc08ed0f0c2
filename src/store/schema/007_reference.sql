-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE reference.area (
  iso2 VARCHAR,
  iso3 VARCHAR,
  m49 VARCHAR,
  name_en VARCHAR,
  name_zh VARCHAR,
  name_ko VARCHAR,
  region VARCHAR,
  sub_region VARCHAR
);

CREATE TABLE reference.group_member (group_name VARCHAR NOT NULL, iso3 VARCHAR NOT NULL);

CREATE TABLE reference.code (list VARCHAR NOT NULL, code VARCHAR NOT NULL, name VARCHAR);

-- position: of several rates for one currency and month the last one counts.
CREATE TABLE reference.rate (
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  currency VARCHAR NOT NULL,
  month VARCHAR NOT NULL,
  usd_per_unit DECIMAL(38, 28) NOT NULL,
  source VARCHAR
);

CREATE TABLE reference.area_alias (iso3 VARCHAR NOT NULL, alias VARCHAR NOT NULL, alias_folded VARCHAR NOT NULL);

CREATE TABLE reference.aggregate (code VARCHAR NOT NULL, publisher VARCHAR NOT NULL, name VARCHAR NOT NULL);

CREATE TABLE reference.indicator_unit (
  id VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  base VARCHAR NOT NULL,
  per DOUBLE NOT NULL,
  share BOOLEAN NOT NULL
);

CREATE TABLE reference.indicator (
  id VARCHAR NOT NULL,
  name_en VARCHAR,
  name_zh VARCHAR,
  name_ko VARCHAR,
  unit VARCHAR NOT NULL,
  lower_is_better BOOLEAN NOT NULL,
  goal VARCHAR,
  target_year INTEGER,
  at_most DOUBLE,
  world_at_most DOUBLE,
  reduced_from INTEGER,
  reduced_by DOUBLE
);

CREATE TABLE reference.indicator_code (
  position INTEGER NOT NULL,
  indicator VARCHAR NOT NULL,
  scheme VARCHAR NOT NULL,
  code VARCHAR NOT NULL,
  conditions VARCHAR,
  unit VARCHAR
);

CREATE TABLE reference.income_group (
  line INTEGER NOT NULL,
  iso3 VARCHAR NOT NULL,
  fiscal_year VARCHAR NOT NULL,
  group_name VARCHAR NOT NULL
);

CREATE TABLE reference.series (
  id VARCHAR NOT NULL,
  publisher VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  published DATE NOT NULL,
  note VARCHAR
);

-- Of countries: both sexes, no breakdown, in the catalogue's unit.
CREATE TABLE reference.observation (
  line INTEGER NOT NULL,
  indicator VARCHAR NOT NULL,
  iso3 VARCHAR NOT NULL,
  year INTEGER NOT NULL,
  value DOUBLE NOT NULL,
  raw_value VARCHAR NOT NULL,
  series VARCHAR NOT NULL
);
