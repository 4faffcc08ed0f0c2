#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The generated files are what a benchmark may rest on: always the same, as large as asked for, valid IATI 2.03 and
marked as made up; with --defects they are wrong where they should be.

usage: generator.py GENERATE KEPT"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

SCHEMA = pathlib.Path(__file__).resolve().parents[3] / "shared/standard/xsd/iati-activities-schema.xsd"


class Generator:
    def __init__(self, program, kept, folder):
        self.program, self.kept, self.folder, self.wrong = program, kept, folder, []

    def check(self, holds, what):
        if not holds:
            self.wrong.append(what)

    def make(self, name, *options):
        """The path of a new file or folder, and what the generator says about it."""
        path = self.folder / name
        made = subprocess.run([self.program, "--output", path, *map(str, options)], capture_output=True, text=True,
                              check=True)
        return path, json.loads(made.stderr)

    def validate(self, path, *options):
        done = subprocess.run([self.kept, "validate", "--format", "json", *options, path], capture_output=True, text=True)
        return json.loads(done.stdout)["files"]


def check_sameness(g):
    one, said = g.make("one.xml", "--bytes", "2MB", "--seed", 7)
    same, _ = g.make("same.xml", "--bytes", "2MB", "--seed", 7)
    other, _ = g.make("other.xml", "--bytes", "2MB", "--seed", 8)
    longer, _ = g.make("longer.xml", "--bytes", "3MB", "--seed", 7)
    foot = len("</iati-activities>\n")
    g.check(one.read_bytes() == same.read_bytes(), "the same seed gives the same bytes")
    g.check(one.read_bytes() != other.read_bytes(), "another seed gives other bytes")
    g.check(longer.read_bytes().startswith(one.read_bytes()[:-foot]), "a larger file begins as a smaller one")
    printed = subprocess.run([g.program, "--bytes", "2MB", "--seed", "7"], capture_output=True, check=True).stdout
    g.check(printed == one.read_bytes(), "standard output gets the same as a file")
    g.check(said["bytes"] == one.stat().st_size, "the generator tells the size of the file")


def check_sizes(g):
    path, said = g.make("bytes.xml", "--bytes", "1MB")
    g.check(1_000_000 <= path.stat().st_size < 1_100_000, "a file is as large as asked for")
    _, said = g.make("activities.xml", "--activities", 123)
    g.check(said["activities"] == 123, "a file has as many activities as asked for")
    _, said = g.make("transactions.xml", "--transactions", 5000)
    g.check(5000 <= said["transactions"] < 5100, "a file has as many transactions as asked for")
    folder, said = g.make("several", "--activities", 123, "--files", 10)
    files = sorted(folder.iterdir())
    g.check(len(files) == said["files"] == 10, "as many files as asked for")
    counted = {"iati-activity": 0, "transaction": 0}
    for file in files:
        for element in ElementTree.parse(file).iter():
            if element.tag in counted:
                counted[element.tag] += 1
    g.check(counted == {"iati-activity": said["activities"], "transaction": said["transactions"]},
            "the generator tells what the files hold")
    g.check(all(report["valid"] for report in g.validate(folder)), "each of several files is valid")


def check_publishers(g):
    one, _ = g.make("all.xml", "--bytes", "6MB", "--seed", 5)
    folder, said = g.make("publishers", "--bytes", "6MB", "--seed", 5, "--by-publisher")
    files = sorted(folder.iterdir())
    g.check(len(files) == said["files"] > 100, "the generator tells how many publishers there are")
    g.check(said["bytes"] == sum(file.stat().st_size for file in files), "the generator tells the size of all files")
    g.check(any(file.stat().st_size > 2 * 65536 for file in files), "a file is written in several pieces")
    g.check(all(report["valid"] for report in g.validate(folder)), "the file of each publisher is valid")
    found = set()
    for file in files:
        for activity in ElementTree.parse(file).iter("iati-activity"):
            g.check(activity.find("reporting-org").get("ref") == file.stem, f"{file.name} holds what that publisher reports")
            found.add(activity.findtext("iati-identifier"))
    whole = {activity.findtext("iati-identifier") for activity in ElementTree.parse(one).iter("iati-activity")}
    g.check(found <= whole and len(found) == said["activities"], "publishers report what one file holds")


def check_validity(g):
    path, _ = g.make("valid.xml", "--bytes", "5MB", "--seed", 3)
    (report,) = g.validate(path)
    g.check(report["valid"] and not report["findings"], f"a generated file is valid: {report['findings'][:3]}")
    g.check(b'illustrative="true"' in path.read_bytes()[:1000], "made-up data says so")
    faulty, _ = g.make("faulty.xml", "--bytes", "5MB", "--seed", 3, "--defects", 200)
    (report,) = g.validate(faulty)
    g.check(report["summary"]["error"] > 50, "--defects puts errors into a file")
    g.check(report["summary"]["critical"] > 0, "--defects breaks the schema too")
    ElementTree.parse(faulty)
    if not shutil.which("xmllint") or not SCHEMA.exists():
        print("left out: the official schema, which is not at hand (or xmllint is not)")
        return
    done = subprocess.run(["xmllint", "--noout", "--schema", SCHEMA, path], capture_output=True, text=True)
    g.check(done.returncode == 0, f"xmllint finds the file valid: {done.stderr[:500]}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        g = Generator(sys.argv[1], sys.argv[2], pathlib.Path(folder))
        for check in (check_sameness, check_sizes, check_publishers, check_validity):
            check(g)
    for what in g.wrong:
        print(f"does not hold: {what}")
    return 1 if g.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
