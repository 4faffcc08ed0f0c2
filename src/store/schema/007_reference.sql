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
