#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compiles the rules on code lists out of the official validator's list of rules.

usage: code_list_rules.py VALIDATOR_RULES.csv > src/validate/code_list_rules.csv

Of each rule with a code list: its id, the path of the attribute from iati-activity or iati-organisation on (from the root
for those of the root), the list, the vocabularies under which it holds ("-" stands for: none given), whether the vocabulary
is the parent's, and a version in which it does not hold."""

import csv
import re
import sys


# In the official validator's answers, and not in its list.
FURTHER = [["9.130.1", "iati-activity/tag/@code", "UNSDG-Targets", "3", "", "", "classifications"]]


def main():
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["rule", "path", "list", "vocabularies", "of_parent", "not_in", "category"])
    with open(sys.argv[1], encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            found = re.search(r"codeListFail\(\., '([^']+)'", row["Test (Xpath)"])
            if not re.fullmatch(r"9\.\d+\.1", row["ID"]) or not found or row["V2"] != "YES":
                continue
            path = row["Context (Xpath)"].strip()
            condition = re.search(r"\[(.*?)\]", path)
            vocabularies, of_parent = "", ""
            if condition:
                values = re.findall(r"'([^']+)'", condition.group(1))
                vocabularies = " ".join(values + (["-"] if "not(@vocabulary)" in condition.group(1) else []))
                of_parent = "yes" if "../" in condition.group(1) else ""
            not_in = "2.03" if "$iati-version != '2.03'" in row["Test (Xpath)"] else ""
            writer.writerow([row["ID"], re.sub(r"\[.*?\]", "", path).lstrip("/"), found.group(1), vocabularies, of_parent,
                             not_in, row["Class"]])
    writer.writerows(FURTHER)


if __name__ == "__main__":
    main()
