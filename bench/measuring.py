# SPDX-License-Identifier: Apache-2.0
"""Runs commands and measures them: wall time, processor time and peak memory of the command alone."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Measurement:
    """One run, or the medians of several. Seconds and bytes."""

    wall: float
    cpu: float
    peak: int
    runs: int
    output: str


def run_once(command, discard=False):
    """Runs a command to its end; `discard`: what it prints goes nowhere. Peak memory is what the system counted for
    this process (rusage), which begins with that of the interpreter it was started from: see least_peak."""
    with open(os.devnull, "r+b") as nothing, tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=nothing, stdout=nothing if discard else printed, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        errors.seek(0)
        if process.returncode != 0:
            said = errors.read(2000).decode(errors="replace").strip()
            raise SystemExit(f"bench: {' '.join(command)} ended with {process.returncode}\n{said}")
        scale = 1 if sys.platform == "darwin" else 1024
        return Measurement(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale, 1,
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
