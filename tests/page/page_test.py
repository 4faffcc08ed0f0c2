#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Walks the built page in Debian's Chromium (web/tests/walk.mjs): over a running `kept serve`, or over a plain file server
of what `kept publish` has written.

usage: page_test.py KEPT served|published; exit status 77 where there is no browser or no built page"""

import contextlib
import functools
import http.server

import pathlib
import shutil
import subprocess
import sys
import threading

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "serve"))
from server import AS_OF, ILLUSTRATIVE, Server  # noqa: E402

WEB = ROOT / "web"


class QuietFiles(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(kept):
    """The address of a running `kept serve`."""
    with Server(kept, "--page", str(WEB / "dist")) as server:
        yield f"http://127.0.0.1:{server.port}/"


@contextlib.contextmanager
def published(kept):
    """The address of a file server, the site in a folder of it."""
    with Server(kept) as server:
        site = server.folder / "host" / "site"
        site.parent.mkdir()
        server.run("publish", site, "--quiet", "--store", server.store, "--ledger", ILLUSTRATIVE, "--as-of", AS_OF,
                   "--page", WEB / "dist")
        files = functools.partial(QuietFiles, directory=site.parent)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), files) as host:
            threading.Thread(target=host.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{host.server_port}/site/"
            host.shutdown()


def main(kept, kind):
    chromium, node = shutil.which("chromium"), shutil.which("node")
    if not chromium or not node or not (WEB / "dist" / "index.html").is_file() or not (WEB / "node_modules").is_dir():
        print("no chromium, no node, or the page is not built: run make setup")
        return 77
    with {"served": served, "published": published}[kind](kept) as address:
        walk = subprocess.run([node, "tests/walk.mjs", address, "--chromium", chromium], cwd=WEB, check=False)
    return walk.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
