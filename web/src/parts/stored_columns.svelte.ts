// SPDX-License-Identifier: Apache-2.0
import type { StoredTransaction } from "../data/answers";
import { day, money } from "../formats/spoken.svelte";
import { wordFor, words } from "../texts/words.svelte";
import type { Column } from "./column";
import { reasonCell } from "./reasons.svelte";
import { lineCell } from "./source_links.svelte";

/** Transactions as the store has them, counted or not. */
export function storedColumns(): Column<StoredTransaction>[] {
  const say = words().activities;
  const keys = words().money.keys;
  return [
    { key: "value_date", title: words().money.valueDate, whole: true, cell: (row) => day(row.value_date) },
    { key: "type", title: keys.type, cell: (row) => (row.type === null ? "" : wordFor(words().money.transactionTypes, row.type)) },
    { key: "provider", title: keys.provider, cell: (row) => row.provider ?? "" },
    { key: "receiver", title: keys.receiver, cell: (row) => row.receiver ?? "" },
    { key: "value", title: words().money.value, numeric: true, cell: (row) => money(row.value, row.currency), raw: ({ value, currency }) => ({ value, currency }) },
    { key: "usd", title: words().money.usd, numeric: true, cell: (row) => money(row.usd, "USD") },
    {
      key: "counted", title: say.counts, raw: ({ counted, reason }) => ({ counted, reason }),
      cell: (row) => (row.reason === null ? (row.counted ? say.yes : "") : reasonCell(row.reason)),
    },
    { key: "source", title: words().statement.place, cell: lineCell, raw: ({ source, line, transaction_id }) => ({ source, line, transaction_id }) },
  ];
}
