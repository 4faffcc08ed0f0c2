-- SPDX-License-Identifier: Apache-2.0
-- modified (nanoseconds since 1970), inode, device: what the file system told of the file when it was read; NULL where
-- the file changed meanwhile. settled: whether every change since then would show in them.
-- The last four columns are sums over the source's facts, filled when a load commits.
CREATE TABLE fact.source (
  source_number INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  location VARCHAR NOT NULL,
  sha256 VARCHAR NOT NULL,
  size BIGINT NOT NULL,
  modified BIGINT,
  inode BIGINT,
  device BIGINT,
  settled BOOLEAN,
  kind VARCHAR NOT NULL,
  version VARCHAR,
  publication VARCHAR,
  generated TIMESTAMP,
  illustrative BOOLEAN NOT NULL,
  loaded_at TIMESTAMP NOT NULL,
  activities BIGINT,
  transactions BIGINT,
  first_date DATE,
  last_date DATE
);

CREATE TABLE fact.publisher (source_number INTEGER NOT NULL, ref VARCHAR NOT NULL);

-- The names of the organisations that report a source's activities; filled when a load commits.
CREATE TABLE fact.publisher_name (source_number INTEGER NOT NULL, name VARCHAR NOT NULL);

-- Organisations as activities and transactions name them, once per source (again where there are very many).
-- key: by which organisations are equal (RULES 1): the reference in upper case, or '~' and the folded name; NULL here
-- where it is the reference as it stands, or where there is none. name_folded: NULL where it is the name in lower case.
CREATE TABLE packed.organisation (
  source_number INTEGER NOT NULL,
  organisation_number INTEGER NOT NULL,
  ref VARCHAR,
  name VARCHAR USING COMPRESSION zstd,
  key VARCHAR,
  name_folded VARCHAR
);

CREATE VIEW fact.organisation AS
SELECT source_number, organisation_number, ref, name, coalesce(key, ref, '~' || packed.folded(name_folded, name)) AS key,
       packed.folded(name_folded, name) AS name_folded
FROM packed.organisation;

-- origin: 'read' with the source's facts, 'commit' when sources are compared with each other.
CREATE TABLE packed.finding (
  source_number INTEGER NOT NULL,
  origin UINTEGER,
  rule UINTEGER,
  severity UINTEGER,
  line INTEGER NOT NULL,
  iati_identifier VARCHAR,
  message VARCHAR,
  amount DECIMAL(28, 4),
  currency UINTEGER
);
