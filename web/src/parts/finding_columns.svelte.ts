// SPDX-License-Identifier: Apache-2.0
import type { Finding } from "../data/answers";
import { money, number } from "../formats/spoken.svelte";
import { spoken, wordFor, words } from "../texts/words.svelte";
import type { Column } from "./column";
import { activityCell, lineCell, lineLink } from "./source_links.svelte";

/** `within`: all are of one source, so that the line is enough. */
export function findingColumns(within = false): Column<Finding>[] {
  const say = words().sources;
  return [
    {
      key: "source", title: within ? say.line : words().statement.place, raw: ({ source, line }) => ({ source, line }),
      cell: (row) => (within ? { text: number(row.line), href: lineLink(row.source, row.line), code: true } : lineCell(row)),
    },
    { key: "rule", title: say.rule, cell: (row) => ({ text: row.rule, code: true }) },
    { key: "severity", title: say.severity, cell: (row) => wordFor(say.severities, row.severity) },
    { key: "message", title: say.message, cell: (row) => ({ text: row.message, language: spoken() === "en" ? undefined : "en" }) },
    { key: "iati_identifier", title: words().statement.activity, cell: (row) => activityCell(row.iati_identifier) },
    {
      key: "amount", title: say.affected, numeric: true, raw: ({ amount, currency }) => ({ amount, currency }),
      cell: (row) => (row.amount === null ? "" : money(row.amount, row.currency)),
    },
  ];
}
