// SPDX-License-Identifier: Apache-2.0
import { quantileSorted } from "d3-array";

export const shadeCount = 5;

/** Bounds between shades, so that each shade has about as many countries; equal bounds fall together. */
export function shadeBounds(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const bounds: number[] = [];
  for (let shade = 1; shade < shadeCount; ++shade) {
    const bound = quantileSorted(sorted, shade / shadeCount);
    if (bound !== undefined && bound > (bounds.at(-1) ?? sorted[0] ?? 0)) bounds.push(bound);
  }
  return bounds;
}

/** From 0, the palest, to 4. */
export function shadeOf(value: number, bounds: readonly number[]): number {
  const above = bounds.filter((bound) => value >= bound).length;
  // Few bounds still reach the darkest shade.
  return bounds.length === 0 ? shadeCount - 1 : Math.round((above / bounds.length) * (shadeCount - 1));
}
