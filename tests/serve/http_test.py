#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`kept serve` as a server: caching, encodings, errors, hostile clients, new stores, and its end.

usage: http_test.py KEPT"""

import os
import socket
import sys
import tempfile
import threading
import time

from server import ILLUSTRATIVE, Server, run_tests, wait_until

SECURITY = ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Access-Control-Allow-Origin")


def test_an_answer_is_not_sent_twice(server):
    first = server.ask("/api/v1/statements")
    tag = first.headers["ETag"]
    assert tag.startswith('"') and first.headers["Cache-Control"] == "no-cache"
    for header in (tag, "W/" + tag, f'"other", {tag}', "*"):
        again = server.ask("/api/v1/statements", headers={"If-None-Match": header})
        assert (again.status, again.body, again.headers["ETag"]) == (304, b"", tag), header
    assert server.ask("/api/v1/statements", headers={"If-None-Match": '"other"'}).status == 200
    assert "ETag" not in server.ask("/api/v1/health").headers


def test_gzip_for_those_who_take_it(server):
    plain = server.ask("/api/v1/statements")
    packed = server.ask("/api/v1/statements", headers={"Accept-Encoding": "br, gzip;q=0.5"})
    assert packed.headers["Content-Encoding"] == "gzip" and packed.headers["Vary"] == "Accept-Encoding"
    assert packed.body == plain.body and len(packed.raw) < len(plain.raw) / 3
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert "Content-Encoding" not in server.ask("/api/v1/statements", headers={"Accept-Encoding": "gzip;q=0"}).headers


def test_head_is_get_without_its_body(server):
    for path in ("/api/v1/statements", "/api/v1/nothing", "/"):
        get, head = server.ask(path), server.ask(path, method="HEAD")
        assert (head.status, head.body) == (get.status, b"")
        for name in ("Content-Type", "Content-Length", "ETag"):
            assert head.headers[name] == get.headers[name], (path, name)


def test_other_methods_are_refused(server):
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        answer = server.ask("/api/v1/statements", method=method)
        assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD"), method
        assert answer.json()["status"] == 405


def test_a_body_does_not_become_the_next_request(server):
    smuggled = b"GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n"
    received = server.raw(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(smuggled) + smuggled)
    assert received.count(b"HTTP/1.1 ") == 1 and b" 405 " in received, received
    received = server.raw(b"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled)
    assert received.count(b"HTTP/1.1 ") == 1, received


def test_security_headers_are_on_everything(server):
    for path in ("/", "/nothing", "/api/v1/health", "/api/v1/flows", "/metrics"):
        headers = server.ask(path).headers
        for name in SECURITY:
            assert len(headers.get_all(name, [])) == 1, (path, name)
        scripts = headers["Content-Security-Policy"].replace("style-src 'self' 'unsafe-inline'", "")
        assert "default-src 'self'" in scripts and "unsafe" not in scripts


def test_problems_say_what_to_do(server):
    assert "did you mean" in server.problem("/api/v1/statments", 404)["remedy"]
    assert "harbour-8m" in server.problem("/api/v1/statements/harbour-8n", 404)["remedy"]
    assert server.problem("/api/v1/flows", 400)["parameter"] == "by"
    assert server.problem("/api/v1/flows?by=place&plcae=KE", 400)["remedy"] == "did you mean `place`?"
    assert server.problem("/api/v1/flows?by=place,place", 400)["parameter"] == "by"
    assert server.problem("/api/v1/statements?as_of=2025-02-30", 400)["parameter"] == "as_of"
    assert server.problem("/api/v1/statements?as_of=2025-01-01&as_of=2025-01-02", 400)["parameter"] == "as_of"
    assert server.problem("/api/v1/activities?limit=1001", 400)["parameter"] == "limit"
    assert server.problem("/api/v1/activities?offset=1000001", 400)["parameter"] == "offset"
    assert server.problem("/api/v1/activities?limit=99999999999999999999", 400)["parameter"] == "limit"
    assert server.problem("/api/v1/ranks?indicator=under_five_mortality_rate&group=midle-income", 400)["parameter"] == "group"
    for path in ("/api/v1/activities/nothing", "/api/v1/indicators/nothing", "/api/v1/source-lines?source=x&line=1",
                 "/api/v1/", "/api/v1", "/api/v2/statements", "/api/v1/statements/", "/api/v1/statements/a/b/trail"):
        server.problem(path, 404)
    for path in ("/api/v1/statements/%zz", "/api/v1/activities?text=%ff", "/api/v1/activities?text=%00", "/%0d%0aX:%20y"):
        server.problem(path, 400)


def test_sql_in_parameters_is_text(server):
    for attack in ("' OR 1=1 --", "'; DROP TABLE fact.source; --", "x') UNION SELECT 1,2,3 --", "query('SELECT 1')", "\\'", '"'):
        assert server.api("activities", text=attack)["total"] == 0
        assert server.api("organisations", key=attack)["total"] == 0
        assert server.api("transfers", provider=attack)["total"] == 0
        assert server.api("findings", rule=attack)["total"] == 0
        assert server.api("transactions", place=attack, provider=attack, source=attack)["total"] == 0
        assert server.api("flows", by="place,party", party=attack, sector=attack)["total"]["transactions"] == 0
        assert server.api("codes", list=attack)["lists"] == {}
        answer = server.ask("/api/v1/activities/" + "".join(f"%{byte:02x}" for byte in attack.encode()))
        assert answer.status == 404


def test_no_path_leads_out_of_the_page(server):
    for path in ("/../server.py", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/assets/../../x",
                 "/etc/passwd", "/index.html/..", "/./index.html"):
        answer = server.ask(path)
        assert answer.status == 404 and b"root:" not in answer.body, path
    answer = server.ask("/api/v1/source-lines?source=%2fetc%2fpasswd&line=1")
    assert answer.status == 404 and b"root:" not in answer.body
    answer = server.ask("/api/v1/source-lines?source=data%2f..%2f..%2fetc%2fpasswd&line=1")
    assert answer.status == 404 and b"root:" not in answer.body


def test_without_a_page_it_says_how_to_build_one(server):
    answer = server.ask("/")
    assert answer.status == 200 and answer.headers["Content-Type"].startswith("text/html")
    assert b"--page" in answer.body


def test_what_is_too_long_is_refused(server):
    received = server.raw(b"GET /" + b"a" * 20000 + b" HTTP/1.1\r\nHost: x\r\n\r\n")
    assert b" 414 " in received.split(b"\r\n")[0] or b" 431 " in received.split(b"\r\n")[0], received[:200]
    header = b"X-Long: " + b"b" * 1000 + b"\r\n"
    received = server.raw(b"GET / HTTP/1.1\r\nHost: x\r\n" + header * 10000 + b"\r\n")
    assert not received or b" 431 " in received.split(b"\r\n")[0], received[:200]
    assert server.ask("/api/v1/health").status == 200


def test_garbage_is_refused(server):
    for garbage in (os.urandom(4096), b"\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
                    b"FOO / HTTP/1.1\r\n\r\n", b"\x00" * 1000 + b"\r\n\r\n"):
        received = server.raw(garbage + b"\r\n\r\n", timeout=30)
        assert not received or received.startswith(b"HTTP/1.1 4"), (garbage[:20], received[:100])
    assert server.ask("/api/v1/health").status == 200


def test_a_slow_client_is_given_up(server):
    start = time.monotonic()
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as slow:
        slow.sendall(b"GET /api/v1/health HTTP/1.1\r\nX: ")
        closed = False
        while not closed and time.monotonic() - start < 30:
            try:
                slow.sendall(b"a")
                slow.settimeout(1)
                received = slow.recv(1000)
                closed = not received or received.startswith(b"HTTP/1.1 4")
            except socket.timeout:
                pass
            except OSError:
                closed = True
    assert closed and 5 < time.monotonic() - start < 20, time.monotonic() - start


def test_ranges_are_not_multiplied(server):
    whole = len(server.ask("/api/v1/statements").body)
    answer = server.ask("/api/v1/statements", headers={"Range": "bytes=" + ",".join(["0-"] * 500)})
    assert answer.status in (200, 416) and len(answer.body) <= whole


def test_many_clients_at_once(server):
    statuses, lock = [], threading.Lock()
    paths = ["/api/v1/statements", "/api/v1/flows?by=place", "/api/v1/activities", "/api/v1/coverage"]
    gate = threading.Barrier(200)

    def client(number):
        gate.wait()
        status = server.ask(paths[number % len(paths)], timeout=60).status
        with lock:
            statuses.append(status)

    clients = [threading.Thread(target=client, args=(number,)) for number in range(200)]
    for thread in clients:
        thread.start()
    for thread in clients:
        thread.join()
    assert statuses == [200] * 200, {status: statuses.count(status) for status in set(statuses)}


def test_one_too_many_is_told_so(server):
    held = []
    try:
        for _ in range(300):
            held.append(socket.create_connection(("127.0.0.1", server.port), timeout=10))
        statuses = set()
        for connection in held[260:]:
            try:
                connection.sendall(b"GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n")
                statuses.add(connection.recv(100).split(b" ")[1])
            except (OSError, IndexError):
                pass
        assert statuses <= {b"503", b"200"} and statuses, statuses
    finally:
        for connection in held:
            connection.close()
    assert wait_until(lambda: server.ask("/api/v1/health").status == 200)


def test_metrics_count(server):
    def counted():
        text = server.ask("/metrics").body.decode()
        values = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
        return int(values.get('kept_requests_total{endpoint="groups",status="2xx"}', 0)), values
    before, _ = counted()
    server.api("groups")
    after, values = counted()
    assert after == before + 1
    assert int(values['kept_request_duration_seconds_bucket{endpoint="groups",le="+Inf"}']) == after
    assert float(values["kept_state_load_seconds"]) > 0 and int(values["kept_cache_hits_total"]) > 0


def test_a_new_store_is_seen(server):
    before = server.api("health")
    extra = server.folder / "extra.xml"
    extra.write_text((ILLUSTRATIVE / "iati-lantern.xml").read_text().replace("XX-LANTERN", "XX-OTHER"))
    server.run("load", "--quiet", "--store", server.store, extra)
    assert wait_until(lambda: server.api("health")["sources"] == before["sources"] + 1)
    assert server.api("health")["store_version"] != before["store_version"]
    assert any(source["source"].endswith("extra.xml") for source in server.api("sources")["sources"])
    row = server.api("source-lines", source=str(extra), line=4)
    assert row["excerpt"]["lines"]
    extra.write_text(extra.read_text() + "<!-- changed -->\n")
    row = server.api("source-lines", source=str(extra), line=4)
    assert row["excerpt"] is None and "changed" in row["why_no_excerpt"]


def test_a_broken_store_leaves_the_old_answers(server):
    whole = server.store.read_bytes()
    before = server.api("statements")
    aside = server.folder / "aside"
    aside.write_bytes(b"this is no store")
    aside.rename(server.store)
    assert wait_until(lambda: server.ask("/api/v1/health").json()["status"] == "stale")
    assert server.api("statements") == before
    assert b"kept_state_stale 1" in server.ask("/metrics").body
    aside.write_bytes(whole)
    aside.rename(server.store)
    assert wait_until(lambda: server.ask("/api/v1/health").json()["status"] == "ok")


def test_zz_sigterm_ends_it(server):
    waiting = socket.create_connection(("127.0.0.1", server.port), timeout=10)
    start = time.monotonic()
    status, out, errors = server.stop()
    waiting.close()
    assert (status, out, errors) == (0, "", ""), (status, out, errors)
    assert time.monotonic() - start < 10


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as no_page, Server(sys.argv[1], "--page", no_page) as running:
        run_tests(dict(globals()), running)
