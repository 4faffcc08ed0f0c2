#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs `kept validate` over tests/rules/<rule>/{good,bad}_*.xml and compares the rules it reports with those expected.

usage: rules_test.py KEPT

A bad file expects its folder's rule once, a good file nothing. The comment at the beginning of a file may say otherwise:
"2 of 3.4.2, 1 of 3.4.1" is all that is expected then. Every rule that the program can report has a folder with both."""

import collections
import csv
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TABLES = HERE.parent.parent / "src" / "validate"
TODAY = "2025-01-01"
# Messages of the catalogue that are parts of others.
PARTS = {"code-list"}


def rules_of_catalogue():
    def column(table):
        with (TABLES / table).open(encoding="utf-8", newline="") as file:
            return {row["rule"] for row in csv.DictReader(file)}
    return (column("messages.csv") | column("code_list_rules.csv")) - PARTS


def expected(file):
    comment = re.search(r"<!--(.*?)-->", file.read_text(encoding="utf-8", errors="replace"), re.DOTALL)
    if comment is None:
        raise SystemExit(f"{file}: has no comment that says what it shows")
    said = {rule: int(count) for count, rule in re.findall(r"(\d+) of (\d+\.\d+\.\d+)", comment.group(1))}
    return said or ({file.parent.name: 1} if file.name.startswith("bad_") else {})


def found(kept, files):
    command = [kept, "validate", "--format", "json", "--today", TODAY, "--org-prefixes", str(HERE / "org_prefixes.txt")]
    process = subprocess.run(command + [str(file) for file in files], capture_output=True, text=True, encoding="utf-8")
    if process.returncode not in (0, 1):
        raise SystemExit(f"kept validate ended with {process.returncode}: {process.stderr}")
    return {pathlib.Path(report["file"]): report for report in json.loads(process.stdout)["files"]}


def folder_breaches(folders):
    rules = rules_of_catalogue()
    for name in sorted(rules - folders.keys()):
        yield f"{name}: the program can report this rule, and no folder shows it"
    for name, files in folders.items():
        if name not in rules:
            yield f"{name}: the program has no such rule"
        for kind in ("good", "bad"):
            if not any(file.name.startswith(kind + "_") for file in files):
                yield f"{name}: no {kind} file"
        for file in files:
            if not file.name.startswith(("good_", "bad_")):
                yield f"{name}/{file.name}: is neither good_… nor bad_…"
            elif (name in expected(file)) == file.name.startswith("good_"):
                yield f"{name}/{file.name}: its comment contradicts its name"


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folders = {folder.name: sorted(folder.iterdir()) for folder in sorted(HERE.iterdir()) if folder.is_dir()}
    breaches = list(folder_breaches(folders))
    files = [file for inside in folders.values() for file in inside]
    reports = found(sys.argv[1], files)
    for file in files:
        got = dict(collections.Counter(finding["rule"] for finding in reports[file]["findings"]))
        if got != expected(file):
            breaches.append(f"{file.relative_to(HERE)}: expected {expected(file)}, got {got}")
        elif reports[file]["rules_not_run"]:
            breaches.append(f"{file.relative_to(HERE)}: rules not run: {reports[file]['rules_not_run']}")
    print(*breaches, sep="\n")
    checks = len(folders) + len(files)
    print(f"{checks - len(breaches)} passed, {len(breaches)} failed")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
