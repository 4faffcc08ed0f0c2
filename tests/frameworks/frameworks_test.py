#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Whole frameworks from sources to verdicts, compared with numbers that were worked out by hand.

usage: frameworks_test.py KEPT illustrative|unhcr-2023

Exit 0 when all agree, 1 with a line for each that does not, 77 where the shared data is not at hand."""

import json
import pathlib
import subprocess
import sys
import tempfile
from decimal import Decimal

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CENT = Decimal("0.01")


class Program:
    def __init__(self, kept, folder):
        self.kept, self.store = kept, str(pathlib.Path(folder) / "test.kept")

    def run(self, *arguments):
        return subprocess.run([self.kept, *map(str, arguments), "--store", self.store], check=True,
                              capture_output=True, text=True).stdout

    def report(self, ledger, as_of):
        answer = self.run("report", "--ledger", ledger, "--as-of", as_of, "--format", "json")
        return {s["id"]: s for s in json.loads(answer, parse_float=Decimal, parse_int=Decimal)["statements"]}


def differences(statement, expected):
    for key, wanted in expected.items():
        found = statement[key]
        if key in ("target", "low", "central", "high", "expected", "double_counted") and wanted is not None:
            if found is None or abs(found - Decimal(wanted)) > CENT:
                yield f"{statement['id']}: {key} is {found}, worked out by hand {wanted}"
        elif found != wanted:
            yield f"{statement['id']}: {key} is {found}, worked out by hand {wanted}"


def illustrative(program):
    expected = json.loads((HERE / "illustrative_expected.json").read_text())
    folder = ROOT / "examples" / "illustrative"
    program.run("load", "--quiet", folder)
    found = program.report(folder, expected["as_of"])
    if found.keys() != expected["statements"].keys():
        yield f"other statements: {sorted(found.keys() ^ expected['statements'].keys())}"
    for key, wanted in expected["statements"].items():
        yield from differences(found[key], wanted)


def unhcr_2023(program):
    source = ROOT.parent / "shared" / "data" / "iati" / "unhcr-2023.xml"
    if not source.exists():
        print("skipped: the shared data is not here")
        sys.exit(77)
    ledger = HERE / "unhcr-2023"
    program.run("load", "--quiet", source)
    lines = source.read_text(encoding="utf-8").splitlines()
    found = program.report(ledger, "2026-06-30")
    for key, amount, count, name in (("china-to-unhcr", "2775114.00", 13, "Government of China"),
                                     ("korea-to-unhcr", "30323454.77", 35, "KR-GOV-010")):
        yield from differences(found[key], {"central": amount, "unit": "USD", "low": "0", "high": amount})
        trail = json.loads(program.run("explain", "--ledger", ledger, "--as-of", "2026-06-30", "--format", "json", key))["trail"]
        counted = [entry for entry in trail if entry["role"] == "reported"]
        if len(counted) != count:
            yield f"{key}: {len(counted)} facts counted, expected {count}"
        for entry in counted:
            start = entry["line"] - 1
            end = next(i for i in range(start, len(lines)) if "</transaction>" in lines[i])
            element = "\n".join(lines[start:end])
            if "<transaction " not in lines[start] or 'code="11"' not in element or name not in element:
                yield f"{key}: line {entry['line']} is no incoming commitment of {name}"


def main():
    kept, framework = sys.argv[1:]
    checks = {"illustrative": illustrative, "unhcr-2023": unhcr_2023}
    with tempfile.TemporaryDirectory() as folder:
        problems = list(checks[framework](Program(kept, folder)))
    for problem in problems:
        print(problem)
    print(f"{framework}: {len(problems)} differ")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
