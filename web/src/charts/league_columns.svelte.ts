// SPDX-License-Identifier: Apache-2.0
import type { League, LeagueRow } from "../data/answers";
import { absent, number, percent } from "../formats/spoken.svelte";
import type { Column } from "../parts/column";
import { lineCell } from "../parts/source_links.svelte";
import { said, words } from "../texts/words.svelte";

/** The columns of a ranking; those of bounds only where the source gives bounds. */
export function leagueColumns(league: League): Column<LeagueRow>[] {
  const say = words().survival;
  const figure = (value: number | null) => (league.since === null ? number(value) : percent(value));
  const columns: Column<LeagueRow>[] = [
    { key: "rank", title: say.place, numeric: true, cell: (row) => number(row.rank) },
    { key: "area", title: say.country, cell: (row) => said(row.name), raw: (row) => ({ area: row.area, name: said(row.name) }) },
    { key: "value", title: say.value, numeric: true, cell: (row) => figure(row.value) },
  ];
  if (league.with_bounds > 0) {
    columns.push(
      { key: "lower", title: say.lower, numeric: true, cell: (row) => figure(row.lower) },
      { key: "upper", title: say.upper, numeric: true, cell: (row) => figure(row.upper) },
      { key: "probability", title: say.probability, numeric: true, cell: (row) => (row.probability === null ? absent : percent(row.probability)) },
    );
  }
  columns.push({ key: "source", title: words().parts.source, cell: lineCell, raw: ({ source, line }) => ({ source, line }) });
  return columns;
}
