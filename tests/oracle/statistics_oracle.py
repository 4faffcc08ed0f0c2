#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A second computation of ranks, paces, probabilities and outlooks (RULES 8 and 9), from the publishers' files alone,
compared with what the program answers.

usage: statistics_oracle.py KEPT

Probabilities are exact here (the distribution of the number of better areas, integrated over the area's own value), so
that the program's draws are held against them. Exit 0 when all agree, 1 with a line for each that does not, 77 where
the shared data is not at hand."""

import csv
import json
import math
import pathlib
import subprocess
import sys
import tempfile

DATA = pathlib.Path(__file__).resolve().parents[3] / "shared" / "data"
WORLD_BANK = {"under_five_mortality_rate": "wdi-under5-mortality.csv",
              "infant_mortality_rate": "wdi-infant-mortality.csv"}
INCOME = {"low-income": {"L"}, "lower-middle-income": {"LM"}, "middle-income": {"LM", "UM"},
          "upper-middle-income": {"UM"}, "high-income": {"H"}}
MAPS = {"unsd-maternal-mortality-ratio.csv":
        "area: {column: iso3}\nyear: {column: year}\nvalue: {column: value}\nunit: {column: unit}\npublished: 2019-09-19\n",
        "wdi-maternal-mortality-national.csv":
        "area: {column: Country Code}\nunit: per 100,000 live births\nwide: {years: 1960-2025}\nheader_row: 3\n"
        "published: 2025-12-19\n"}
AS_OF = "2026-06-30"
Z_90 = 1.6448536269514722  # of a 90 % interval


def normal_cdf(x):
    return 0.5 * math.erfc(-x / math.sqrt(2))


def members(group, vintage):
    with open(DATA / "income-groups" / "oghist.csv", encoding="utf-8-sig") as file:
        return {row["iso3"] for row in csv.DictReader(file)
                if row["fiscal_year"] == vintage and row["group"].rstrip("*") in INCOME[group]}


def world_bank(indicator):
    return wide_table(WORLD_BANK[indicator])


def wide_table(name):
    """area -> year -> value"""
    with open(DATA / "indicators" / name, encoding="utf-8-sig") as file:
        rows = list(csv.reader(file))
    header = next(n for n, row in enumerate(rows) if row[:1] == ["Country Name"])
    years = [(column, int(name)) for column, name in enumerate(rows[header]) if name.isdigit()]
    return {row[1]: {year: float(row[column]) for column, year in years if row[column]}
            for row in rows[header + 1:] if row}


def unicef_2020():
    """area -> (value, lower, upper)"""
    with open(DATA / "sdmx" / "unicef-CME_MRY0T4_all_2020.csv", encoding="utf-8-sig") as file:
        return {row["REF_AREA"]: tuple(float(row[name]) for name in ("OBS_VALUE", "LOWER_BOUND", "UPPER_BOUND"))
                for row in csv.DictReader(file) if row["SEX"] == "_T"}


def reduction(first, last, years):
    return -math.log(last / first) / years


def ranks(values, lower_is_better=True):
    better = (lambda a, b: a < b) if lower_is_better else (lambda a, b: a > b)
    return {area: 1 + sum(better(other, value) for other in values.values()) for area, value in values.items()}


def within_top(area, figures, places, steps=2000):
    """The exact probability that fewer than `places` others lie below `area`, all log-normal and independent."""
    normal = {a: (math.log(v), (math.log(u) - math.log(l)) / (2 * Z_90)) for a, (v, l, u) in figures.items()}
    mean, deviation = normal.pop(area)
    total = 0.0
    for step in range(steps):
        x = mean + deviation * (-6 + 12 * (step + 0.5) / steps)
        weight = math.exp(-((x - mean) / deviation) ** 2 / 2) / math.sqrt(2 * math.pi) * 12 / steps
        better = [1.0] + [0.0] * places  # better[n]: probability that n areas are below x; places or more are cut off
        for other_mean, other_deviation in normal.values():
            p = normal_cdf((x - other_mean) / other_deviation)
            for n in range(places - 1, 0, -1):
                better[n] = better[n] * (1 - p) + better[n - 1] * p
            better[0] *= 1 - p
        total += weight * sum(better[:places])
    return total


class Program:
    def __init__(self, kept, store):
        self.kept, self.store = kept, store

    def run(self, *arguments):
        return subprocess.run([self.kept, *map(str, arguments), "--store", self.store], check=True,
                              capture_output=True, text=True).stdout

    def status(self, *arguments):
        return subprocess.run([self.kept, *map(str, arguments), "--store", self.store, "--as-of", AS_OF],
                              capture_output=True, check=False).returncode

    def json(self, *arguments):
        return json.loads(self.run(*arguments, "--as-of", AS_OF, "--format", "json"))


def check_ranks(program, compared):
    for indicator in WORLD_BANK:
        table = world_bank(indicator)
        for group in INCOME:
            of = members(group, "FY26")
            have = {area: table[area] for area in of if area in table}
            year = next((y for y in range(2026, 1960, -1)
                         if sum(y in values for values in have.values()) * 10 >= len(of) * 9), None)
            if year is None:  # of too many high-income economies there are no figures
                if program.status("rank", "--indicator", indicator, "--group", group) != 1:
                    yield f"{indicator} {group}: ranked, though no year has figures of nine tenths"
                continue
            values = {area: v[year] for area, v in have.items() if year in v}
            yield from league_differs(program.json("rank", "--indicator", indicator, "--group", group), values,
                                      ranks(values), year, of, f"{indicator} {group}", compared)
            paces = {area: reduction(v[2000], v[year], year - 2000) for area, v in have.items()
                     if year in v and 2000 in v}
            yield from league_differs(
                program.json("rank", "--indicator", indicator, "--group", group, "--since", 2000), paces,
                ranks(paces, lower_is_better=False), year, of, f"{indicator} {group} since 2000", compared)


def league_differs(found, values, wanted, year, of, what, compared):
    if found["year"] != year or found["of"] != len(values) or found["members"] != len(of):
        yield f"{what}: {found['year']}, {found['of']} of {found['members']}; here {year}, {len(values)} of {len(of)}"
    if sorted(found["without_data"]) != sorted(of - set(values)):
        yield f"{what}: without data {found['without_data']}, here {sorted(of - set(values))}"
    rows = {row["area"]: row for row in found["rows"]}
    if rows.keys() != values.keys():
        yield f"{what}: other areas: {sorted(rows.keys() ^ values.keys())}"
    for area in rows.keys() & values.keys():
        compared.append(area)
        if rows[area]["rank"] != wanted[area] or abs(rows[area]["value"] - values[area]) > 1e-6:
            yield f"{what}: {area} {rows[area]['rank']} {rows[area]['value']}, here {wanted[area]} {values[area]}"


def check_probabilities(program, compared):
    figures = {area: f for area, f in unicef_2020().items() if area in members("middle-income", "FY26")}
    found = program.json("rank", "--indicator", "under_five_mortality_rate", "--group", "middle-income", "--year", 2020,
                         "--top", "10%")
    rows = {row["area"]: row for row in found["rows"]}
    places = len(figures) // 10
    for area in sorted(figures, key=figures.get)[:30]:
        exact = within_top(area, figures, places)
        compared.append(area)
        if rows[area]["probability"] is None or abs(rows[area]["probability"] - exact) > 0.01:
            yield f"probability of {area}: {rows[area]['probability']}, exactly {exact:.4f}"


def check_unicef(program, compared):
    with open(DATA / "sdmx" / "unicef-CME_MRY0T4_all_2020.csv", encoding="utf-8-sig") as file:
        wanted = {(row["REF_AREA"], row["SEX"]): tuple(float(row[n]) if row[n] else None
                                                       for n in ("OBS_VALUE", "LOWER_BOUND", "UPPER_BOUND"))
                  for row in csv.DictReader(file)}
    rows = json.loads(program.run("query", "--format", "json",
                                  "SELECT area, sex, value, lower, upper FROM observations WHERE year = 2020 "
                                  "AND indicator = 'under_five_mortality_rate' AND source LIKE '%all_2020%'"))
    found = {(row["area"], row["sex"]): (row["value"], row["lower"], row["upper"]) for row in rows}
    compared.extend(found)
    areas = {area for area, _ in wanted}
    if len(areas) != 249 or len(rows) != len(wanted):
        yield f"{len(rows)} rows of UNICEF's table, in the file {len(wanted)} of {len(areas)} areas"
    for key in wanted.keys() | found.keys():
        if wanted.get(key) != found.get(key):
            yield f"UNICEF {key}: {found.get(key)}, in the file {wanted.get(key)}"


def check_outlook(program, compared):
    table, now = world_bank("under_five_mortality_rate"), 2030
    found = program.json("outlook", "--indicator", "under_five_mortality_rate", "--group", "low-income")
    rows = {row["area"]: row for row in found["outlooks"]}
    for area in members("low-income", "FY26"):
        years = sorted(table.get(area, {}))
        if not years:
            continue
        last, first = years[-1], years[-10:][0]
        value = table[area][last]
        achieved = reduction(table[area][first], value, last - first)
        projected = value * math.exp(-achieved * (now - last))
        required = math.log(value / 25) / (now - last)
        status = "met" if value <= 25 else "on track" if projected <= 25 else "acceleration needed"
        row = rows[area]
        compared.append(area)
        if row["status"] != status or abs(row["achieved"] - achieved) > 1e-9 or abs(row["projected"] - projected) > 1e-6:
            yield f"outlook of {area}: {row}, here {status} {achieved} {projected}"
        if status != "met" and abs(row["required"] - required) > 1e-9:
            yield f"outlook of {area}: required {row['required']}, here {required}"


def check_vintages(program, compared):
    table = world_bank("under_five_mortality_rate")
    for vintage in ("FY90", "FY05", "FY16", "FY21"):
        of = members("middle-income", vintage)
        values = {area: table[area][2015] for area in of if 2015 in table.get(area, {})}
        yield from league_differs(
            program.json("rank", "--indicator", "under_five_mortality_rate", "--group", "middle-income", "--vintage",
                         vintage, "--year", 2015), values, ranks(values), 2015, known(of), vintage, compared)


def known(areas):
    """Without states that are no more, which the shipped areas do not have."""
    return areas - {"ANT", "CHI", "CSK", "SUN", "YUG"}


def check_aggregates(program, compared):
    """World Bank aggregates have no income group; they are stored as such and never ranked."""
    with open(DATA / "income-groups" / "oghist.csv", encoding="utf-8-sig") as file:
        economies = {row["iso3"] for row in csv.DictReader(file)} - {"CHI"}
    rows = json.loads(program.run("query", "--format", "json", "SELECT DISTINCT area, area_kind FROM observation_details"))
    for row in rows:
        compared.append(row["area"])
        wanted = "country" if row["area"] in economies else "aggregate"
        if row["area_kind"] != wanted:
            yield f"{row['area']} is {row['area_kind']}, by the income groups {wanted}"
    ranked = {row["area"] for row in program.json("rank", "--indicator", "under_five_mortality_rate", "--group", "world",
                                                  "--year", 2020)["rows"]}
    yield from (f"{area} is ranked" for area in sorted(ranked - economies))


def check_conflicts(program, compared):
    """Where UNICEF's table differs from the World Bank's, which goes first because it says when it was published."""
    first = {area: values[2020] for area, values in world_bank("under_five_mortality_rate").items() if 2020 in values}
    wanted = {area for area, (value, _, _) in unicef_2020().items()
              if area in first and abs(value - first[area]) > 0.05 * first[area]}
    yield from conflicts_differ(program, {f"under_five_mortality_rate {area} 2020" for area in wanted}, compared)


def check_mapped_conflicts(program, compared):
    """Two tables read by maps: national estimates of maternal mortality (newer, so they go first) and the UN's."""
    national = wide_table("wdi-maternal-mortality-national.csv")
    with open(DATA / "indicators" / "unsd-maternal-mortality-ratio.csv", encoding="utf-8-sig") as file:
        modelled = {(row["iso3"], int(row["year"])): float(row["value"]) for row in csv.DictReader(file)}
    wanted = {f"maternal_mortality_ratio {area} {year}" for (area, year), value in modelled.items()
              if year in national.get(area, {})
              and abs(value - national[area][year]) > 0.05 * national[area][year]}
    yield from conflicts_differ(program, wanted, compared)


def conflicts_differ(program, wanted, compared):
    rows = json.loads(program.run("query", "--format", "json",
                                  "SELECT split_part(message, ':', 1) AS figure FROM findings "
                                  "WHERE rule = 'conflicting-value'"))
    found = {row["figure"] for row in rows}
    compared.extend(found)
    if found != wanted or len(rows) != len(wanted):
        yield f"conflicts: {sorted(found - wanted)} too many, {sorted(wanted - found)} missed"


def main():
    if not DATA.is_dir():
        print("skipped: the shared data is not here")
        return 77
    breaches, compared = [], []
    with tempfile.TemporaryDirectory() as folder:
        world_bank_only = Program(sys.argv[1], folder + "/world-bank.kept")
        world_bank_only.run("load", "--quiet", *(DATA / "indicators" / name for name in WORLD_BANK.values()))
        for check in (check_ranks, check_vintages, check_aggregates, check_outlook):
            breaches += check(world_bank_only, compared)
        unicef_only = Program(sys.argv[1], folder + "/unicef.kept")
        unicef_only.run("load", "--quiet", DATA / "sdmx" / "unicef-CME_MRY0T4_all_2020.csv")
        for check in (check_unicef, check_probabilities):
            breaches += check(unicef_only, compared)
        both = Program(sys.argv[1], folder + "/both.kept")
        both.run("load", "--quiet", DATA / "indicators" / "wdi-under5-mortality.csv",
                 DATA / "sdmx" / "unicef-CME_MRY0T4_all_2020.csv")
        breaches += check_conflicts(both, compared)
        mapped = Program(sys.argv[1], folder + "/mapped.kept")
        for name, lines in MAPS.items():
            pathlib.Path(folder, "map.yaml").write_text("indicator: maternal_mortality_ratio\n" + lines, encoding="utf-8")
            mapped.run("load", "--quiet", "--map", folder + "/map.yaml", DATA / "indicators" / name)
        breaches += check_mapped_conflicts(mapped, compared)
    print(*breaches, sep="\n")
    print(f"statistics: {len(compared)} figures compared, {len(breaches)} differ")
    return 1 if breaches or len(compared) < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
