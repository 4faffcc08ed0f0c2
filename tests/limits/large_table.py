#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Loads a long SDMX-CSV table of made-up figures and measures pace and memory.

usage: large_table.py KEPT [ROWS [MEGABYTES]]

ROWS (default 300,000) are loaded, and the peak of memory must stay under MEGABYTES (default 700). The tests run it
small; for the figure of 10 million rows: large_table.py build/kept 10000000. Exit 1 when a row is missing, memory is
over the limit, or the same table cannot be loaded a second time with nothing to do."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

AREAS = ["AFG", "BRA", "CHN", "ETH", "IND", "KOR", "NGA", "PAK", "USA", "ZAF"]
SEXES = ["F", "M", "_T"]
HEADER = "REF_AREA,INDICATOR,SEX,WEALTH_QUINTILE,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,LOWER_BOUND,UPPER_BOUND,OBS_STATUS\n"


def write_table(path, rows):
    """Every row has a key of its own: area, sex, year and a breakdown that is counted up."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("# illustrative: made-up figures\n" + HEADER)
        for n in range(rows):
            year = 1951 + n // 30 % 75
            value = 5 + n % 997 / 7
            file.write(f"{AREAS[n % 10]},CME_MRY0T4,{SEXES[n // 10 % 3]},Q{n // 2250},D_PER_1000_B,{year},"
                       f"{value:.10f},{value * 0.9:.10f},{value * 1.1:.10f},A\n")


def main():
    kept, rows = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300_000
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else 700
    with tempfile.TemporaryDirectory() as folder:
        table, store = pathlib.Path(folder, "large.csv"), str(pathlib.Path(folder, "large.kept"))
        write_table(table, rows)
        megabytes = table.stat().st_size / 1e6
        start = time.monotonic()
        process = subprocess.Popen([kept, "load", "--quiet", "--store", store, str(table)])
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        if status != 0:
            print(f"the load ended with status {status}")
            return 1
        peak = usage.ru_maxrss / 1024
        answer = subprocess.run([kept, "query", "--store", store, "--format", "json",
                                 "SELECT count(*) AS rows, sum(value) AS total FROM observations"],
                                check=True, capture_output=True, text=True).stdout
        counted = json.loads(answer)[0]
        start = time.monotonic()
        subprocess.run([kept, "load", "--quiet", "--store", store, str(table)], check=True)
        again = time.monotonic() - start
        stored = os.path.getsize(store) / 1e6
    print(f"{rows} rows, {megabytes:.0f} MB: {seconds:.1f} s, {megabytes / seconds:.0f} MB/s, {rows / seconds:.0f} rows/s,"
          f" peak {peak:.0f} MiB, store {stored:.0f} MB, unchanged again {again:.1f} s")
    total = sum(5 + n % 997 / 7 for n in range(rows))
    if counted["rows"] != rows or abs(counted["total"] - total) > 1e-6 * total:
        print(f"{counted} in the store, {rows} rows and {total} in the table")
        return 1
    return 0 if peak < limit else 1


if __name__ == "__main__":
    sys.exit(main())
