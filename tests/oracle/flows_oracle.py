#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A second, independent computation of RULES 1 to 4 (identity, versions, money, shares) in plain Python, compared
with what a store answers. Shares nothing with the program but the rules and the shipped rates.

usage: flows_oracle.py KEPT STORE RATES FILE...   (the store was loaded from exactly these files)

Exit 0 when all sums agree, 1 with a line for each that does not."""

import bisect
import collections
import csv
import hashlib
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation, getcontext
from fractions import Fraction

getcontext().prec = 60
CENT = Decimal("0.0001")
TYPES = dict(zip("IF C D E IR LR R QP QS CG".split(), map(str, range(1, 11))))
SECTOR_VOCABULARIES = {"DAC": "1", "DAC-3": "2", "COFOG": "3", "NACE": "4", "NTEE": "5", "ADT": "6", "RO2": "98",
                       "RO": "99"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def text(element):
    return (element.text or "").strip() if element is not None else ""


def read_rates(path):
    by_currency = collections.defaultdict(dict)
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            year, month = row["month"].split("-")
            by_currency[row["currency"]][int(year) * 12 + int(month) - 1] = Decimal(row["usd_per_unit"])
    return {currency: (sorted(months), months) for currency, months in by_currency.items()}


def find_rate(rates, currency, date):
    if currency == "USD":
        return Decimal(1)
    if currency not in rates:
        return None
    months, values = rates[currency]
    month = int(date[:4]) * 12 + int(date[5:7]) - 1
    at = bisect.bisect_right(months, month) - 1
    return values[months[at]] if at >= 0 and month - months[at] <= 12 else None


def iso_date(value):
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(T.*|Z|[+-]\d{2}:\d{2})?", (value or "").strip())
    return match.group(1) if match else None


def money(value_text):
    plain = value_text.strip()
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?", plain):
        plain = plain.replace(",", "")
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", plain):
        return None
    try:
        return Decimal(plain).quantize(CENT, ROUND_HALF_EVEN)
    except InvalidOperation:
        return None


def percentage(raw):
    """None where the text is absent, negative or no number."""
    raw = (raw or "").strip()
    return Fraction(raw) if re.fullmatch(r"\+?(\d+\.?\d*|\.\d+)", raw) else None


def percentages(entries):
    """[(code, percentage text or None)] -> [(code, Fraction)], merged by code, before scaling."""
    given = [(code, percentage(raw)) for code, raw in entries]
    if len(given) == 1 and given[0][1] is None:
        return [(given[0][0], Fraction(100))]
    missing = sum(1 for _, number in given if number is None)
    rest = max(Fraction(0), 100 - sum(number for _, number in given if number is not None))
    return [(code, rest / missing if number is None else number) for code, number in given]


def normalised(shares):
    """Shares in percent -> {key: Fraction of 1}, with the key 'unallocated' for what is left."""
    total = sum(share for _, share in shares)
    result = collections.defaultdict(Fraction)
    if total <= 0:
        return {"unallocated": Fraction(1)}
    divisor = Fraction(100) if total < 99 else total
    for key, share in shares:
        if share > 0:
            result[key] += share / divisor
    if total < 99:
        result["unallocated"] += 1 - total / 100
    return result


def geography(element):
    countries = [(("country", c.get("code", "").strip()), c.get("percentage")) for c in element.findall("recipient-country")]
    regions = [(("region", r.get("code", "").strip()), r.get("percentage")) for r in element.findall("recipient-region")
               if (r.get("vocabulary") or "1").strip() == "1"]
    if not countries and not regions:
        return {"unallocated": Fraction(1)}
    if countries and regions:
        stated = [share for share in map(percentage, (raw for _, raw in countries)) if share is not None]
        if abs(sum(stated) - 100) <= 1:
            regions = []
    return normalised(percentages(countries + regions))


def sectors(elements):
    by_vocabulary = collections.defaultdict(list)
    for element in elements:
        vocabulary = (element.get("vocabulary") or "1").strip()
        by_vocabulary[SECTOR_VOCABULARIES.get(vocabulary, vocabulary)].append(
            (element.get("code", "").strip() or "unallocated", element.get("percentage")))
    for vocabulary in ("1", "2"):
        if by_vocabulary[vocabulary]:
            return normalised(percentages(by_vocabulary[vocabulary]))
    return {"unallocated": Fraction(1)}


def activities(path):
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    root = ElementTree.parse(path).getroot()
    for position, activity in enumerate(root.findall("iati-activity")):
        reporter = activity.find("reporting-org")
        secondary = reporter is not None and reporter.get("secondary-reporter") in ("1", "true")
        yield {"identifier": text(activity.find("iati-identifier")), "element": activity, "key": (digest, position),
               "primary": not secondary, "updated": activity.get("last-updated-datetime") or "",
               "generated": root.get("generated-datetime") or ""}


def counted(all_activities):
    best = {}
    for activity in all_activities:
        identifier = activity["identifier"] or activity["key"]
        rank = (activity["primary"], activity["updated"], activity["generated"])
        held = best.get(identifier)
        if held is None or rank > held[0] or (rank == held[0] and activity["key"] < held[1]["key"]):
            best[identifier] = (rank, activity)
    return [activity for _, activity in best.values()]


def oracle_sums(files, rates):
    by_place = collections.defaultdict(lambda: [Fraction(0), Fraction(0), 0])
    by_sector = collections.defaultdict(lambda: [Fraction(0), Fraction(0), 0])
    for activity in counted([a for path in files for a in activities(path)]):
        element = activity["element"]
        own_geography, own_sectors = geography(element), sectors(element.findall("sector"))
        for transaction in element.findall("transaction"):
            value_element = transaction.find("value")
            value = money(text(value_element))
            attributes = value_element.attrib if value_element is not None else {}
            currency = (attributes.get("currency") or element.get("default-currency") or "").strip().upper()
            date_element = transaction.find("transaction-date")
            date = iso_date(attributes.get("value-date")) or iso_date(
                date_element.get("iso-date") if date_element is not None else None)
            if value is None or not currency or not date:
                continue
            type_element = transaction.find("transaction-type")
            code = (type_element.get("code") if type_element is not None else "") or ""
            kind = TYPES.get(code.strip(), code.strip())
            rate = find_rate(rates, currency, date)
            usd = None if rate is None else (value * rate).quantize(CENT, ROUND_HALF_EVEN)
            has_place = transaction.find("recipient-country") is not None or transaction.find("recipient-region") is not None
            place_shares = geography(transaction) if has_place else own_geography
            sector_elements = transaction.findall("sector")
            sector_shares = sectors(sector_elements) if sector_elements else own_sectors
            for sums, shares, flows in ((by_place, place_shares, len(sector_shares)),
                                        (by_sector, sector_shares, len(place_shares))):
                for key, share in shares.items():
                    cell = sums[(kind, currency, key)]
                    cell[0] += Fraction(value) * share
                    cell[1] += Fraction(usd) * share if usd is not None else 0
                    cell[2] += flows
    return by_place, by_sector


def store_sums(kept, store, key):
    sql = f"SELECT type, currency, {key}, sum(value) AS value, sum(coalesce(usd, 0)) AS usd FROM flows GROUP BY ALL"
    answer = subprocess.run([kept, "query", "--store", store, "--format", "json", sql], check=True, capture_output=True,
                            text=True).stdout
    return json.loads(answer, parse_float=Decimal, parse_int=Decimal)


def compare(name, expected, rows, key_of):
    problems = []
    found = {(row["type"], row["currency"], key_of(row)): row for row in rows}
    for key in sorted(expected.keys() | found.keys(), key=str):
        if key not in expected or key not in found:
            problems.append(f"{name} {key}: only in {'the store' if key in found else 'the oracle'}")
            continue
        value, usd, flows = expected[key]
        allowed = Fraction(CENT) * flows  # each flow is rounded to one unit of the last place
        for what, mine in (("value", value), ("usd", usd)):
            theirs = Fraction(Decimal(str(found[key][what])))
            if abs(mine - theirs) > allowed:
                problems.append(f"{name} {key}: {what} {float(theirs)} in the store, {float(mine)} by the oracle")
    return problems


def main():
    kept, store, rates_path, *files = sys.argv[1:]
    by_place, by_sector = oracle_sums(files, read_rates(rates_path))
    problems = compare("place", by_place, store_sums(kept, store, "place_kind, place"),
                       lambda row: "unallocated" if row["place_kind"] == "unallocated" else (row["place_kind"], row["place"]))
    problems += compare("sector", by_sector, store_sums(kept, store, "sector"), lambda row: row["sector"])
    for problem in problems[:50]:
        print(problem)
    print(f"oracle: {len(by_place)} sums by place and {len(by_sector)} by sector compared, {len(problems)} differ")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
