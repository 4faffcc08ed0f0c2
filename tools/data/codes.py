# SPDX-License-Identifier: Apache-2.0
"""The code lists of the IATI standard, and currencies with their minor units."""

import xml.etree.ElementTree as ElementTree

CODE_COLUMNS = ["list", "code", "name", "status"]
CURRENCY_COLUMNS = ["code", "name", "minor_units"]

# Currencies of the rates that the standard's list no longer has.
FORMER_CURRENCIES = {
    "ATS": "Austrian Schilling", "BEF": "Belgian Franc", "DEM": "Deutsche Mark", "ESP": "Spanish Peseta",
    "FIM": "Finnish Markka", "FRF": "French Franc", "GRD": "Greek Drachma", "IEP": "Irish Pound",
    "ITL": "Italian Lira", "LUF": "Luxembourg Franc", "MTL": "Maltese Lira", "NLG": "Netherlands Guilder",
    "PTE": "Portuguese Escudo", "VEB": "Venezuelan Bolivar (until 2007)",
}
# The source's row of Türkiye names no currency.
MINOR_UNITS = {"TRY": "2"}


def read_lists(folder):
    """[list, code, English name, status]; status is empty where the list states none."""
    rows = []
    for path in sorted(folder.glob("*.xml")):
        root = ElementTree.parse(path).getroot()
        for item in root.iter("codelist-item"):
            name = " ".join((item.findtext("name/narrative") or "").split())
            rows.append([root.get("name"), item.findtext("code").strip(), name, item.get("status") or ""])
    return sorted(rows)


def currency_rows(lists, countries):
    units = dict(MINOR_UNITS)
    for country in countries:
        codes = country["ISO4217-currency_alphabetic_code"].split(",")
        units.update(zip(codes, country["ISO4217-currency_minor_unit"].split(",")))
    names = dict(FORMER_CURRENCIES)
    names.update((code, name) for list_name, code, name, _ in lists if list_name == "Currency")
    return [[code, names[code], units.get(code, "")] for code in sorted(names)]
