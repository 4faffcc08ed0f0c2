#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the tables of IATI 2.02 and 2.01 in src/validate/schema from that of 2.03, by taking back what each version
brought.

usage: iati_schema_older.py FOLDER

FOLDER holds activities-2.03.txt and organisations-2.03.txt (made by iati_schema.py) and receives the others. Who has
the XML Schema of an older version can run iati_schema.py on it instead: the names of types will differ, not what they
hold. tests/oracle/schema_tables.py compares the two.

A change names a type (or `globals`), then its lines: `- LINE` goes, `+ LINE` comes at the end, `LINE => LINE` is
replaced. A line that is not there is an error."""

import pathlib
import re
import sys

CHANGES = {
    ("2.02", "activities"): """
globals
  - global dimension dimension
  - global tag tag
  + global document-link documentLinkBase
iati-activity
  - attribute budget-not-provided string optional
  - element tag tag 0 *
  element default-aid-type aidTypeBase 0 * => element default-aid-type aidTypeBase 0 1
participating-org
  - attribute crs-channel-code string optional
aidTypeBase
  - attribute vocabulary string optional
transaction
  element aid-type aidTypeBase 0 * => element aid-type aidTypeBase 0 1
documentLinkBase
  - element description descriptionBase 0 1
result
  - element document-link documentLinkResultBase 0 *
  - element reference result/reference 0 *
result/indicator
  - attribute aggregation-status boolean optional
  - element document-link documentLinkResultBase 0 *
  element baseline result/indicator/baseline 0 * => element baseline result/indicator/baseline 0 1
result/indicator/baseline
  - attribute iso-date date optional
  attribute value string optional => attribute value string required
  - element location resultLocationBase 0 *
  - element dimension dimension 0 *
  - element document-link documentLinkResultBase 0 *
result/indicator/period
  element target result/indicator/period/target 0 * => element target result/indicator/period/target 0 1
  element actual result/indicator/period/actual 0 * => element actual result/indicator/period/actual 0 1
result/indicator/period/target
  attribute value string optional => attribute value string required
  - element document-link documentLinkResultBase 0 *
result/indicator/period/actual
  attribute value string optional => attribute value string required
  - element document-link documentLinkResultBase 0 *
""",
    ("2.02", "organisations"): """
globals
  + global document-link documentLinkWithReceipientCountry
documentLinkWithReceipientCountry
  - element description descriptionBase 0 1
  - foreign-elements
  + foreign-elements
""",
    ("2.01", "activities"): """
globals
  - global humanitarian-scope humanitarian-scope
iati-activity
  - attribute humanitarian boolean optional
  - element humanitarian-scope humanitarian-scope 0 *
participating-org
  - attribute activity-id string optional
recipient-region
  - attribute vocabulary-uri anyURI optional
sector
  - attribute vocabulary-uri anyURI optional
policy-marker
  - attribute vocabulary-uri anyURI optional
  attribute significance string optional => attribute significance string required
budget
  - attribute status string optional
planned-disbursement
  - element provider-org planned-disbursement/provider-org 0 1
  - element receiver-org planned-disbursement/receiver-org 0 1
transaction
  - attribute humanitarian boolean optional
transaction/provider-org
  - attribute type string optional
transaction/receiver-org
  - attribute type string optional
transaction/sector
  - attribute vocabulary-uri anyURI optional
transaction/recipient-region
  - attribute vocabulary-uri anyURI optional
documentLinkBase
  - element document-date documentLinkBase/document-date 0 1
result/indicator
  - element reference result/indicator/reference 0 *
result/indicator/period/target
  - element location resultLocationBase 0 *
  - element dimension dimension 0 *
result/indicator/period/actual
  - element location resultLocationBase 0 *
  - element dimension dimension 0 *
crs-add
  - element channel-code xsd:string 0 1
""",
    ("2.01", "organisations"): """
globals
  - global recipient-region-budget recipient-region-budget
  - global total-expenditure total-expenditure
iati-organisation
  - element recipient-region-budget recipient-region-budget 0 *
  - element total-expenditure total-expenditure 0 *
total-budget
  - attribute status string optional
recipient-org-budget
  - attribute status string optional
recipient-country-budget
  - attribute status string optional
documentLinkWithReceipientCountry
  - element document-date documentLinkWithReceipientCountry/document-date 0 1
""",
}


def read(text):
    """Of a table: its comments, its line of the root, and type -> lines; those of the globals under `globals`."""
    comments, root, types, current = [], "", {"globals": []}, None
    for line in text.splitlines():
        if line.startswith("#"):
            comments.append(line)
        elif line.startswith("root "):
            root = line
        elif line.startswith("global "):
            types["globals"].append(line)
        elif line.startswith("type "):
            current = types[line[5:]] = []
        elif line:
            current.append(line.strip())
    return comments, root, types


def changed(types, changes):
    types = {name: list(lines) for name, lines in types.items()}
    lines = None
    for change in changes.strip().splitlines():
        if not change.startswith(" "):
            lines = types[change]
            continue
        change = change.strip()
        if change.startswith("+ "):
            lines.append(change[2:])
        elif change.startswith("- "):
            lines.remove(change[2:])
        else:
            old, new = change.split(" => ")
            lines[lines.index(old)] = new
    return types


def used(root, types):
    """The names of the types that can be reached."""
    waiting, found = [root.split()[2], *(line.split()[2] for line in types["globals"])], set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [line.split()[2] for line in types[name] if line.startswith("element ")]
    return found


def written(comments, root, types):
    lines = [*comments, root, *sorted(types["globals"])]
    for name in sorted(used(root, types)):
        lines += ["", f"type {name}", *(f"  {line}" for line in types[name])]
    return "\n".join(lines) + "\n"


def tables(folder):
    """(version, kind) -> the text of its table."""
    texts = {}
    for kind in ("activities", "organisations"):
        comments, root, types = read((folder / f"{kind}-2.03.txt").read_text(encoding="utf-8"))
        for version in ("2.02", "2.01"):
            types = changed(types, CHANGES[version, kind])
            own = [re.sub(r"IATI 2\.03", f"IATI {version}", line).replace(
                "iati_schema.py from the standard's XML Schema", "iati_schema_older.py from the table of 2.03") for line in comments]
            texts[version, kind] = written(own, root, types)
    return texts


def main():
    folder = pathlib.Path(sys.argv[1])
    for (version, kind), text in tables(folder).items():
        (folder / f"{kind}-{version}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
