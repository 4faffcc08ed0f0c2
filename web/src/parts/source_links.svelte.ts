// SPDX-License-Identifier: Apache-2.0
import { fileName } from "../formats/spoken.svelte";
import { linkTo } from "../routes/here.svelte";
import type { Cell } from "./column";

/** Figures that come with the program stand in its folder `data`; documents that attest something are no files. */
export const isLoaded = (source: string): boolean => source.includes("/") && !source.startsWith("data/");

export const sourceLink = (source: string): string => linkTo(["sources", "one"], { source });
export const lineLink = (source: string, line: number): string =>
  linkTo(["sources", "lines"], { source, line: String(line) });
export const activityLink = (id: string): string => linkTo(["activities", id]);
export const statementLink = (id: string): string => linkTo(["statements", id]);

/** File and line, as a link to what stands there. */
export function lineCell({ source, line }: { source: string; line: number | null }): Cell {
  if (line === null) return { text: fileName(source) };
  return { text: `${fileName(source)}:${line}`, href: lineLink(source, line), code: true };
}

export function activityCell(id: string | null): Cell | string {
  return id === null || id === "" ? "" : { text: id, href: activityLink(id), code: true };
}
