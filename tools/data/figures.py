# SPDX-License-Identifier: Apache-2.0
"""Indicators of survival, income groups, and the names under which publishers know countries and their sums."""

import csv
import sys
import unicodedata

ALIAS_COLUMNS = ["iso3", "alias"]
AGGREGATE_COLUMNS = ["code", "publisher", "name"]
INCOME_COLUMNS = ["iso3", "fiscal_year", "group"]
SERIES_COLUMNS = ["id", "publisher", "title", "published", "note"]
OBSERVATION_COLUMNS = ["indicator", "iso3", "year", "value", "series"]

FIRST_YEAR = 1990
INCOME_WORDS = {"L": "low", "LM": "lower-middle", "LM*": "lower-middle", "UM": "upper-middle", "H": "high"}

WORLD_BANK = {"under_five_mortality_rate": "wdi-under5-mortality.csv",
              "infant_mortality_rate": "wdi-infant-mortality.csv"}
MATERNAL = "unsd-maternal-mortality-ratio.csv"
# The maternal file does not name its release. Its span and figures are those of the estimates that WHO, UNICEF,
# UNFPA, the World Bank and the UN Population Division published on 19 September 2019.
SERIES = [
    ["wdi-2025-12", "World Bank", "World Development Indicators", "2025-12-19", ""],
    ["mmr-2000-2017", "United Nations", "Trends in maternal mortality 2000 to 2017", "2019-09-19",
     "old: newer estimates have been published since, and are not in this table"],
]

# Names and codes of countries that no source at hand lists. Codes: the World Bank's before 2002, Eurostat's, and
# what aid data uses for Kosovo and the West Bank and Gaza.
FURTHER_ALIASES = {
    "XKX": ["Kosovo", "Kosovo (UNSCR 1244)", "KSV", "UNK"], "AND": ["ADO"], "COD": ["ZAR"], "ROU": ["ROM"],
    "TLS": ["TMP"], "PSE": ["WBG", "State of Palestine", "Occupied Palestinian Territory"], "GRC": ["EL"], "GBR": ["UK"],
    "CIV": ["Cote dIvoire"], "TUR": ["Turkey", "Türkiye", "Turkiye"], "CZE": ["Czechia", "Czech Republic"],
    "SWZ": ["Eswatini", "Swaziland"], "MKD": ["North Macedonia", "Macedonia, FYR"], "CPV": ["Cabo Verde", "Cape Verde"],
    "KOR": ["Korea"],
}
# Spellings of one country that are also a part of another's name, or of none of today's states.
NO_ALIASES = {"micronesia", "samoa islands", "virgin islands"}
ALIAS_FIELDS = ["UNTERM English Short", "UNTERM English Formal", "official_name_en", "CLDR display name",
                "ISO4217-currency_country_name", "official_name_fr", "official_name_es", "UNTERM French Short",
                "UNTERM Spanish Short", "official_name_cn", "UNTERM Chinese Short", "UNTERM Chinese Formal"]
WHO_REGIONS = {"AFR": "Africa", "AMR": "Americas", "EMR": "Eastern Mediterranean", "EUR": "Europe",
               "SEAR": "South-East Asia", "WPR": "Western Pacific", "GLOBAL": "Global"}


def fold(text):
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def world_bank_rows(path):
    """The rows below the header, each with its columns by name."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = [row for row in csv.reader(file) if row]
    header = next(n for n, row in enumerate(lines) if row[0] == "Country Name")
    return [dict(zip(lines[header], row)) for row in lines[header + 1:]]


def unicef_areas(folder):
    with open(folder / "sdmx" / "unicef-CME_MRY0T4_all_2020.csv", encoding="utf-8-sig", newline="") as file:
        return sorted({(row["REF_AREA"], row["Geographic area"]) for row in csv.DictReader(file)})


def without_article(name):
    """UNTERM writes "Republic of Korea (the)" and "the Republic of Korea"."""
    for article in ("(the)", "(la)", "(le)", "(l')", "(les)", "(el)", "(los)", "(las)"):
        if name.endswith(" " + article):
            return name[:-len(article)].strip()
    for article in ("the ", "la ", "le ", "el ", "les ", "los ", "las "):
        if name.startswith(article):
            return name[len(article):].strip()
    return name


def alias_rows(folder, countries, names, areas):
    """Every further name of an area, but those that two areas share, which stderr tells. `areas`: the rows of
    areas.csv."""
    known = {row[1] for row in areas}
    names_of = {}
    for row in areas:
        for name in row[3:6]:
            names_of.setdefault(fold(name), set()).add(row[1])
    for name, iso3 in names_of.items():
        if len(iso3) > 1:
            raise SystemExit(f"areas.csv would name {' and '.join(sorted(iso3))} `{name}`: see areas.TRANSLATIONS")
    found = {}

    def add(iso3, alias):
        alias = " ".join(alias.replace("*", "").split())
        # Two and three letters are codes, which FURTHER_ALIASES lists where they are not ISO's.
        if iso3 in known and len(alias) > 1 and fold(alias) not in NO_ALIASES:
            found.setdefault(fold(alias), {}).setdefault(iso3, alias)

    for country in countries:
        for field in ALIAS_FIELDS:
            for name in (country[field], without_article(country[field])):
                if len(name) > 3 or not name.isascii():
                    add(country["ISO3166-1-Alpha-3"], name)
    for iso3, country in names.items():
        iso3 = "XKX" if iso3 == "UNK" else iso3
        for name in [country["name"]["common"], country["name"]["official"], *country["altSpellings"]]:
            if len(name) > 3 or not name.isascii():
                add(iso3, name)
    for file in WORLD_BANK.values():
        for row in world_bank_rows(folder / "indicators" / file):
            add(row["Country Code"], row["Country Name"])
    for code, name in unicef_areas(folder):
        add(code, name)
    for iso3, aliases in FURTHER_ALIASES.items():
        for alias in aliases:
            found[fold(alias)] = {iso3: alias}
    rows = []
    for folded, by_area in sorted(found.items()):
        owners = set(by_area) | names_of.get(folded, set())
        if len(owners) > 1:
            print(f"left out, a name of {' and '.join(sorted(owners))}: {folded}", file=sys.stderr)
        elif folded not in names_of:
            rows += [[iso3, alias] for iso3, alias in by_area.items()]
    return sorted(rows)


def aggregate_rows(folder, countries, areas):
    of_countries = {row[1] for row in areas}
    rows = {(row["Country Code"], "world-bank", row["Country Name"])
            for file in WORLD_BANK.values() for row in world_bank_rows(folder / "indicators" / file)
            if row["Country Code"] not in of_countries}
    rows |= {(code, "unicef", name) for code, name in unicef_areas(folder) if code not in of_countries}
    rows |= {(code, "who", name) for code, name in WHO_REGIONS.items()}
    rows.add(("001", "m49", "World"))
    for country in countries:
        for code, name in (("Region Code", "Region Name"), ("Sub-region Code", "Sub-region Name"),
                           ("Intermediate Region Code", "Intermediate Region Name")):
            if country[code]:
                rows.add((country[code].zfill(3), "m49", country[name]))
    return sorted(rows)


def income_rows(folder, areas):
    of_countries = {row[1] for row in areas}
    with open(folder / "income-groups" / "oghist.csv", encoding="utf-8-sig", newline="") as file:
        return [[row["iso3"], row["fiscal_year"], INCOME_WORDS[row["group"]]] for row in csv.DictReader(file)
                if row["iso3"] in of_countries and row["group"] in INCOME_WORDS]


def observation_rows(folder, areas):
    of_countries = {row[1] for row in areas}
    rows = []
    for indicator, file in WORLD_BANK.items():
        for row in world_bank_rows(folder / "indicators" / file):
            rows += [[indicator, row["Country Code"], year, value, "wdi-2025-12"] for year, value in row.items()
                     if year.isdigit() and int(year) >= FIRST_YEAR and value and row["Country Code"] in of_countries]
    with open(folder / "indicators" / MATERNAL, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["unit"] != "maternal deaths per 100000 live births":
                raise SystemExit(f"{MATERNAL}: the unit {row['unit']} is not the one that the catalogue has")
            if row["iso3"] in of_countries and row["value"]:
                rows.append(["maternal_mortality_ratio", row["iso3"], row["year"], row["value"], "mmr-2000-2017"])
    return sorted(rows)
