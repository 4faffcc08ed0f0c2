# SPDX-License-Identifier: Apache-2.0
"""Runs commands and measures them: wall time, processor time and peak memory of the command alone."""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass

# Isolated and without site-packages, so that it is as small as the interpreter can be.
LAUNCHER = [sys.executable, "-I", "-S", str(pathlib.Path(__file__).resolve().parent / "launch.py")]


@dataclass
class Measurement:
    """One run, or the medians of several. Seconds and bytes."""

    wall: float
    cpu: float
    peak: int
    runs: int
    output: str


def run_once(command, discard=False):
    """Runs a command to its end; `discard`: what it prints goes nowhere."""
    reading, told = os.pipe()
    with open(os.devnull, "r+b") as nothing, tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as errors:
        launched = subprocess.run([*LAUNCHER, str(told), *command], stdin=nothing, stdout=nothing if discard else printed,
                                  stderr=errors, pass_fds=[told])
        os.close(told)
        with os.fdopen(reading) as pipe:
            answer = pipe.read().split()
        printed.seek(0)
        errors.seek(0)
        code = os.waitstatus_to_exitcode(int(answer[3])) if answer else launched.returncode
        if code != 0:
            said = errors.read(2000).decode(errors="replace").strip()
            raise SystemExit(f"bench: {' '.join(command)} ended with {code}\n{said}")
        scale = 1 if sys.platform == "darwin" else 1024
        return Measurement(float(answer[0]), float(answer[1]), int(answer[2]) * scale, 1,
                           printed.read().decode(errors="replace"))


def run_often(command, runs, patience, prepare=None, discard=False):
    """Medians over `runs` runs, fewer when they take more than `patience` seconds together. `prepare` is called before
    each run and not measured."""
    done = []
    while len(done) < runs and (not done or sum(one.wall for one in done) < patience):
        if prepare:
            prepare()
        done.append(run_once(command, discard))
    return Measurement(statistics.median(one.wall for one in done), statistics.median(one.cpu for one in done),
                       int(statistics.median(one.peak for one in done)), len(done), done[-1].output)


def least_peak():
    """The smallest peak memory that can be measured: that of a program which does nothing."""
    return run_once(["true"]).peak


def warm(path):
    """Reads a file into the page cache, in bounded memory."""
    with open(path, "rb", buffering=0) as file:
        piece = bytearray(1 << 20)
        while file.readinto(piece):
            pass
