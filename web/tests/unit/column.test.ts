// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { csvOf, exported } from "../../src/parts/column";
import type { Column } from "../../src/parts/column";

interface Row { name: string; amount: number | null; source: string; line: number }
const columns: Column<Row>[] = [
  { key: "name", title: "Name", cell: (row) => row.name },
  { key: "amount", title: "Amount", cell: (row) => `USD ${row.amount}` },
  { key: "place", title: "Place", cell: (row) => `${row.source}:${row.line}`, raw: ({ source, line }) => ({ source, line }) },
];

describe("downloads", () => {
  it("hold the columns that are shown, unformatted", () => {
    expect(exported(columns, { name: "a", amount: null, source: "x.xml", line: 3 })).toEqual({ name: "a", amount: null, source: "x.xml", line: 3 });
  });

  it("quote what CSV would misread", () => {
    const rows = [{ name: 'said "no", twice\nor more', amount: 1.5 }, { name: "", amount: null }];
    expect(csvOf(rows)).toBe('name,amount\r\n"said ""no"", twice\nor more",1.5\r\n,\r\n');
  });
});
