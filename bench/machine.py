# SPDX-License-Identifier: Apache-2.0
"""What the numbers were measured with: commit, machine, versions."""

import datetime
import os
import pathlib
import platform
import re
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent


def _said(*command):
    """The first line that a command prints, wherever it prints it; nothing when there is no such program."""
    if not shutil.which(command[0]):
        return None
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    lines = (done.stdout + done.stderr).strip().splitlines()
    return lines[0].strip() if lines else None


def _field(file, name):
    try:
        text = pathlib.Path(file).read_text()
    except OSError:
        return None
    found = re.search(rf"^{name}\s*:\s*(.+)$", text, re.MULTILINE)
    return found.group(1).strip() if found else None


def available_memory():
    """Bytes that programs can still have; None where the system does not say."""
    found = _field("/proc/meminfo", "MemAvailable")
    return int(found.split()[0]) * 1024 if found else None


def describe(kept):
    """A record of commit, machine and versions, for the results."""
    changed = subprocess.run(["git", "status", "--porcelain", "--untracked-files=no"], cwd=ROOT, capture_output=True,
                             text=True).stdout.strip()
    xmllint = _said("xmllint", "--version")
    total = _field("/proc/meminfo", "MemTotal")
    return {
        "commit": _said("git", "rev-parse", "--short=12", "HEAD"),
        "uncommitted_changes": bool(changed),
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ"),
        "processor": _field("/proc/cpuinfo", "model name") or platform.processor() or platform.machine(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory": int(total.split()[0]) * 1024 if total else None,
        "system": f"{platform.system()} {platform.release()}",
        "load_before": round(os.getloadavg()[0], 2),
        "kept": _said(str(kept), "version"),
        "xmllint": xmllint.rsplit(" ", 1)[-1] if xmllint else None,
        "python": platform.python_version(),
    }
