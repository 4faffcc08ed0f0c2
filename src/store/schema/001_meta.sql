-- SPDX-License-Identifier: Apache-2.0
-- fact: what sources state. derived: what follows from it. reference: the figures that ship with the program.
-- The views of schema main are the stable face of a store (docs/formats/store.md); tables may change with the
-- schema version.
CREATE SCHEMA meta;
CREATE SCHEMA fact;
CREATE SCHEMA derived;
CREATE SCHEMA reference;

-- schema_version: of these files. reference_digest: of the figures in schema reference.
CREATE TABLE meta.property (name VARCHAR NOT NULL, value VARCHAR NOT NULL);
