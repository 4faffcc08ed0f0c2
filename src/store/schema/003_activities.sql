-- SPDX-License-Identifier: Apache-2.0
-- One row per iati-activity, keyed by source_number and activity_ordinal, as are the tables of its parts.
CREATE TABLE packed.activity (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  iati_identifier VARCHAR USING COMPRESSION zstd,
  last_updated TIMESTAMP,
  default_currency UINTEGER,
  language UINTEGER,
  hierarchy UINTEGER,
  humanitarian BOOLEAN,
  reporting_org INTEGER, -- organisation_number
  reporting_org_type UINTEGER,
  secondary_reporter BOOLEAN NOT NULL,
  title VARCHAR USING COMPRESSION zstd,
  status UINTEGER,
  scope UINTEGER,
  collaboration_type UINTEGER,
  default_flow_type UINTEGER,
  default_finance_type UINTEGER,
  default_tied_status UINTEGER,
  capital_spend_percentage UINTEGER,
  conditions_attached BOOLEAN,
  gender_marker UINTEGER,
  rmnch_marker UINTEGER,
  -- Which organisations it names as its reporter, or as provider or receiver of one of its transactions: their
  -- numbers, packed (store/packed_numbers.hpp). Which activities a question about organisations can be about.
  parties BLOB USING COMPRESSION uncompressed
);

-- element: 'title' or 'description'.
CREATE TABLE packed.narrative (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  element UINTEGER,
  position INTEGER NOT NULL,
  text VARCHAR USING COMPRESSION zstd,
  language UINTEGER
);

CREATE TABLE packed.other_identifier (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  reference VARCHAR USING COMPRESSION zstd,
  type UINTEGER,
  owner_ref UINTEGER,
  owner_name UINTEGER
);

CREATE TABLE packed.activity_date (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  type UINTEGER,
  date DATE
);

CREATE TABLE packed.participating_org (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  organisation INTEGER, -- organisation_number
  role UINTEGER,
  type UINTEGER,
  activity_id VARCHAR
);

-- Countries, regions and sectors with their percentages as published. transaction_ordinal: NULL for the activity's own.
CREATE TABLE packed.share (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL USING COMPRESSION rle,
  transaction_ordinal INTEGER,
  kind UINTEGER, -- 'country', 'region', 'sector'
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  vocabulary UINTEGER,
  code UINTEGER,
  percentage UINTEGER
);

CREATE TABLE packed.location (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  reference VARCHAR,
  name VARCHAR USING COMPRESSION zstd,
  point VARCHAR USING COMPRESSION zstd,
  location_class UINTEGER,
  reach UINTEGER,
  exactness UINTEGER,
  feature_designation UINTEGER,
  administrative_code VARCHAR
);

-- Codes with a vocabulary. kind: 'tag', 'aid type' (transaction_ordinal NULL: the activity's default).
CREATE TABLE packed.classification (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  transaction_ordinal INTEGER,
  kind UINTEGER,
  vocabulary UINTEGER,
  code UINTEGER
);

CREATE TABLE packed.policy_marker (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  vocabulary UINTEGER,
  code UINTEGER,
  significance UINTEGER
);

CREATE TABLE packed.humanitarian_scope (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  type UINTEGER,
  vocabulary UINTEGER,
  code UINTEGER
);

-- value: NULL when raw_value is no number.
CREATE TABLE packed.budget (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  type UINTEGER,
  status UINTEGER,
  period_start DATE,
  period_end DATE,
  raw_value VARCHAR,
  value DECIMAL(28, 4),
  currency UINTEGER,
  value_date DATE
);

CREATE TABLE packed.planned_disbursement (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  type UINTEGER,
  period_start DATE,
  period_end DATE,
  raw_value VARCHAR,
  value DECIMAL(28, 4),
  currency UINTEGER,
  value_date DATE,
  provider INTEGER, -- organisation_number
  provider_activity_id VARCHAR,
  receiver INTEGER, -- organisation_number
  receiver_activity_id VARCHAR
);

CREATE TABLE packed.related_activity (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  position INTEGER NOT NULL,
  reference VARCHAR USING COMPRESSION zstd,
  type UINTEGER
);

-- categories: codes separated by blanks.
CREATE TABLE packed.document (
  source_number INTEGER NOT NULL,
  activity_ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  url VARCHAR USING COMPRESSION zstd,
  format UINTEGER,
  title VARCHAR USING COMPRESSION zstd,
  date UINTEGER,
  categories UINTEGER
);
