# SPDX-License-Identifier: Apache-2.0
"""What is measured. Each operation is checked: a program that gives a wrong answer quickly has not been fast."""

import json
import pathlib
import shutil
import subprocess
from dataclasses import dataclass

from machine import available_memory
from measuring import run_often, run_once, warm

HERE = pathlib.Path(__file__).resolve().parent
LEDGER = HERE / "ledger"
AS_OF = "2025-01-01"
QUESTION = "SELECT place, sector, sum(usd) AS usd FROM flows GROUP BY place, sector ORDER BY usd DESC"
SMALL_FILE = 20_000

# What later rows are compared with, and the heading of their column.
BASELINES = {"cat": "cat", "xmllint --stream": "stream", "xmllint --schema": "schema", "pugixml walk": "walk"}
# What is measured at each point of the curve of growth.
GROWING = ["cat", "pugixml walk", "kept validate", "kept load", "kept report", "kept query"]


@dataclass
class Bench:
    """Where things are and how often they are measured."""

    kept: pathlib.Path
    programs: pathlib.Path
    work: pathlib.Path
    runs: int = 3
    patience: float = 20
    threads: int = 0
    seed: int = 1
    xsd: pathlib.Path | None = None
    say: object = print


def expect(holds, what):
    if not holds:
        raise SystemExit(f"bench: wrong answer: {what}")


def generate(bench, size, target, files=0):
    """Makes a file, or a folder of `files` files; returns what the generator says it made."""
    kind, amount = size
    command = [bench.programs / "generate", f"--{kind}", str(amount), "--seed", str(bench.seed), "--output", target]
    if files:
        command += ["--files", str(files)]
    made = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    expect(made.returncode == 0, made.stderr)
    return json.loads(made.stderr)


class SizeRun:
    """All operations on one generated file."""

    def __init__(self, bench, label, size):
        self.bench, self.label, self.size = bench, label, size
        self.rows = []
        self.file = bench.work / "activities.xml"
        self.store = bench.work / "activities.kept"
        self.folder = bench.work / "small"

    def run(self, wanted=None):
        self.made = generate(self.bench, self.size, self.file)
        warm(self.file)
        try:
            for name, operation in OPERATIONS.items():
                if wanted is None or name in wanted:
                    self._measure(name, operation)
        finally:
            self.file.unlink(missing_ok=True)
            self._remove_store()
            shutil.rmtree(self.folder, ignore_errors=True)
        return {"label": self.label, **self.made, "operations": self.rows}

    def _measure(self, name, operation):
        row = {"operation": name}
        row.update(operation(self))
        baselines = {known["operation"]: known for known in self.rows if known["operation"] in BASELINES}
        if "wall" in row:
            row["ratios"] = {known: row["wall"] / other["wall"] for known, other in baselines.items() if "wall" in other}
        self.rows.append(row)
        self.bench.say(f"{self.label}: {name}: " + (f"{row['wall']:.3f} s" if "wall" in row else row["left_out"]))

    def _remove_store(self):
        for path in self.bench.work.glob("activities.kept*"):
            path.unlink()

    def timed(self, command, of_bytes=None, prepare=None, discard=False):
        """Measures a command; `of_bytes`: what it reads. Without, it counts rows: the store's transactions."""
        result = run_often(list(map(str, command)), self.bench.runs, self.bench.patience, prepare,
                           discard)
        row = {"wall": result.wall, "cpu": result.cpu, "peak": result.peak, "runs": result.runs}
        row["bytes" if of_bytes else "rows"] = of_bytes or self.made["transactions"]
        return row, result.output

    def threads(self):
        return ["--threads", self.bench.threads] if self.bench.threads else []

    def load(self, paths, store):
        return [self.bench.kept, "load", "--store", store, "--format", "json", *self.threads(), *paths]


def cat(run):
    return run.timed(["cat", run.file], run.made["bytes"], discard=True)[0]


def xmllint_stream(run):
    if not shutil.which("xmllint"):
        return {"left_out": "xmllint is not installed"}
    return run.timed(["xmllint", "--noout", "--stream", run.file], run.made["bytes"])[0]


def xmllint_schema(run):
    if not shutil.which("xmllint"):
        return {"left_out": "xmllint is not installed"}
    if run.bench.xsd is None:
        return {"left_out": "no schema given (--xsd DIR)"}
    memory = available_memory()
    if memory is not None and memory < 8 * run.made["bytes"]:
        return {"left_out": "the whole tree would not fit the memory"}
    schema = run.bench.xsd / "iati-activities-schema.xsd"
    return run.timed(["xmllint", "--noout", "--schema", schema, run.file], run.made["bytes"])[0]


def walk(run):
    row, output = run.timed([run.bench.programs / "walk", run.file], run.made["bytes"])
    expect(json.loads(output)["transactions"] == run.made["transactions"], "the walk counts other transactions")
    return row


def validate(run):
    row, output = run.timed([run.bench.kept, "validate", "--max-findings", 100, *run.threads(), run.file],
                            run.made["bytes"])
    expect("valid" in output and "invalid" not in output, "the file is not valid")
    return row


def check_load(run, output, made, outcome):
    summary = json.loads(output)
    for counted in ("activities", "transactions"):
        total = sum(source[counted] for source in summary["sources"])
        expect(outcome != "loaded" or total == made[counted], f"{total} {counted} loaded of {made[counted]}")
    expect(all(source["outcome"] == outcome for source in summary["sources"]), f"a source is not {outcome}")
    expect(len(summary["sources"]) == made["files"], "not every file was loaded")


def load_new(run):
    row, output = run.timed(run.load([run.file], run.store), run.made["bytes"], run._remove_store)
    check_load(run, output, run.made, "loaded")
    row["store"] = run.store.stat().st_size
    return row


def load_unchanged(run):
    row, output = run.timed(run.load([run.file], run.store), run.made["bytes"])
    check_load(run, output, run.made, "unchanged")
    return row


def load_small(run):
    files = max(1, run.made["bytes"] // SMALL_FILE)
    made = generate(run.bench, run.size, run.folder, files)
    for path in run.folder.iterdir():
        warm(path)
    store = run.bench.work / "small.kept"

    def remove():
        for path in run.bench.work.glob("small.kept*"):
            path.unlink()

    row, output = run.timed(run.load([run.folder], store), made["bytes"], remove)
    check_load(run, output, made, "loaded")
    row |= {"store": store.stat().st_size, "files": made["files"]}
    remove()
    return row


def ask(run, command, *options):
    return run.timed([run.bench.kept, command, "--store", run.store, "--format", "json", *options])


def report(run):
    row, output = ask(run, "report", "--ledger", LEDGER, "--as-of", AS_OF)
    statements = json.loads(output)["statements"]
    expect(any(float(statement["central"] or 0) > 0 for statement in statements), "a report without any evidence")
    return row


def explain(run):
    return ask(run, "explain", "money-to-all", "--limit", 50, "--ledger", LEDGER, "--as-of", AS_OF)[0]


def query(run):
    row, output = ask(run, "query", QUESTION)
    expect(len(json.loads(output)) > 10, "flows of fewer than ten places")
    return row


def check_store(run):
    """Not measured: does the store hold what the generator made?"""
    question = ("SELECT (SELECT count(*) FROM transactions) AS transactions, "
                "(SELECT count(*) FROM transfers WHERE confirmed_by = 'both') AS paired, "
                "(SELECT count(*) FROM sources WHERE illustrative) AS marked")
    command = [run.bench.kept, "query", "--store", run.store, "--format", "json", question]
    counted = json.loads(run_once(list(map(str, command))).output)[0]
    expect(counted["transactions"] == run.made["transactions"], "the store holds other transactions")
    expect(counted["paired"] > 0, "no transfer is confirmed by both sides")
    expect(counted["marked"] == 1, "made-up data is not marked as such")


def load_and_check(run):
    row = load_new(run)
    check_store(run)
    return row


OPERATIONS = {
    "cat": cat,
    "xmllint --stream": xmllint_stream,
    "xmllint --schema": xmllint_schema,
    "pugixml walk": walk,
    "kept validate": validate,
    "kept load": load_and_check,
    "kept load, unchanged": load_unchanged,
    "kept load, small files": load_small,
    "kept report": report,
    "kept explain": explain,
    "kept query": query,
}
