-- SPDX-License-Identifier: Apache-2.0
-- fact: what sources state. derived: what follows from it. reference: the figures that ship with the program.
-- packed: the large tables of fact and derived, which there are views. Texts that repeat (codes, currencies, units)
-- are numbers there: a number costs a fifth of a text to write and less to keep.
-- The views of schema main are the stable face of a store (docs/formats/store.md); tables may change with the
-- schema version.
CREATE SCHEMA meta;
CREATE SCHEMA fact;
CREATE SCHEMA derived;
CREATE SCHEMA reference;
CREATE SCHEMA packed;

-- schema_version: of these files. reference_digest: of the figures in schema reference.
CREATE TABLE meta.property (name VARCHAR NOT NULL, value VARCHAR NOT NULL);

-- The texts behind the numbers of codes, as which all columns of type UINTEGER are meant. 0: no text, so that numbers
-- are never NULL and a view joins without exception.
CREATE TABLE packed.code (code_number UINTEGER NOT NULL, text VARCHAR);
INSERT INTO packed.code VALUES (0, NULL);

-- A folded text (kept::fold), which is left out where it is the text in lower case.
CREATE MACRO packed.folded(folded, text) AS coalesce(folded, lower(text));
