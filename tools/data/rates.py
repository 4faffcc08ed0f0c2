# SPDX-License-Identifier: Apache-2.0
"""Monthly average exchange rates: the IMF's where they are sound, else those of the Federal Reserve (by FRED)."""

import collections
import csv
from decimal import Context, Decimal, ROUND_HALF_EVEN

COLUMNS = ["currency", "month", "usd_per_unit", "source"]
TWELVE_DIGITS = Context(prec=12, rounding=ROUND_HALF_EVEN)

# FRED names countries. The currencies that the euro replaced are read until they left circulation (2001-12).
FRED_CURRENCIES = {
    "Australia": "AUD", "Brazil": "BRL", "Canada": "CAD", "China": "CNY", "Denmark": "DKK", "Euro": "EUR",
    "Hong Kong": "HKD", "India": "INR", "Japan": "JPY", "Malaysia": "MYR", "Mexico": "MXN", "New Zealand": "NZD",
    "Norway": "NOK", "Singapore": "SGD", "South Africa": "ZAR", "South Korea": "KRW", "Sri Lanka": "LKR",
    "Sweden": "SEK", "Switzerland": "CHF", "Taiwan": "TWD", "Thailand": "THB", "United Kingdom": "GBP",
}
FRED_LEGACY = {
    "Austria": "ATS", "Belgium": "BEF", "Finland": "FIM", "France": "FRF", "Germany": "DEM", "Greece": "GRD",
    "Ireland": "IEP", "Italy": "ITL", "Netherlands": "NLG", "Portugal": "PTE", "Spain": "ESP",
}
LAST_LEGACY_MONTH = "2001-12"
# Rescaled at each redenomination, so that its older months are in no currency that ever circulated.
FRED_LEFT_OUT = {"Venezuela"}

# Months in which the IMF's file does not hold what the code says: currency, first, last month, what it holds.
IMF_UNSOUND = [
    ("BRL", "1994-01", "1994-06", "the cruzeiro real, which the real replaced at 2,750 to 1 in July 1994"),
    ("BWP", "1998-08", "1999-03", "pula per USD, or a mixture of both ways"),
    ("MTL", "1999-01", "1999-07", "a mixture of quotations"),
    ("PLN", "1994-01", "1994-12", "the old zloty, which the new one replaced at 10,000 to 1 in January 1995"),
    ("VEB", "1998-05", "1998-05", "a value 24,000 times its neighbours'"),
]
# One month of one currency that deviates by more than this rests on a few days of the IMF's around a devaluation:
# FRED's average is taken. Not where the baht had two markets, of which FRED quotes the offshore one.
MONTH_LIMIT = Decimal("0.05")
TWO_MARKETS = {"THB"}


def read_imf(folder):
    """currency -> month -> USD per unit, as published, without the months that are unsound."""
    series = collections.defaultdict(dict)
    with open(folder / "imf-monthly-usd-per-unit.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            series[row["currency"]][row["month"]] = Decimal(row["usd_per_unit"])
    del series["USD"]  # 1 by definition, in every month
    for currency, first, last, _ in IMF_UNSOUND:
        for month in [month for month in series[currency] if first <= month <= last]:
            del series[currency][month]
    return series


def read_fred(folder):
    """currency -> month -> USD per unit, 12 significant digits."""
    series = collections.defaultdict(dict)
    with open(folder / "monthly.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            country, month, value = row["Country"], row["Date"][:7], row["Exchange rate"].strip()
            legacy = FRED_LEGACY.get(country)
            currency = legacy or FRED_CURRENCIES.get(country)
            if currency is None and country not in FRED_LEFT_OUT:
                raise SystemExit(f"FRED names a country whose currency is not known: {country}")
            if currency and value and not (legacy and month > LAST_LEGACY_MONTH):
                series[currency][month] = TWELVE_DIGITS.divide(Decimal(1), Decimal(value))
    return series


def deviations(imf, fred):
    """(currency, month) -> |FRED ÷ IMF − 1| for all months that both have."""
    return {(currency, month): abs(rate / imf[currency][month] - 1)
            for currency, months in fred.items() for month, rate in months.items()
            if month in imf.get(currency, {})}


def preferring_fred(apart):
    """The (currency, month) pairs that both have and FRED gives better."""
    return {(currency, month) for (currency, month), deviation in apart.items()
            if deviation > MONTH_LIMIT and currency not in TWO_MARKETS}


def rate_rows(folder):
    imf, fred = read_imf(folder), read_fred(folder)
    better = preferring_fred(deviations(imf, fred))
    rows = []
    for currency in sorted(set(imf) | set(fred)):
        for month in sorted(set(imf.get(currency, {})) | set(fred.get(currency, {}))):
            from_imf = month in imf.get(currency, {}) and (currency, month) not in better
            rate = (imf if from_imf else fred)[currency][month]
            rows.append([currency, month, f"{rate:f}", "IMF" if from_imf else "FRED"])
    return rows


def agreement(folder):
    """How far both agree, as lines of a Markdown table."""
    imf, fred = read_imf(folder), read_fred(folder)
    apart = deviations(imf, fred)
    better = preferring_fred(apart)
    yield "| currency | months in both | mean | largest | in | taken from FRED instead |"
    yield "|---|---|---|---|---|---|"
    for currency in sorted({currency for currency, _ in apart}):
        values = {month: deviation for (code, month), deviation in apart.items() if code == currency}
        worst = max(values, key=lambda month: values[month])
        instead = sorted(month for code, month in better if code == currency)
        yield (f"| {currency} | {len(values)} | {sum(values.values()) / len(values):.3%} | {values[worst]:.2%} | {worst} "
               f"| {', '.join(instead) or '–'} |")
