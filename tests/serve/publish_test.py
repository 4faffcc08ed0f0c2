#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `kept publish` writes, against the API and the store.

usage: publish_test.py KEPT"""

import csv
import functools
import hashlib
import io
import json
import sys
import urllib.parse

from server import AS_OF, ILLUSTRATIVE, Server, run_tests

PAGE = '<!doctype html><meta name="kept-data" content="api" /><script src="assets/page.js"></script>\n'
FLOW_KEYS = ("provider", "receiver", "party", "place", "sector", "gender_marker", "rmnch_marker", "year", "type", "source")


def publish(server, name, *options, store=None, status=0):
    """A site of the server's store and day with a page of two files."""
    page = server.folder / "page"
    (page / "assets").mkdir(parents=True, exist_ok=True)
    (page / "index.html").write_text(PAGE)
    (page / "assets" / "page.js").write_text("'a page';\n")
    server.run("publish", server.folder / name, "--quiet", "--store", store or server.store, "--ledger", ILLUSTRATIVE,
               "--as-of", AS_OF, "--page", page, *options, status=status)
    return server.folder / name


@functools.cache
def published(server):
    """A site that tests only read."""
    return publish(server, "published")


def files_of(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def data(site, name):
    return json.loads((site / "data" / f"{name}.json").read_text())


def all_rows(server, path, **parameters):
    rows, total = [], 1
    while len(rows) < total:
        page = server.api(path, limit=1000, offset=len(rows), **parameters)
        rows, total = rows + page["rows"], page["total"]
    return rows


def quoted(text):
    return urllib.parse.quote(text, safe="")


def test_the_same_store_gives_the_same_bytes(server):
    first = files_of(published(server))
    second = files_of(publish(server, "second", "--threads", "1"))
    assert len(first) > 100
    assert first == second, [name for name in first if first[name] != second.get(name)]


def test_the_manifest_names_every_file(server):
    site = published(server)
    files = files_of(site)
    manifest = json.loads(files.pop("manifest.json"))
    listed = {file["path"]: (file["size"], file["sha256"]) for file in manifest["files"]}
    assert listed == {name: (len(bytes_), hashlib.sha256(bytes_).hexdigest()) for name, bytes_ in files.items()}
    assert (manifest["as_of"], manifest["illustrative"]) == (AS_OF, True)
    assert manifest["store_version"] == server.api("framework")["store_version"]


def test_the_page_is_told_to_read_files(server):
    site = published(server)
    assert (site / "index.html").read_text() == PAGE.replace('"api"', '"files"')
    assert (site / "assets" / "page.js").read_text() == "'a page';\n"


def test_files_hold_the_answers_of_the_api(server):
    site = published(server)
    for name in ("framework", "statements", "indicators", "groups", "coverage", "sources", "codes"):
        assert data(site, name) == server.api(name), name
    assert data(site, "findings_summary") == server.api("findings/summary")
    for name in ("organisations", "transfers", "findings"):
        assert data(site, name)["rows"] == all_rows(server, name), name
    statements = server.api("statements")["statements"]
    assert len(statements) > 20
    for statement in statements:
        path = f"statements/{statement['id']}"
        assert data(site, path) == server.api(path)
        assert data(site, path + "/trail")["rows"] == all_rows(server, path + "/trail"), path
    assert any(data(site, f"statements/{one['id']}/trail")["rows"] for one in statements)
    league = server.api("ranks", indicator="under_five_mortality_rate", group="middle-income")
    assert data(site, "ranks/under_five_mortality_rate")["middle-income"] == league


def test_records_of_activities_are_in_their_part(server):
    site = published(server)
    rows = data(site, "activities")["rows"]
    assert [{key: row[key] for key in row if key != "part"} for row in rows] == all_rows(server, "activities")
    assert len(rows) > 10
    for row in rows:
        identifier = row["iati_identifier"]
        assert data(site, f"activities/{row['part']}")[identifier] == server.api(f"activities/{quoted(identifier)}"), identifier


def test_lines_of_trails_are_published_with_their_text(server):
    site = published(server)
    parts = data(site, "source_lines")
    assert len(parts) > 20
    for name, part in parts.items():
        answer = data(site, f"source_lines/{part}")[name]
        source, line = name.rsplit(":", 1)
        assert answer == server.api("source-lines", source=source, line=line), name
    named = {f"{row['source']}:{row['line']}" for row in data(site, "statements/harbour-8m/trail")["rows"]}
    assert named and named <= set(parts)


def test_the_flow_table_adds_up_to_the_flows_of_the_api(server):
    table = data(published(server), "flow_table")
    columns, dictionaries = table["columns"], table["dictionaries"]
    size = len(columns["usd"])
    assert size > 50 and all(len(columns[key]) == size for key in (*FLOW_KEYS, "transaction"))
    for key in FLOW_KEYS:
        sums, transactions = {}, {}
        for row in range(size):
            if dictionaries["type"][columns["type"][row]] not in ("3", "4"):
                continue
            value = dictionaries[key][columns[key][row]]
            sums[value] = sums.get(value, 0) + round((columns["usd"][row] or 0) * 10000)
            transactions.setdefault(value, set()).add(columns["transaction"][row])
        groups = {row["keys"][0]: row for row in server.api("flows", by=key)["rows"]}
        assert set(groups) == set(sums), key
        for value, row in groups.items():
            assert round((row["usd"] or 0) * 10000) == sums[value], (key, value)
            assert row["transactions"] == len(transactions[value]), (key, value)
    known = {row["transaction_id"] for row in table["transactions"]}
    assert {row["transaction_id"] for row in all_rows(server, "transactions")} <= known


def test_tables_hold_the_views(server):
    site = published(server)
    for view in ("transactions", "flows", "activities", "observations", "findings"):
        rows = list(csv.reader(io.StringIO((site / "tables" / f"{view}.csv").read_text())))
        answer = server.run("query", "--store", server.store, "--format", "json", f"SELECT count(*) AS n FROM {view}")
        assert len(rows) - 1 == json.loads(answer)[0]["n"], view
        assert (site / "tables" / f"{view}.parquet").read_bytes()[:4] == b"PAR1"


def test_a_site_is_replaced_whole_and_nothing_else_is(server):
    site = publish(server, "site")
    (site / "data" / "of_before.json").write_text("{}")
    publish(server, "site")
    assert not (site / "data" / "of_before.json").exists()
    before = files_of(site)
    publish(server, "site", store=server.folder / "missing.kept", status=4)
    assert files_of(site) == before
    assert not [path.name for path in server.folder.iterdir() if path.name.startswith("site.")]


if __name__ == "__main__":
    with Server(sys.argv[1]) as running:
        run_tests(dict(globals()), running)
