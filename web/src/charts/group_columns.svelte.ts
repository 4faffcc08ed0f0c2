// SPDX-License-Identifier: Apache-2.0
import type { FlowTotal } from "../data/answers";
import type { FlowKey } from "../data/evidence";
import { money, number, percent } from "../formats/spoken.svelte";
import type { Column } from "../parts/column";
import { words } from "../texts/words.svelte";

/** One row of grouped money; `second` is the name of the second key, where it is grouped by two. */
export interface Group extends FlowTotal {
  keys: string[]; key: string; name: string; second?: string; language?: string | undefined;
}

/** Columns of money by one or two keys; the first links to what is behind the row. */
export function groupColumns(by: readonly FlowKey[], total: number, link: (row: Group) => string): Column<Group>[] {
  const say = words().money;
  const columns: Column<Group>[] = [
    {
      key: by[0]!, title: say.keys[by[0]!], raw: (row) => row.keys[0]!,
      cell: (row) => ({ text: row.name, href: link(row), language: row.language }),
    },
  ];
  if (by[1] !== undefined)
    columns.push({ key: by[1], title: say.keys[by[1]], raw: (row) => row.keys[1]!, cell: (row) => row.second ?? "" });
  columns.push(
    { key: "usd", title: say.usd, numeric: true, cell: (row) => money(row.usd, "USD") },
    { key: "share", title: say.share, numeric: true, cell: (row) => (total > 0 ? percent(row.usd / total) : ""), raw: (row) => (total > 0 ? row.usd / total : null) },
    { key: "transactions", title: words().activities.transactions, numeric: true, cell: (row) => number(row.transactions) },
  );
  return columns;
}
