-- SPDX-License-Identifier: Apache-2.0
-- One row per iati-activity, keyed by source_number and activity_ordinal, as are the tables of its parts.
CREATE TABLE fact.activity (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  iati_identifier VARCHAR,
  last_updated TIMESTAMP,
  default_currency VARCHAR,
  language VARCHAR,
  hierarchy VARCHAR,
  humanitarian BOOLEAN,
  reporting_org INTEGER, -- organisation_number
  reporting_org_type VARCHAR,
  secondary_reporter BOOLEAN NOT NULL,
  title VARCHAR,
  status VARCHAR,
  scope VARCHAR,
  collaboration_type VARCHAR,
  default_flow_type VARCHAR,
  default_finance_type VARCHAR,
  default_tied_status VARCHAR,
  capital_spend_percentage VARCHAR,
  conditions_attached BOOLEAN,
  gender_marker VARCHAR,
  rmnch_marker VARCHAR
);

-- element: 'title' or 'description'.
CREATE TABLE fact.narrative (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  element VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  text VARCHAR,
  language VARCHAR
);

CREATE TABLE fact.other_identifier (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  reference VARCHAR,
  type VARCHAR,
  owner_ref VARCHAR,
  owner_name VARCHAR
);

CREATE TABLE fact.activity_date (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  type VARCHAR,
  date DATE
);

CREATE TABLE fact.participating_org (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  organisation INTEGER, -- organisation_number
  role VARCHAR,
  type VARCHAR,
  activity_id VARCHAR
);

-- Countries, regions and sectors with their percentages as published. transaction_ordinal: NULL for the activity's own.
CREATE TABLE fact.share (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  transaction_ordinal INTEGER,
  kind VARCHAR NOT NULL, -- 'country', 'region', 'sector'
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  vocabulary VARCHAR,
  code VARCHAR,
  percentage VARCHAR
);

CREATE TABLE fact.location (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  reference VARCHAR,
  name VARCHAR,
  point VARCHAR,
  location_class VARCHAR,
  reach VARCHAR,
  exactness VARCHAR,
  feature_designation VARCHAR,
  administrative_code VARCHAR
);

-- Codes with a vocabulary. kind: 'tag', 'aid type' (transaction_ordinal NULL: the activity's default).
CREATE TABLE fact.classification (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  transaction_ordinal INTEGER,
  kind VARCHAR NOT NULL,
  vocabulary VARCHAR,
  code VARCHAR
);

CREATE TABLE fact.policy_marker (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  vocabulary VARCHAR,
  code VARCHAR,
  significance VARCHAR
);

CREATE TABLE fact.humanitarian_scope (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  type VARCHAR,
  vocabulary VARCHAR,
  code VARCHAR
);

-- value: NULL when raw_value is no number.
CREATE TABLE fact.budget (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  type VARCHAR,
  status VARCHAR,
  period_start DATE,
  period_end DATE,
  raw_value VARCHAR,
  value DECIMAL(28, 4),
  currency VARCHAR,
  value_date DATE
);

CREATE TABLE fact.planned_disbursement (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  type VARCHAR,
  period_start DATE,
  period_end DATE,
  raw_value VARCHAR,
  value DECIMAL(28, 4),
  currency VARCHAR,
  value_date DATE,
  provider INTEGER, -- organisation_number
  provider_activity_id VARCHAR,
  receiver INTEGER, -- organisation_number
  receiver_activity_id VARCHAR
);

CREATE TABLE fact.related_activity (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  position INTEGER NOT NULL,
  reference VARCHAR,
  type VARCHAR
);

-- categories: codes separated by blanks.
CREATE TABLE fact.document (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  url VARCHAR,
  format VARCHAR,
  title VARCHAR,
  date VARCHAR,
  categories VARCHAR
);
