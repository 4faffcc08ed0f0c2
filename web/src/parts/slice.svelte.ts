// SPDX-License-Identifier: Apache-2.0
import type { Slice } from "../data/evidence";
import { here } from "../routes/here.svelte";

export const pageSizes = [50, 200, 1000] as const;

function whole(text: string | undefined, otherwise: number, most: number): number {
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 0 && text !== "" ? Math.min(value, most) : otherwise;
}

/** The part of a list that the address asks for. */
export function sliceHere(): Slice {
  return {
    limit: Math.max(1, whole(here.query["limit"], pageSizes[0], 1000)),
    offset: whole(here.query["offset"], 0, 1_000_000),
  };
}
