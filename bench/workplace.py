# SPDX-License-Identifier: Apache-2.0
"""Where the measured commands run: paths, settings, generated files."""

import json
import pathlib
import subprocess
from dataclasses import dataclass

from measuring import run_often

HERE = pathlib.Path(__file__).resolve().parent
LEDGER = HERE / "ledger"
AS_OF = "2025-01-01"


@dataclass
class Settings:
    """Where the programs are and how often they are measured."""

    kept: pathlib.Path
    programs: pathlib.Path
    work: pathlib.Path
    runs: int = 3
    patience: float = 20
    threads: int = 0
    seed: int = 1
    small_files: int = 1000
    xsd: pathlib.Path | None = None
    say: object = print


def expect(holds, what):
    """Ends the run where an answer is wrong."""
    if not holds:
        raise SystemExit(f"bench: wrong answer: {what}")


def generate(settings, size, target, files=0):
    """Makes a file, or a folder of `files` files, of a size such as ("bytes", 10000000); returns what the generator
    says it made."""
    kind, amount = size
    command = [settings.programs / "generate", f"--{kind}", amount, "--seed", settings.seed, "--output", target]
    if files:
        command += ["--files", files]
    made = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    expect(made.returncode == 0, made.stderr)
    return json.loads(made.stderr)


class Workplace:
    """One generated file, and the store that is loaded from it."""

    def __init__(self, settings, size):
        self.settings = settings
        self.file = settings.work / "activities.xml"
        self.store = settings.work / "activities.kept"
        self.made = generate(settings, size, self.file)

    def remove_store(self, name="activities"):
        for path in self.settings.work.glob(f"{name}.kept*"):
            path.unlink()

    def remove_all(self):
        self.file.unlink(missing_ok=True)
        self.remove_store()

    def measured(self, command, of_bytes=None, prepare=None, discard=False):
        """The row of a command, and what it printed. `of_bytes`: what it reads; without, it is about the rows of the
        store's transactions."""
        result = run_often(list(map(str, command)), self.settings.runs, self.settings.patience, prepare, discard)
        row = {"wall": result.wall, "cpu": result.cpu, "peak": result.peak, "runs": result.runs}
        row["bytes" if of_bytes else "rows"] = of_bytes or self.made["transactions"]
        return row, result.output

    def threads(self):
        return ["--threads", self.settings.threads] if self.settings.threads else []
