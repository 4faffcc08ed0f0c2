# SPDX-License-Identifier: Apache-2.0
"""A running `kept serve` for tests, and what to ask it with."""

import gzip
import http.client
import json
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ILLUSTRATIVE = ROOT / "examples" / "illustrative"
AS_OF = "2026-09-15"


class Answer:
    def __init__(self, response, body):
        self.status, self.headers, self.raw = response.status, response.headers, body
        packed = response.headers.get("Content-Encoding") == "gzip" and body
        self.body = gzip.decompress(body) if packed else body

    def json(self):
        return json.loads(self.body)


class Server:
    """`with Server(kept) as server:` serves the illustrative framework from a store of its own."""

    def __init__(self, kept, *options):
        self.kept, self.options = str(pathlib.Path(kept).resolve()), options
        self.scratch = tempfile.TemporaryDirectory(prefix="kept-serve-")
        self.folder = pathlib.Path(self.scratch.name)
        self.store = self.folder / "test.kept"

    def run(self, *arguments, status=0):
        done = subprocess.run([self.kept, *map(str, arguments)], capture_output=True, text=True, cwd=self.folder)
        assert done.returncode == status, (arguments, done.returncode, done.stderr)
        return done.stdout

    def __enter__(self):
        self.run("load", "--quiet", "--store", self.store, ILLUSTRATIVE)
        self.process = subprocess.Popen(
            [self.kept, "serve", "--port", "0", "--store", str(self.store), "--ledger", str(ILLUSTRATIVE), "--as-of", AS_OF,
             *self.options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.folder)
        line = self.process.stdout.readline()
        assert line.startswith("kept serves ") and line.endswith("/ (Ctrl-C ends)\n"), (line, self.process.poll())
        self.port = int(line.split("127.0.0.1:")[1].split("/")[0])
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()
        self.scratch.cleanup()

    def ask(self, path, method="GET", headers=(), timeout=30):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, headers=dict(headers))
            response = connection.getresponse()
            return Answer(response, response.read())
        finally:
            connection.close()

    def api(self, path, **parameters):
        query = "?" + urllib.parse.urlencode(parameters) if parameters else ""
        answer = self.ask("/api/v1/" + path + query)
        assert answer.status == 200, (path, parameters, answer.status, answer.body)
        return answer.json()

    def problem(self, path, status):
        answer = self.ask(path)
        assert answer.status == status, (path, answer.status, answer.body)
        assert answer.headers["Content-Type"] == "application/problem+json", answer.headers
        problem = answer.json()
        assert set(problem) == {"type", "title", "status", "detail", "remedy", "parameter"}, problem
        assert problem["status"] == status, problem
        return problem

    def raw(self, data, timeout=30):
        """What comes back for these bytes until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as connection:
            try:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # it has answered and closed before everything was sent
            received = b""
            try:
                while chunk := connection.recv(65536):
                    received += chunk
            except ConnectionError:
                pass
            return received

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        out, errors = self.process.communicate(timeout=30)
        return self.process.returncode, out, errors


def wait_until(condition, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


def run_tests(namespace, server):
    """Every function of a test file whose name begins with test_, in its order."""
    failed = 0
    for name, test in list(namespace.items()):
        if not name.startswith("test_"):
            continue
        try:
            test(server)
        except Exception as error:  # noqa: BLE001 - a failed test must not keep the others from running
            failed += 1
            print(f"{name}: {type(error).__name__}: {error}")
    print(f"{failed} failed" if failed else "all passed")
    sys.exit(1 if failed else 0)
