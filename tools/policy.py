#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the rules of the project that a compiler cannot: which room may include which, which room may use which
library, SPDX lines, names of folders, and that no machine or registry is named. Exit 1 and a line for each breach."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Room -> what it may include besides itself. A value of the form "room/file.hpp" allows that one header.
MAY_INCLUDE = {
    "base": set(),
    "facts": {"base"},
    "ledger": {"base"},
    "read": {"base", "facts"},
    "validate": {"base", "facts", "read"},
    "derive": {"base", "facts"},
    "measure": {"base", "facts", "ledger", "derive"},
    "store": {"base", "facts", "derive", "measure/evidence.hpp"},
    "publish": {"base", "ledger", "measure", "store/table.hpp", "validate/file_report.hpp", "validate/messages.hpp"},
    "load": {"base", "facts", "read", "validate/activity_rules.hpp", "derive", "store"},
    "serve": {"base", "facts", "ledger", "derive", "measure", "store", "publish"},
    "app": {"base", "facts", "ledger", "read", "validate", "derive", "measure", "store", "publish", "load", "serve"},
    "empty_store": {"base", "load"},
    # of bench; what is in src cannot include these
    "generate": set(),
    "walk": set(),
    "micro": {"generate", "base", "facts", "read", "derive", "measure"},
}
# Library header -> the only rooms that include it.
ONLY_IN = {"duckdb.h": {"store"}, "httplib.h": {"serve"}, "expat.h": {"read"},
           "zip.h": {"read"}, "yaml-cpp/": {"base"}, "CLI/CLI.hpp": {"app", "generate"},
           "rapidjson/": {"publish", "read"}, "pugixml.hpp": {"walk"}, "benchmark/": {"micro"}}
FORBIDDEN_NAMES = {"util", "utils", "core", "common", "helper", "helpers", "misc"}
FORBIDDEN_TEXT = re.compile(r"(registry|deb|pypi)\.[a-z]+\.(org|com)|/(work|farm)/|/root/|/home/[a-z]")
LONGEST_FILE = 500

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)


def tracked(*patterns):
    listed = subprocess.run(["git", "-C", ROOT, "ls-files", "-co", "--exclude-standard", "-z", "--", *patterns],
                            check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def allowed(room, header):
    target = header.split("/")[0]
    return target == room or target in MAY_INCLUDE[room] or header in MAY_INCLUDE[room]


def include_breaches(path, text):
    relative = path.relative_to(ROOT)
    room = relative.parts[1]
    if room not in MAY_INCLUDE:
        return [] if len(relative.parts) == 2 else [f"{relative}: the room `{room}` is not in tools/policy.py"]
    breaches = []
    for match in INCLUDE.finditer(text):
        quote, header = match.groups()
        line = text.count("\n", 0, match.start()) + 1
        if quote == '"' and "/" in header and not allowed(room, header):
            breaches.append(f"{relative}:{line}: {room} may not include {header}")
        if quote == '"' and "/" not in header:
            breaches.append(f"{relative}:{line}: name the room in the include: \"{room}/{header}\"")
        for library, owners in ONLY_IN.items():
            if quote == "<" and header.startswith(library) and room not in owners:
                breaches.append(f"{relative}:{line}: only {' and '.join(sorted(owners))} may include <{header}>")
    return breaches


def main():
    breaches = []
    for path in tracked("src/*.cpp", "src/*.hpp", "bench/*.cpp", "bench/*.hpp"):
        breaches += include_breaches(path, path.read_text())
    for path in tracked("*.cpp", "*.hpp", "*.sh", "*.py", "*.cmake", "CMakeLists.txt", "*/CMakeLists.txt"):
        relative = path.relative_to(ROOT)
        text = path.read_text()
        if "SPDX-License-Identifier: Apache-2.0" not in "\n".join(text.splitlines()[:3]):
            breaches.append(f"{relative}:1: the SPDX line is missing")
        if path.suffix in {".cpp", ".hpp"} and text.count("\n") > LONGEST_FILE:
            breaches.append(f"{relative}: over {LONGEST_FILE} lines; two things may live in it")
        if FORBIDDEN_NAMES & {part.split(".")[0] for part in relative.parts}:
            breaches.append(f"{relative}: a name that says nothing; say what is in it")
    for path in tracked():
        if path == pathlib.Path(__file__).resolve():
            continue
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        for match in FORBIDDEN_TEXT.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            breaches.append(f"{path.relative_to(ROOT)}:{line}: names a registry or a path of a machine: {match.group()}")
    for breach in breaches:
        print(breach)
    print(f"policy: {len(breaches)} breaches" if breaches else "policy: kept")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
