// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Transaction } from "../../src/data/answers";
import { groupFlows, transactionsBehind } from "../../src/data/flow_table";
import type { FlowTable } from "../../src/data/flow_table";

/** Three transactions: one shared by two places, one without a rate, one commitment. */
function table(): FlowTable {
  const single = (dictionary: string[], numbers: number[]) => ({ dictionary, numbers });
  const columns = {
    type: single(["3", "2"], [0, 0, 0, 1]),
    provider: single(["XX-1", "none"], [0, 0, 1, 0]),
    receiver: single(["XX-2"], [0, 0, 0, 0]),
    party: single(["none"], [0, 0, 0, 0]),
    place: single(["KE", "TZ"], [0, 1, 1, 0]),
    sector: single(["12220"], [0, 0, 0, 0]),
    gender_marker: single(["1"], [0, 0, 0, 0]),
    rmnch_marker: single(["unscreened"], [0, 0, 0, 0]),
    year: single(["2024"], [0, 0, 0, 0]),
    source: single(["a.xml"], [0, 0, 0, 0]),
  };
  const entries = Object.entries(columns);
  return {
    columns: { ...Object.fromEntries(entries.map(([key, one]) => [key, one.numbers])), transaction: [0, 0, 1, 2], usd: [0.1, 0.2, null, 900] },
    dictionaries: Object.fromEntries(entries.map(([key, one]) => [key, one.dictionary])),
    transactions: ["t-1", "t-2", "t-3"].map((transaction_id) => ({ transaction_id }) as Transaction),
  } as unknown as FlowTable;
}

describe("flows of a published site", () => {
  it("are what was paid out, unless another type is asked for", () => {
    expect(groupFlows(table(), ["place"], {}).total).toEqual({ usd: 0.3, transactions: 2, without_rate: 1 });
    expect(groupFlows(table(), ["place"], { type: "2" }).total.usd).toBe(900);
  });

  it("add up without errors of binary fractions", () => {
    expect(groupFlows(table(), ["provider"], { provider: "XX-1" }).rows[0]?.usd).toBe(0.3);
  });

  it("are grouped by two keys, the largest first", () => {
    const { by, rows } = groupFlows(table(), ["provider", "place"], {});
    expect(by).toEqual(["provider", "place"]);
    expect(rows.map((row) => row.keys)).toEqual([["XX-1", "TZ"], ["XX-1", "KE"], ["none", "TZ"]]);
  });

  it("count a transaction once in each group that it has a share in", () => {
    expect(groupFlows(table(), ["place"], {}).rows.map((row) => [row.keys[0], row.transactions])).toEqual([["TZ", 2], ["KE", 1]]);
  });

  it("take several alternatives of a filter", () => {
    expect(groupFlows(table(), ["place"], { place: "KE,TZ" }).rows).toHaveLength(2);
    expect(groupFlows(table(), ["place"], { place: "UG" }).rows).toHaveLength(0);
  });

  it("lead to the transactions behind them, with the share that passed", () => {
    expect(transactionsBehind(table(), { place: "TZ" })?.map((one) => [one.transaction_id, one.share_usd])).toEqual([["t-1", 0.2], ["t-2", null]]);
  });

  it("of a store that is summed up have counts and no single transactions", () => {
    const summed = table();
    delete summed.columns.transaction;
    summed.columns.count = [5, 6, 7, 8];
    summed.transactions = null;
    expect(groupFlows(summed, ["place"], {}).total).toEqual({ usd: 0.3, transactions: 18, without_rate: 7 });
    expect(transactionsBehind(summed, {})).toBeUndefined();
  });
});
