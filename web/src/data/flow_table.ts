// SPDX-License-Identifier: Apache-2.0
// Groups and filters the flows of data/flow_table.json as the endpoints `flows` and `transactions` do.
import { alternatives } from "./alternatives";
import type { FlowGroups, FlowTotal, Transaction } from "./answers";
import { flowKeys } from "./evidence";
import type { FlowFilter, FlowKey } from "./evidence";

/** Columns hold numbers into the dictionaries, `transaction` into `transactions`, `usd` amounts. */
export interface FlowTable {
  columns: Record<FlowKey, number[]> & { transaction?: number[]; count?: number[]; usd: (number | null)[] };
  dictionaries: Record<FlowKey, string[]>;
  transactions: Transaction[] | null;
}

const paidOut = "3,4";
const tenThousandths = 10_000; // amounts have four decimals: whole numbers of them add without error

/** The positions of the rows that pass. */
export function passing(table: FlowTable, filter: FlowFilter): number[] {
  const tests = flowKeys.flatMap((key) => {
    const wanted = key === "type" ? (filter.type ?? paidOut) : filter[key];
    if (wanted === undefined) return [];
    const values = new Set(alternatives(wanted));
    const passes = table.dictionaries[key].map((value) => values.has(value));
    return [{ column: table.columns[key], passes }];
  });
  const rows: number[] = [];
  for (let row = 0; row < table.columns.usd.length; ++row)
    if (tests.every(({ column, passes }) => passes[column[row]!])) rows.push(row);
  return rows;
}

class Sum {
  private usd = 0;
  private readonly all = new Set<number>();
  private readonly unvalued = new Set<number>();
  private summedUp = 0;
  private summedUpUnvalued = 0;

  add(table: FlowTable, row: number): void {
    const usd = table.columns.usd[row] ?? null;
    const count = table.columns.count?.[row];
    const transaction = table.columns.transaction?.[row];
    if (usd !== null) this.usd += Math.round(usd * tenThousandths);
    if (transaction !== undefined) {
      this.all.add(transaction);
      if (usd === null) this.unvalued.add(transaction);
    } else if (count !== undefined) {
      this.summedUp += count;
      if (usd === null) this.summedUpUnvalued += count;
    }
  }

  total(): FlowTotal {
    return {
      usd: this.usd / tenThousandths,
      transactions: this.all.size + this.summedUp,
      without_rate: this.unvalued.size + this.summedUpUnvalued,
    };
  }
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < a.length; ++at) {
    if (a[at] !== b[at]) return a[at]! < b[at]! ? -1 : 1;
  }
  return 0;
}

/** The largest first, then by keys. */
export function groupFlows(table: FlowTable, by: readonly FlowKey[], filter: FlowFilter, limit = 1000): FlowGroups {
  const groups = new Map<string, { keys: string[]; sum: Sum }>();
  const total = new Sum();
  for (const row of passing(table, filter)) {
    const numbers = by.map((key) => table.columns[key][row]!);
    const id = numbers.join(" ");
    let group = groups.get(id);
    if (group === undefined) {
      group = { keys: by.map((key, at) => table.dictionaries[key][numbers[at]!]!), sum: new Sum() };
      groups.set(id, group);
    }
    group.sum.add(table, row);
    total.add(table, row);
  }
  const rows = [...groups.values()].map(({ keys, sum }) => ({ keys, ...sum.total() }));
  rows.sort((a, b) => b.usd - a.usd || compareKeys(a.keys, b.keys));
  return { by: [...by], total: total.total(), rows: rows.slice(0, limit) };
}

/** The transactions behind a group, the largest share first; undefined where the table is summed up. */
export function transactionsBehind(table: FlowTable, filter: FlowFilter): Transaction[] | undefined {
  const { transactions, columns } = table;
  if (transactions === null || columns.transaction === undefined) return undefined;
  const shares = new Map<number, number | null>();
  for (const row of passing(table, filter)) {
    const transaction = columns.transaction[row]!;
    const usd = columns.usd[row] ?? null;
    const before = shares.get(transaction) ?? null;
    shares.set(transaction, usd === null ? before : (before ?? 0) + Math.round(usd * tenThousandths));
  }
  const found = [...shares].map(([at, share]) => ({
    ...transactions[at]!,
    share_usd: share === null ? null : share / tenThousandths,
  }));
  const size = (one: Transaction) => one.share_usd ?? Number.NEGATIVE_INFINITY;
  return found.sort((a, b) => size(b) - size(a) || (a.transaction_id < b.transaction_id ? -1 : 1));
}
