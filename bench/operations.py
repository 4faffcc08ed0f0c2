# SPDX-License-Identifier: Apache-2.0
"""What is measured. Each answer is checked: a program that gives a wrong answer quickly has not been fast."""

import json
import shutil

import baselines
from measuring import run_once, warm
from workplace import AS_OF, LEDGER, Workplace, expect, generate

QUESTION = "SELECT place, sector, sum(usd) AS usd FROM flows GROUP BY place, sector ORDER BY usd DESC"
SMALL_FILE = 20_000


def validate(place):
    row, output = place.measured([place.settings.kept, "validate", "--format", "json", "--max-findings", 100,
                                  *place.threads(), place.file], place.made["bytes"])
    (verdict,) = json.loads(output)["files"]
    expect(verdict["valid"] and not any(verdict["summary"].values()), "the validator objects to the generated file")
    return row


def load_command(place, path, store):
    return [place.settings.kept, "load", "--store", store, "--format", "json", *place.threads(), path]


def check_load(output, made, outcome):
    sources = json.loads(output)["sources"]
    expect(len(sources) == made["files"], f"{len(sources)} of {made['files']} files were loaded")
    expect(all(source["outcome"] == outcome for source in sources), f"a source is not {outcome}")
    for counted in ("activities", "transactions"):
        total = sum(source[counted] for source in sources)
        expect(outcome != "loaded" or total == made[counted], f"{total} {counted} loaded of {made[counted]}")


def check_store(place):
    """Not measured: does the store hold what the generator made?"""
    question = ("SELECT (SELECT count(*) FROM transactions) AS transactions, "
                "(SELECT count(*) FROM transfers WHERE confirmed_by = 'both') AS paired, "
                "(SELECT count(*) FROM sources WHERE illustrative) AS marked")
    command = [place.settings.kept, "query", "--store", place.store, "--format", "json", question]
    (counted,) = json.loads(run_once(list(map(str, command))).output)
    expect(counted["transactions"] == place.made["transactions"], "the store holds other transactions")
    expect(counted["paired"] > 0, "no transfer is confirmed by both sides")
    expect(counted["marked"] == 1, "made-up data is not marked as such")


def load(place):
    row, output = place.measured(load_command(place, place.file, place.store), place.made["bytes"], place.remove_store)
    check_load(output, place.made, "loaded")
    check_store(place)
    return row | {"store": place.store.stat().st_size}


def load_unchanged(place):
    row, output = place.measured(load_command(place, place.file, place.store), place.made["bytes"])
    check_load(output, place.made, "unchanged")
    return row


def load_small(place):
    """As many bytes as the large file has, though no more than `small_files` files."""
    settings, folder, store = place.settings, place.settings.work / "small", place.settings.work / "small.kept"
    size = min(place.made["bytes"], settings.small_files * SMALL_FILE)
    try:
        made = generate(settings, ("bytes", size), folder, max(1, size // SMALL_FILE))
        for path in folder.iterdir():
            warm(path)
        row, output = place.measured(load_command(place, folder, store), made["bytes"],
                                     lambda: place.remove_store("small"))
        check_load(output, made, "loaded")
        return row | {"store": store.stat().st_size, "files": made["files"]}
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        place.remove_store("small")


def ask(place, command, *options):
    row, output = place.measured([place.settings.kept, command, "--store", place.store, "--format", "json", *options])
    return row, json.loads(output)


def report(place):
    row, answer = ask(place, "report", "--ledger", LEDGER, "--as-of", AS_OF)
    expect(any(float(statement["central"] or 0) > 0 for statement in answer["statements"]), "no evidence at all")
    return row


def explain(place):
    row, answer = ask(place, "explain", "money-to-all", "--limit", 1000, "--ledger", LEDGER, "--as-of", AS_OF)
    expect(sum(part["facts"] for part in answer["sums"]) > 0, "the trail is empty")
    return row


def query(place):
    row, answer = ask(place, "query", QUESTION)
    expect(len(answer) > 10, "flows of fewer than ten places and sectors")
    return row


OPERATIONS = {
    "cat": baselines.cat,
    "xmllint --stream": baselines.xmllint_stream,
    "xmllint --schema": baselines.xmllint_schema,
    "pugixml walk": baselines.walk,
    "kept validate": validate,
    "kept load": load,
    "kept load, unchanged": load_unchanged,
    "kept load, small files": load_small,
    "kept report": report,
    "kept explain": explain,
    "kept query": query,
}
# What is measured at each point of the curve of growth.
GROWING = ["cat", "pugixml walk", "kept validate", "kept load", "kept report", "kept explain", "kept query"]


def ratios(row, others):
    """How many times the baselines' time the operation takes; where it reads other bytes, for each byte."""
    found = {}
    for heading, name in baselines.BASELINES.items():
        other = others.get(name, {})
        if "wall" in row and "wall" in other and name != row["operation"]:
            share = row["bytes"] / other["bytes"] if "bytes" in row else 1
            found[heading] = row["wall"] / share / other["wall"]
    return found


def measure_size(settings, label, size, wanted=None):
    """All operations (or those that are wanted) on one generated file, as a record."""
    place = Workplace(settings, size)
    rows = {}
    try:
        warm(place.file)
        for name, operation in OPERATIONS.items():
            if wanted is not None and name not in wanted:
                continue
            rows[name] = {"operation": name} | operation(place)
            rows[name]["ratios"] = ratios(rows[name], rows)
            said = f"{rows[name]['wall']:.3f} s" if "wall" in rows[name] else rows[name]["left_out"]
            settings.say(f"{label}: {name}: {said}")
    finally:
        place.remove_all()
    return {"label": label, **place.made, "operations": list(rows.values())}
