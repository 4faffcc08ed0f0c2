// SPDX-License-Identifier: Apache-2.0
import type { Activity } from "../data/answers";
import { wordFor, words } from "../texts/words.svelte";
import type { Column } from "./column";
import { activityLink, lineCell } from "./source_links.svelte";

export function activityColumns(): Column<Activity>[] {
  const say = words().activities;
  return [
    { key: "title", title: say.name, cell: (row) => ({ text: row.title ?? row.iati_identifier, href: activityLink(row.iati_identifier), illustrative: row.illustrative, note: row.superseded ? say.superseded : undefined }) },
    { key: "iati_identifier", title: say.identifier, cell: (row) => ({ text: row.iati_identifier, code: true }) },
    { key: "reporting_org", title: say.reportingOrg, cell: (row) => row.reporting_org ?? "" },
    { key: "status", title: say.status, cell: (row) => (row.status === null ? "" : wordFor(say.statuses, row.status)) },
    { key: "source", title: words().statement.place, cell: lineCell, raw: ({ source, line, superseded }) => ({ source, line, superseded }) },
  ];
}
