#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares what `kept load --rules` says of IATI files with what `kept validate` says of them: the same rules in the same
lines. The files are those of tests/rules that are of older versions or of another namespace, and the shared ones where they
are at hand.

usage: rules_in_load.py KEPT

Left out are what the load leaves to others (identifiers that stand twice, the order of the root's children: none in these
files), and rules on dates in the future, which the load measures by the file's own day."""

import collections
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parents[1]
SHARED = TESTS.parents[1] / "shared"
BY_THE_DAY = {"11.1.1", "11.1.4", "11.1.5", "11.2.1", "11.2.2"}
OF_THE_FILE = {"1.1.2", "0.1.1", "0.2.1"}


def judged_by_load(kept, file, folder):
    store = folder / "test.kept"
    store.unlink(missing_ok=True)
    subprocess.run([kept, "load", "--quiet", "--rules", "--store", store, file], check=True)
    out = subprocess.run([kept, "query", "--store", store, "--format", "csv",
                          "SELECT rule, line FROM findings WHERE rule[1] BETWEEN '0' AND '9'"],
                         check=True, capture_output=True, text=True).stdout
    return collections.Counter((row["rule"], int(row["line"])) for row in csv.DictReader(io.StringIO(out)))


def judged_by_validate(kept, file):
    out = subprocess.run([kept, "validate", "--format", "json", file], capture_output=True, text=True).stdout
    return collections.Counter((finding["rule"], finding["line"]) for finding in json.loads(out)["files"][0]["findings"])


def main():
    kept = sys.argv[1]
    own = [file for file in sorted(TESTS.glob("rules/*/*.xml"))
           if re.search(rb'<iati-activities version="2.0[12]"|xmlns="', file.read_bytes())]
    files = own + sorted(SHARED.glob("data/iati*/*.xml")) + sorted(SHARED.glob("conformance/rules/iati-act*.xml"))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            if not re.search(rb"<iati-activity[\s>]", file.read_bytes()):
                continue  # there is nothing to load
            validated = judged_by_validate(kept, file)
            if any(rule in ("0.1.1", "0.2.1") for rule, _ in validated):
                continue  # nothing else is said of such a file
            loaded = judged_by_load(kept, file, pathlib.Path(folder))
            for counts in (validated, loaded):
                for rule, line in list(counts):
                    if rule in BY_THE_DAY | OF_THE_FILE:
                        del counts[rule, line]
            if validated != loaded:
                failed += 1
                print(f"{file.name}: only validate {validated - loaded}, only load {loaded - validated}")
    print(f"{len(files) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
