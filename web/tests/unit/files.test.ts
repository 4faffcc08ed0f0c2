// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { fileEvidence, pageOf } from "../../src/data/files";
import { Problem } from "../../src/data/problem";
import type { fetchJson } from "../../src/data/problem";

const files: Record<string, unknown> = {
  "data/activities.json": {
    total: 2, limit: 2, offset: 0,
    rows: [
      { iati_identifier: "XX-1", title: "Éducation des filles", status: "2", source: "a.xml", part: 0 },
      { iati_identifier: "XX-2/b", title: "Clinics", status: "4", source: "a.xml", part: 0 },
    ],
  },
  "data/activities/0.json": { "XX-2/b": { id: "XX-2/b" } },
  "data/statements/p/trail.json": {
    total: 3, limit: 3, offset: 0,
    rows: [
      { role: "confirmed", reason: null, line: 1 },
      { role: "excluded", reason: "before the window", line: 2 },
      { role: "excluded", reason: "no date, no currency", line: 3 },
    ],
  },
};
const fetched = (async (url: string) => {
  if (!(url in files)) throw new Problem(404, "Not found", url);
  return files[url];
}) as typeof fetchJson;
const evidence = fileEvidence("data/", fetched);
const all = { limit: 100, offset: 0 };

describe("evidence from files", () => {
  it("pages lists as the server does", () => {
    expect(pageOf([1, 2, 3], { limit: 2, offset: 2 })).toEqual({ total: 3, limit: 2, offset: 2, rows: [3] });
  });

  it("searches without regard to case and accents", async () => {
    expect((await evidence.activities({ text: "EDUCATION" }, all)).rows.map((row) => row.iati_identifier)).toEqual(["XX-1"]);
    expect((await evidence.activities({ text: "xx-2", status: "4" }, all)).total).toBe(1);
    expect((await evidence.activities({ text: "xx-2", status: "2" }, all)).total).toBe(0);
  });

  it("finds an activity in its part, whatever its identifier holds", async () => {
    expect((await evidence.activity("XX-2/b")).id).toBe("XX-2/b");
    await expect(evidence.activity("XX-3")).rejects.toMatchObject({ status: 404 });
  });

  it("filters a trail by role and by a reason that holds commas", async () => {
    expect((await evidence.trail("p", { role: "excluded" }, all)).total).toBe(2);
    expect((await evidence.trail("p", { role: "excluded", reason: "no date, no currency" }, all)).rows.map((row) => row.line)).toEqual([3]);
  });
});
