#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares verdicts with the official ones: those of the standard's own test files, the answers of the official
validator to its test files and to real files, and, on mutated real files, those of xmllint with the official schema.

usage: validation_oracle.py KEPT [MUTATIONS]

Exit 0 when all agree but for the exceptions listed here and in docs/validation.md, 1 with a line for each that does not,
77 where the shared files are not at hand."""

import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

SHARED = pathlib.Path(__file__).resolve().parents[3] / "shared"
SCHEMA = SHARED / "standard" / "xsd" / "iati-activities-schema.xsd"
TODAY = "2026-06-30"
# Rules that need the registry's lists of organisations; see docs/validation.md.
OF_REGISTRY = {"1.14.8", "1.18.8"}
# File -> rules whose counts differ, each explained in docs/validation.md.
EXCEPTIONS = {"iati-org-schema-errors-broken-root-element.xml": {"0.3.1", "1.1.2"}}


def reports(kept, files):
    process = subprocess.run([kept, "validate", "--format", "json", "--today", TODAY, *map(str, files)],
                             capture_output=True, text=True)
    if process.returncode not in (0, 1):
        raise SystemExit(f"kept validate ended with {process.returncode}: {process.stderr}")
    return json.loads(process.stdout)["files"]


def check_expected(kept):
    expected = json.loads((SHARED / "conformance" / "rules-expected.json").read_text())
    folders = [SHARED / "conformance" / "rules", SHARED / "data" / "iati", SHARED / "data" / "iati-v1"]
    files = {name: next((folder / name for folder in folders if (folder / name).exists()), None) for name in expected}
    for name, path in files.items():
        if path is None:
            yield name, f"{name}: not found"
            continue
        report = reports(kept, [path])[0]
        wanted = expected[name]
        found = dict(collections.Counter(finding["rule"] for finding in report["findings"]))
        rules = {rule: count for rule, count in wanted["rules"].items() if rule not in OF_REGISTRY}
        differ = {rule: (found.get(rule, 0), rules.get(rule, 0)) for rule in {*found, *rules}
                  if found.get(rule, 0) != rules.get(rule, 0) and rule not in EXCEPTIONS.get(name, ())}
        if differ or report["valid"] != wanted["valid"] or report["kind"] != wanted["fileType"] or \
                report["version"] != wanted["version"]:
            yield name, f"{name}: valid {report['valid']} (official {wanted['valid']}); rules, here and official: {differ}"
        else:
            yield name, None


def check_schema_files(kept):
    for folder, valid in (("pass", True), ("fail", False)):
        for report in reports(kept, sorted((SHARED / "conformance" / folder).rglob("*.xml"))):
            found = not any(finding["severity"] == "critical" for finding in report["findings"])
            yield report["file"], None if found == valid else f"{report['file']}: {found}, official {valid}"


def xmllint(files):
    """file -> number of violations; none where the file is no XML"""
    process = subprocess.run(["xmllint", "--noout", "--schema", str(SCHEMA), *map(str, files)], capture_output=True, text=True)
    counts = collections.Counter(re.findall(r"^(.*?):\d+: element .*?: Schemas validity error", process.stderr, re.MULTILINE))
    broken = set(re.findall(r"^(.*?):\d+: parser error", process.stderr, re.MULTILINE))
    return {str(file): None if str(file) in broken else counts[str(file)] for file in files}


class Mutator:
    """Changes the text of a file at a tag or an attribute."""
    ELEMENT = re.compile(r"<([a-z][a-z-]*)(\s[^<>]*)?(/>|>)")
    ATTRIBUTE = re.compile(r"\s([a-z:-]+)=\"([^\"<>]*)\"")
    VALUES = ["", "x", "2020-01-01", "2020-13-01", "1", "-1", "1.5", "abc def", "http://a b", "true", "2020-01-01T00:00:00", "é", "24:00",
              "100%", "1e3", "+7", ".5", "2020-02-30Z", "http://[::1]/", "a%zz", "mailto:x@y"]

    def __init__(self, text, rng):
        self.text, self.rng = text, rng

    def element(self):
        """The span of an element and of its start tag."""
        for _ in range(20):
            if not self.ELEMENT.search(self.text):
                break
            match = self.rng.choice(list(self.ELEMENT.finditer(self.text)))
            if match.group(3) == "/>":
                return match.start(), match.end(), match
            depth, name = 0, re.escape(match.group(1))
            for tag in re.finditer(rf"<(/?){name}(?=[\s/>])[^<>]*?(/?)>", self.text[match.start():]):
                depth += 0 if tag.group(2) else -1 if tag.group(1) else 1
                if depth == 0:
                    return match.start(), match.start() + tag.end(), match
        return None

    def mutated(self):
        found = self.element()
        if not found:
            return self.text
        start, end, tag = found
        text, piece = self.text, self.text[start:end]
        kind = self.rng.randrange(9)
        attributes = list(self.ATTRIBUTE.finditer(piece[:tag.end() - start]))
        attribute = self.rng.choice(attributes) if attributes else None
        if kind == 0:
            return text[:start] + text[end:]
        if kind == 1:
            return text[:end] + piece + text[end:]
        if kind == 2:
            rest = text[:start] + text[end:]
            spots = [match.start() for match in re.finditer(r"<[a-z/]", rest)][1:]
            at = self.rng.choice(spots) if spots else len(rest)
            return rest[:at] + piece + rest[at:]
        if kind == 3 and not piece.endswith("/>"):
            name = tag.group(1)
            return text[:start] + re.sub(rf"^<{name}", "<other", re.sub(rf"</{name}\s*>$", "</other>", piece)) + text[end:]
        if kind == 4 and not piece.endswith("/>"):
            return text[:tag.end()] + self.rng.choice(["text", " ", "&#32;", "<![CDATA[x]]>", "<x:y xmlns:x='urn:z'/>"]) + text[tag.end():]
        if attribute is None:
            return text[:start] + piece.replace(">", " added='1'>" if "/>" not in tag.group(0) else ">", 1) + text[end:]
        first, last = start + attribute.start(), start + attribute.end()
        if kind == 5:
            return text[:first] + text[last:]
        if kind == 6:
            return text[:first] + attribute.group(0).replace(attribute.group(1), "renamed", 1) + text[last:]
        if kind == 7:
            return text[:first] + " xmlns:q='urn:q' q:foreign='1'" + text[first:]
        return text[:start + attribute.start(2)] + self.rng.choice(self.VALUES) + text[start + attribute.end(2):]


def check_mutations(kept, count):
    rng = random.Random(20260630)
    sources = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "conformance" / "pass").rglob("*.xml"))]
    for name in ("who-argentina-2025.xml", "worldbank-679.xml", "usaid-bolivia.xml"):
        text = (SHARED / "data" / "iati" / name).read_text(encoding="utf-8")
        root = text[text.index("<iati-activities"):]
        head = root[:root.index(">") + 1]
        sources += [head + activity + "</iati-activities>" for activity in
                    re.findall(r"<iati-activity[\s>].*?</iati-activity>", text, re.DOTALL)[:25] if len(activity) < 60_000]
    with tempfile.TemporaryDirectory() as folder:
        batch = 250
        for begin in range(0, count, batch):
            files = []
            for n in range(begin, min(begin + batch, count)):
                file = pathlib.Path(folder, f"{n}.xml")
                text = rng.choice(sources)
                for _ in range(rng.choice([1, 1, 2, 3])):
                    text = Mutator(text, rng).mutated()
                file.write_text(text, encoding="utf-8")
                files.append(file)
            official = xmllint(files)
            for report in reports(kept, files):
                rules = collections.Counter(finding["rule"] for finding in report["findings"])
                found = None if rules["0.1.1"] else rules["0.3.1"] + rules["0.2.1"]
                wanted = official[report["file"]]
                differs = found != wanted
                if differs and len(sys.argv) > 3:
                    pathlib.Path(sys.argv[3], pathlib.Path(report["file"]).name).write_text(pathlib.Path(report["file"]).read_text())
                yield report["file"], f"{report['file']}: {found} violations, xmllint {wanted}" if differs else None
            for file in files:
                file.unlink()


def main():
    if not SHARED.is_dir():
        print("skipped: the shared files are not here")
        return 77
    kept, mutations = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 500
    failed = 0
    for title, checks in (("official answers", check_expected(kept)), ("schema tests", check_schema_files(kept)),
                          ("mutations", check_mutations(kept, mutations))):
        results = list(checks)
        breaches = [breach for _, breach in results if breach]
        print(*breaches[:40], sep="\n")
        print(f"{title}: {len(results)} files, {len(breaches)} differ")
        failed += len(breaches)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
