#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Walks the built page in Debian's Chromium over a running `kept serve` (web/tests/walk.mjs).

usage: page_test.py KEPT; exit status 77 where there is no browser or no built page"""

import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "serve"))
from server import Server  # noqa: E402

WEB = ROOT / "web"


def main(kept):
    chromium, node = shutil.which("chromium"), shutil.which("node")
    if not chromium or not node or not (WEB / "dist" / "index.html").is_file() or not (WEB / "node_modules").is_dir():
        print("no chromium, no node, or the page is not built: run make setup")
        return 77
    with Server(kept, "--page", str(WEB / "dist")) as server:
        address = f"http://127.0.0.1:{server.port}/"
        walk = subprocess.run([node, "tests/walk.mjs", address, "--chromium", chromium], cwd=WEB, check=False)
    return walk.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
