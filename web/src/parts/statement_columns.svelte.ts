// SPDX-License-Identifier: Apache-2.0
import type { Statement } from "../data/answers";
import { quantity } from "../formats/spoken.svelte";
import { said, words } from "../texts/words.svelte";
import type { Column } from "./column";
import { statementLink } from "./source_links.svelte";

/** What the scoreboard shows of a statement. */
export function statementColumns(): Column<Statement>[] {
  const say = words().scoreboard;
  return [
    { key: "id", title: "id", cell: (row) => row.id },
    { key: "kind", title: say.kind, cell: (row) => words().kind[row.kind] },
    { key: "title", title: say.statement, cell: (row) => ({ text: said(row.title), href: statementLink(row.id) }), raw: (row) => said(row.title) },
    { key: "verdict", title: say.verdict, cell: ({ verdict }) => ({ text: verdict, verdict }) },
    { key: "certainty", title: say.certainty, cell: ({ certainty }) => (certainty ? words().certainties[certainty] : "") },
    { key: "low", title: words().interval.low, numeric: true, cell: (row) => quantity(row.low, row.unit) },
    { key: "central", title: words().interval.central, numeric: true, cell: (row) => quantity(row.central, row.unit) },
    { key: "high", title: words().interval.high, numeric: true, cell: (row) => quantity(row.high, row.unit) },
    { key: "expected", title: words().interval.expected, numeric: true, cell: (row) => quantity(row.expected, row.unit) },
    { key: "target", title: words().interval.target, numeric: true, cell: (row) => quantity(row.target, row.unit) },
    { key: "unit", title: "unit", cell: (row) => row.unit ?? "" },
    { key: "rank", title: words().survival.place, numeric: true, cell: (row) => String(row.rank ?? "") },
    { key: "of", title: "of", numeric: true, cell: (row) => String(row.of ?? "") },
    { key: "value", title: words().survival.value, numeric: true, cell: (row) => String(row.value ?? "") },
    { key: "year", title: words().survival.year, numeric: true, cell: (row) => String(row.year ?? "") },
    { key: "newest_evidence", title: say.evidence, cell: (row) => row.newest_evidence ?? "" },
  ];
}
