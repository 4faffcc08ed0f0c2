#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `kept serve` answers, compared with what the command line prints, and with its own description.

usage: answers_test.py KEPT"""

import json
import pathlib
import shutil
import subprocess
import sys
import urllib.parse

from server import AS_OF, ILLUSTRATIVE, Server, run_tests

LEDGER = ("--ledger", ILLUSTRATIVE, "--as-of", AS_OF, "--format", "json")


def printed(server, *arguments):
    return json.loads(server.run(*arguments, "--store", server.store))


def test_statements_agree_with_report(server):
    report = printed(server, "report", *LEDGER)
    answer = server.api("statements")
    assert [s["id"] for s in answer["statements"]] == [s["id"] for s in report["statements"]]
    assert len(report["statements"]) > 20
    for served, wanted in zip(answer["statements"], report["statements"]):
        for key, value in wanted.items():
            found = served[key]["en"] if key == "title" else served[key]
            assert found == value, (served["id"], key, found, value)


def test_statements_on_another_day(server):
    report = printed(server, "report", "--ledger", ILLUSTRATIVE, "--as-of", "2025-01-01", "--format", "json")
    answer = server.api("statements", as_of="2025-01-01")
    assert answer["as_of"] == "2025-01-01"
    assert [s["verdict"] for s in answer["statements"]] == [s["verdict"] for s in report["statements"]]
    assert answer["statements"] != server.api("statements")["statements"]


def test_every_statement_agrees_with_explain(server):
    for statement in server.api("statements")["statements"]:
        explained = printed(server, "explain", statement["id"], *LEDGER)
        answer = server.api("statements/" + statement["id"])
        assert answer["statement"] == statement
        assert answer["trail_size"] == explained["trail_size"]
        for key in ("condition", "ledger", "line"):
            assert answer["stated"][key] == explained["stated"][key], (statement["id"], key)
        wanted = [{key: s[key] for key in ("role", "reason", "facts", "amount")} for s in explained["sums"]]
        assert [{key: s[key] for key in wanted[0]} for s in answer["sums"]] == wanted if wanted else answer["sums"] == []
        trail = server.api(f"statements/{statement['id']}/trail", limit=1000)
        assert trail["total"] == explained["trail_size"]
        by_place = lambda fact: json.dumps(fact, sort_keys=True)  # noqa: E731
        assert sorted(trail["rows"], key=by_place) == sorted(explained["trail"], key=by_place), statement["id"]


def test_a_trail_is_paged_and_filtered(server):
    path = "statements/harbour-8m/trail"
    whole = server.api(path, limit=1000)["rows"]
    pages = [row for offset in range(0, len(whole), 5) for row in server.api(path, limit=5, offset=offset)["rows"]]
    assert pages == whole and len(whole) > 10
    merged = server.api(path, role="merged")
    assert merged["total"] == sum(row["role"] == "merged" for row in whole) > 0
    assert server.api(path, offset=1000000)["rows"] == []


def test_ranks_agree_with_rank(server):
    for more in ({}, {"since": "2000"}, {"area": "KEN", "top": "5"}):
        asked = {"indicator": "under_five_mortality_rate", "group": "low-income", "as_of": AS_OF, **more}
        options = [word for key, value in asked.items() for word in ("--" + key.replace("_", "-"), value)]
        wanted = printed(server, "rank", *options, "--format", "json")
        answer = server.api("ranks", **asked)
        assert len(answer["rows"]) > 10
        for row in answer["rows"]:
            row["name"] = row["name"]["en"]
        assert answer == wanted


def test_outlook_agrees_with_outlook(server):
    wanted = printed(server, "outlook", "--area", "China", "--area", "KOR", "--as-of", AS_OF, "--format", "json")
    answer = server.api("outlook", area="China,KOR", as_of=AS_OF)
    for row in answer["outlooks"]:
        row["name"] = row["name"]["en"]
    assert answer == wanted and len(wanted["outlooks"]) >= 4


def test_records_agree_with_explain(server):
    ids = [row["iati_identifier"] for row in server.api("activities", limit=1000)["rows"]]
    ids += [row["transaction_id"] for row in server.api("transactions", limit=1000)["rows"]]
    assert len(ids) > 40
    for record in ids:
        wanted = printed(server, "explain", record, *LEDGER)
        answer = server.api("activities/" + urllib.parse.quote(record, safe=""))
        for name in ("activities", "transactions", "flows", "transfers", "findings"):
            assert answer[name] == wanted.get(name, []), (record, name)
        assert answer["left_out"] == {}


def sums(server, sql):
    return printed(server, "query", "--format", "json", sql)


def test_flows_agree_with_sql(server):
    for by in ("place", "sector", "type", "gender_marker", "rmnch_marker"):
        wanted = sums(server, f"SELECT {by} AS key, sum(usd) AS usd, count(DISTINCT transaction_id) AS n FROM flows"
                              " WHERE type IN ('3', '4') GROUP BY ALL ORDER BY usd DESC, key")
        answer = server.api("flows", by=by)
        found = [(row["keys"], row["usd"], row["transactions"]) for row in answer["rows"]]
        assert found == [([row["key"]], row["usd"], row["n"]) for row in wanted], by
        whole = sums(server, "SELECT sum(usd) AS usd, count(DISTINCT transaction_id) AS n FROM flows"
                             " WHERE type IN ('3', '4')")[0]
        assert (answer["total"]["usd"], answer["total"]["transactions"]) == (whole["usd"], whole["n"]), by


def test_flows_of_transactions_and_of_shares_agree(server):
    """Questions without places and sectors are answered from whole transactions (store/flow_questions.cpp)."""
    places = ",".join(row["keys"][0] for row in server.api("flows", by="place", type="1,2,3,4,11")["rows"])
    for by in ("provider", "receiver", "party", "year", "source", "gender_marker,type", "provider,receiver"):
        of_transactions = server.api("flows", by=by, type="1,2,3,4,11")
        of_shares = server.api("flows", by=by, type="1,2,3,4,11", place=places)
        assert of_transactions == of_shares and of_shares["rows"], by


def test_a_row_of_flows_is_its_transactions(server):
    for by in ("place", "sector", "provider", "receiver", "party", "year", "source", "gender_marker"):
        for row in server.api("flows", by=by)["rows"]:
            behind = server.api("transactions", **{by: row["keys"][0].replace(",", "\\,")}, limit=1000)
            assert behind["total"] == row["transactions"] == len(behind["rows"]), (by, row)
            assert abs(sum(r["share_usd"] or 0 for r in behind["rows"]) - row["usd"]) < 0.001, (by, row)


def test_transfers_agree_with_sql(server):
    columns = "provider, receiver, kind, date, value, currency, usd, confirmed_by, provider_transaction_id, receiver_transaction_id"
    wanted = sums(server, f"SELECT {columns} FROM transfers WHERE kind = 'payment' ORDER BY ALL")
    found = server.api("transfers", kind="payment", limit=1000)["rows"]
    in_order = lambda row: json.dumps(row, sort_keys=True)  # noqa: E731
    assert sorted(found, key=in_order) == sorted(wanted, key=in_order) and wanted
    dates = [row["date"] for row in found]
    assert dates == sorted(dates, reverse=True)
    assert all("2025-01-01" <= row["date"] <= "2025-12-31"
               for row in server.api("transfers", **{"from": "2025-01-01", "to": "2025-12-31"})["rows"])


def test_sources_findings_and_lines(server):
    sources = server.api("sources")["sources"]
    assert len(sources) == 8
    findings = server.api("findings", limit=1000)
    assert findings["total"] == len(findings["rows"]) == sum(source["findings"] for source in sources) > 0
    assert sum(row["findings"] for row in server.api("findings/summary")["rows"]) == findings["total"]
    for row in server.api("transactions", limit=1000)["rows"]:
        answer = server.api("source-lines", source=row["source"], line=row["line"])
        excerpt = answer["excerpt"]
        assert "<transaction" in excerpt["lines"][excerpt["mark"]], answer
        assert excerpt["first_line"] + excerpt["mark"] == row["line"]
        assert row["transaction_id"] in [t["transaction_id"] for t in answer["transactions"]]


def test_lines_of_shipped_figures(server):
    for row in server.api("ranks", indicator="maternal_mortality_ratio", group="world")["rows"][:5]:
        assert row["source"] == "data/observations.csv"
        answer = server.api("source-lines", source=row["source"], line=row["line"])
        excerpt, [figure] = answer["excerpt"], answer["observations"]
        assert (figure["area"], figure["value"]) == (row["area"], row["value"])
        assert f"maternal_mortality_ratio,{row['area']}," in excerpt["lines"][excerpt["mark"]]
    header = server.api("source-lines", source="data/observations.csv", line=1)
    assert header["excerpt"] is None and header["observations"] == []


def test_text_search_is_folded(server):
    found = server.api("activities", text="HARBOUR fund")["rows"]
    assert found and all("harbour fund" in row["title"].lower() for row in found)
    assert server.api("organisations", text="harbour")["rows"][0]["party"] == "harbour"


def sample(path):
    return (path.replace("{id}/trail", "harbour-8m/trail").replace("statements/{id}", "statements/harbour-8m")
            .replace("indicators/{id}", "indicators/under_five_mortality_rate")
            .replace("{iati_identifier}", "XX-EXA-AID-1"))


def test_the_description_is_what_openapi_asks_for(server):
    description = server.api("openapi.json")
    ids = [operations["get"]["operationId"] for operations in description["paths"].values()]
    assert len(set(ids)) == len(ids) and all(id_.replace("_", "").isalnum() for id_ in ids)
    web = pathlib.Path(__file__).resolve().parents[2] / "web"
    if not shutil.which("node") or not (web / "node_modules").is_dir():
        print("the schema of OpenAPI was not looked at: no node, or run make setup")
        return
    for document, status in ((description, 0), ({**description, "info": {}}, 1)):
        done = subprocess.run(["node", web / "tests" / "openapi.mjs"], input=json.dumps(document), capture_output=True, text=True)
        assert done.returncode == status, done.stderr


def test_the_description_is_true(server):
    required = {"by": "place", "indicator": "under_five_mortality_rate", "group": "world", "line": "1",
                "source": server.api("sources")["sources"][0]["source"]}
    description = server.api("openapi.json")
    assert description["openapi"] == "3.1.0" and len(description["paths"]) >= 22
    for path, operations in description["paths"].items():
        operation = operations["get"]
        names = {p["name"]: required[p["name"]] for p in operation["parameters"]
                 if p["in"] == "query" and p["required"]}
        answer = server.api(sample(path).removeprefix("/api/v1/"), **names)
        check_schema(path, answer, operation["responses"]["200"]["content"]["application/json"]["schema"])


KINDS = {"string": str, "number": (int, float), "integer": int, "boolean": bool, "object": dict, "array": list,
         "null": type(None)}


def check_schema(path, value, schema):
    wanted = set(schema["required"])
    assert set(value) >= wanted, (path, wanted - set(value))
    assert set(value) - wanted <= {"area", "rank", "value", "probability"}, (path, set(value) - wanted)
    for key in wanted:
        kinds = schema["properties"][key]["type"]
        kinds = kinds if isinstance(kinds, list) else [kinds]
        assert isinstance(value[key], tuple(t for k in kinds for t in (KINDS[k] if isinstance(KINDS[k], tuple) else (KINDS[k],)))), \
            (path, key, value[key], kinds)
        assert "boolean" in kinds or not isinstance(value[key], bool), (path, key)
        if "items" in schema["properties"][key]:
            for item in value[key]:
                check_schema(path + "/" + key, item, schema["properties"][key]["items"])


def test_every_parameter_of_the_description_is_checked(server):
    for path, operations in server.api("openapi.json")["paths"].items():
        for parameter in operations["get"]["parameters"]:
            if parameter["in"] != "query":
                continue
            schema = parameter["schema"]
            kind = schema.get("items", schema)
            if kind["type"] == "integer" or "enum" in kind or kind.get("format") == "date":
                problem = server.problem(f"{sample(path)}?{parameter['name']}=nonsense", 400)
                assert problem["parameter"] == parameter["name"], (path, problem)


if __name__ == "__main__":
    with Server(sys.argv[1]) as running:
        run_tests(dict(globals()), running)
