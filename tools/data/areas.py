# SPDX-License-Identifier: Apache-2.0
"""Countries and economies, and named groups of them."""

import csv
import json

AREA_COLUMNS = ["iso2", "iso3", "m49", "name_en", "name_zh", "name_ko", "region", "sub_region"]
GROUP_COLUMNS = ["group", "iso3"]

# Where the source's English name is not the one that the United Nations use.
NAMES = {"CIV": "Côte d'Ivoire"}
# Where the source's common name is another country's: (Chinese, Korean), None where it stands as it is.
TRANSLATIONS = {"DMA": ("多米尼克", "도미니카 연방"), "IOT": (None, "영국령 인도양 지역"),
                "SGS": (None, "사우스조지아 사우스샌드위치 제도")}
# In use by the World Bank, IATI and others, though not in ISO 3166-1: user-assigned codes.
KOSOVO = {"ISO3166-1-Alpha-2": "XK", "ISO3166-1-Alpha-3": "XKX", "M49": "", "official_name_en": "Kosovo",
          "Region Name": "Europe", "Sub-region Name": "Southern Europe"}
KOSOVO_IN_NAMES = "UNK"

# The Association of Southeast Asian Nations; Timor-Leste joined on 26 October 2025.
ASEAN = ["BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "TLS", "VNM"]
# Left the list of least developed countries after the source was last brought up to date (13 December 2024).
GRADUATED = {"STP"}
MARKED_GROUPS = {
    "landlocked-developing": "Land Locked Developing Countries (LLDC)",
    "least-developed": "Least Developed Countries (LDC)",
    "small-island-developing": "Small Island Developing States (SIDS)",
}


def read_countries(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_names(path):
    """ISO 3166-1 alpha-3 -> record."""
    with open(path, encoding="utf-8") as file:
        return {country["cca3"]: country for country in json.load(file)}


def area_rows(countries, names):
    rows = []
    for country in countries + [KOSOVO]:
        iso3 = country["ISO3166-1-Alpha-3"]
        translations = names[KOSOVO_IN_NAMES if country is KOSOVO else iso3]["translations"]
        m49 = country["M49"].zfill(3) if country["M49"] else ""
        name = NAMES.get(iso3, country["official_name_en"].replace("’", "'"))
        chinese, korean = TRANSLATIONS.get(iso3, (None, None))
        rows.append([country["ISO3166-1-Alpha-2"], iso3, m49, name, chinese or translations["zho"]["common"],
                     korean or translations["kor"]["common"], country["Region Name"], country["Sub-region Name"]])
    return sorted(rows, key=lambda row: row[1])


def group_rows(countries, names):
    by_iso3 = {country["ISO3166-1-Alpha-3"]: country for country in countries}
    africa = {iso3 for iso3, country in by_iso3.items() if country["Region Name"] == "Africa"}
    groups = {
        "africa": africa,
        "african-union": {iso3 for iso3 in africa if names[iso3]["unMember"]},
        "asean": set(ASEAN),
    }
    for group, column in MARKED_GROUPS.items():
        groups[group] = {iso3 for iso3, country in by_iso3.items() if country[column].strip()}
    groups["least-developed"] -= GRADUATED
    found = len(groups["african-union"])
    if found != 54:
        raise SystemExit(f"the African Union's members come to {found}, not 54: check the source")
    return [[group, iso3] for group in sorted(groups) for iso3 in sorted(groups[group])]
