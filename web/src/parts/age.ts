// SPDX-License-Identifier: Apache-2.0

/** Whole days from one date to another; null where either has no day. */
export function daysBetween(from: string, to: string): number | null {
  const [first, last] = [Date.parse(from.slice(0, 10)), Date.parse(to.slice(0, 10))];
  return Number.isNaN(first) || Number.isNaN(last) ? null : Math.round((last - first) / 86_400_000);
}
