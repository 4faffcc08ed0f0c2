#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Gives long files of sound activities to `kept validate` and `kept load`, and measures memory.

usage: memory.py KEPT [--long]

A file of 128 MB (2 GB with --long) is validated as it is and packed with gzip: under VALIDATE_MEGABYTES either way, of
which the identifiers, held to find repeated ones, take a part that grows with the file. Two files, one four times as
long as the other (24 MB; 400 MB with --long), are loaded by two threads. A load takes up to what the database may have
(src/store/memory.cpp) and what the threads hold before it is written; until that is reached, memory grows with the file.
The files are written piece by piece, and made up."""

import argparse
import gzip
import os
import pathlib
import subprocess
import sys
import tempfile
import time

VALIDATE_MEGABYTES = {128: 100, 2000: 200}  # by megabytes of the file
LOAD_MEGABYTES = {24: 250, 96: 420, 400: 650, 1600: 1000}  # by megabytes of the file

BEGIN = ('<?xml version="1.0" encoding="UTF-8"?>\n'
         '<iati-activities version="2.03" xmlns:kept="urn:kept" kept:illustrative="true">\n')
END = "</iati-activities>\n"


def activity(n):
    return (f'<iati-activity xml:lang="en" default-currency="USD">\n<iati-identifier>XX-EXAMPLE-{n}</iati-identifier>\n'
            '<reporting-org ref="XX-EXAMPLE" type="10"><narrative>Example Agency</narrative></reporting-org>\n'
            f'<title><narrative>Wells {n * 7919 % 10007}</narrative></title>\n'
            f'<description><narrative>{n * 104729 % 1000003} wells for villages, of which {n % 977} are made up'
            '</narrative></description>\n<participating-org ref="XX-EXAMPLE" role="1"/>\n<activity-status code="2"/>\n'
            f'<activity-date iso-date="20{n % 24:02}-01-{n % 28 + 1:02}" type="2"/>\n<recipient-country code="AF"/>\n'
            '<sector code="14030"/>\n' + "".join(
                f'<transaction><transaction-type code="3"/><transaction-date iso-date="2024-03-{i * n % 28 + 1:02}"/>'
                f'<value value-date="2024-03-15">{i * n * 31 % 100003}.25</value></transaction>\n' for i in (1, 2, 3)) +
            '</iati-activity>\n')


def write(file, size):
    """Sound activities up to `size` bytes; how many."""
    file.write(BEGIN.encode())
    written, n = 0, 0
    while written < size:
        piece = "".join(map(activity, range(n, n + 1000))).encode()
        file.write(piece)
        written += len(piece)
        n += 1000
    file.write(END.encode())
    return n


def make(folder, name, size):
    path = folder / name
    with gzip.open(path, "wb", compresslevel=1) if name.endswith(".gz") else open(path, "wb") as file:
        return path, write(file, size)


class Measured:
    """One run: exit code, peak of memory in MiB, seconds."""

    def __init__(self, kept, *words):
        start = time.monotonic()
        process = subprocess.Popen([kept, *map(str, words)], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = self.code = os.waitstatus_to_exitcode(status)
        self.peak, self.seconds = usage.ru_maxrss / 1024, time.monotonic() - start

    def told(self, what, size):
        print(f"{what}: peak {self.peak:.0f} MiB, {self.seconds:.1f} s, {size / 1e6 / self.seconds:.0f} MB/s", flush=True)


def validated(kept, folder, size, wrong):
    bound = VALIDATE_MEGABYTES[size]
    for name in ("long.xml", "long.xml.gz"):
        path, _ = make(folder, name, size * 1_000_000)
        run = Measured(kept, "validate", path)
        run.told(f"validate {name} of {size} MB, {path.stat().st_size / 1e6:.0f} MB on the disk", size * 1_000_000)
        path.unlink()
        if run.code != 0:
            wrong.append(f"validate {name}: exit code {run.code}, and the file is valid")
        if run.peak > bound:
            wrong.append(f"validate {name}: {run.peak:.0f} MiB of memory, over {bound}")


def loaded(kept, folder, sizes, wrong):
    for size in sizes:
        path, count = make(folder, "load.xml", size * 1_000_000)
        store = folder / "long.kept"
        run = Measured(kept, "load", "--quiet", "--threads", "2", "--store", store, path)
        run.told(f"load {size} MB", size * 1_000_000)
        answer = subprocess.run([kept, "query", "--store", store, "--format", "csv", "SELECT count(*) FROM activities"],
                                capture_output=True, text=True, check=False).stdout.split()
        if run.code != 0 or answer[-1:] != [str(count)]:
            wrong.append(f"load of {size} MB: exit code {run.code}, {answer} activities instead of {count}")
        bound = LOAD_MEGABYTES[size] + 128 * max(0, (os.cpu_count() or 2) - 2)  # the database's share for each thread
        if run.peak > bound:
            wrong.append(f"load of {size} MB: {run.peak:.0f} MiB of memory, over {bound}")
        path.unlink()
        store.unlink(missing_ok=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kept")
    parser.add_argument("--long", action="store_true")
    options = parser.parse_args()
    kept, wrong = str(pathlib.Path(options.kept).resolve()), []
    with tempfile.TemporaryDirectory(prefix="kept-memory-") as folder:
        validated(kept, pathlib.Path(folder), 2000 if options.long else 128, wrong)
        loaded(kept, pathlib.Path(folder), (400, 1600) if options.long else (24, 96), wrong)
    for one in wrong:
        print(one)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
