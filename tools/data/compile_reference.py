#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compiles the figures of reference in data/ from the publishers' own files (data/README.md says which).

    compile_reference.py --data FOLDER --standard FOLDER [--out data] [--check | --report]

FOLDER of --data holds areas/, rates/, indicators/, sdmx/ and income-groups/, that of --standard holds codelists/. The same input gives the same bytes.
--check compares with the tables in --out instead of writing them: exit 1 and a line for each that differs.
--report prints how far the two publishers of rates agree, as the Markdown table of data/README.md.
"""

import argparse
import csv
import io
import pathlib
import sys

import areas
import codes
import figures
import rates


def as_csv(header, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def compile_tables(data, standard):
    """File name -> content."""
    countries = areas.read_countries(data / "areas" / "country-codes.csv")
    names = areas.read_names(data / "areas" / "countries.json")
    lists = codes.read_lists(standard / "codelists")
    area_rows = areas.area_rows(countries, names)
    return {
        "areas.csv": as_csv(areas.AREA_COLUMNS, area_rows),
        "area_names.csv": as_csv(figures.ALIAS_COLUMNS, figures.alias_rows(data, countries, names, area_rows)),
        "aggregates.csv": as_csv(figures.AGGREGATE_COLUMNS, figures.aggregate_rows(data, countries, area_rows)),
        "income_groups.csv": as_csv(figures.INCOME_COLUMNS, figures.income_rows(data, area_rows)),
        "series.csv": as_csv(figures.SERIES_COLUMNS, figures.SERIES),
        "observations.csv": as_csv(figures.OBSERVATION_COLUMNS, figures.observation_rows(data, area_rows)),
        "groups.csv": as_csv(areas.GROUP_COLUMNS, areas.group_rows(countries, names)),
        "codes.csv": as_csv(codes.CODE_COLUMNS, lists),
        "currencies.csv": as_csv(codes.CURRENCY_COLUMNS, codes.currency_rows(lists, countries)),
        "rates.csv": as_csv(rates.COLUMNS, rates.rate_rows(data / "rates")),
    }


def differing(tables, folder):
    for name, content in tables.items():
        path = folder / name
        if not path.is_file():
            yield f"{path}: missing"
            continue
        found = path.read_bytes()
        if found != content:
            before, now = found.split(b"\n"), content.split(b"\n")
            line = next((n for n, (a, b) in enumerate(zip(before, now), 1) if a != b), min(len(before), len(now)))
            yield f"{path}:{line}: is not what the publishers' files give now"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--standard", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2] / "data")
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--check", action="store_true")
    action.add_argument("--report", action="store_true")
    options = parser.parse_args()

    if options.report:
        print("\n".join(rates.agreement(options.data / "rates")))
        return 0
    tables = compile_tables(options.data, options.standard)
    if options.check:
        breaches = list(differing(tables, options.out))
        print("\n".join(breaches) if breaches else f"{len(tables)} tables are as compiled")
        return 1 if breaches else 0
    options.out.mkdir(parents=True, exist_ok=True)
    for name, content in tables.items():
        (options.out / name).write_bytes(content)
        print(f"{options.out / name}: {content.count(bytes([10])) - 1} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
