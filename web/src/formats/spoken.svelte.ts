// SPDX-License-Identifier: Apache-2.0
// Numbers, dates and names in the reader's language; what is absent is a dash.
import type { DateText } from "../data/answers";
import { spoken, wordFor, words } from "../texts/words.svelte";
import { formatCompactMoney, formatDate, formatMoney, formatNumber, formatPercent, formatSize } from "./number";

export const absent = "–";

export const number = (value: number | null | undefined, digits = 2): string =>
  value == null ? absent : formatNumber(spoken(), value, digits);
export const percent = (share: number | null | undefined, digits = 1): string =>
  share == null ? absent : formatPercent(spoken(), share, digits);
export const money = (amount: number | null | undefined, currency: string | null | undefined): string =>
  amount == null ? absent : formatMoney(spoken(), amount, currency ?? "");
export const shortMoney = (amount: number | null | undefined, currency = "USD"): string =>
  amount == null ? absent : formatCompactMoney(spoken(), amount, currency);
export const day = (date: DateText | null | undefined): string => (date == null ? absent : formatDate(spoken(), date));
export const size = (bytes: number): string => formatSize(spoken(), bytes);

/** What numbers of this unit are called. */
export const unitName = (unit: string): string => wordFor(words().units, unit);

/** An amount of money, or a number and what it counts. */
export function quantity(value: number | null | undefined, unit: string | null | undefined): string {
  if (value == null) return absent;
  if (unit != null && /^[A-Z]{3}$/.test(unit)) return money(value, unit);
  const name = unit == null ? "" : unitName(unit);
  if (name === "%") return percent(value / 100);
  return name === "" ? number(value) : words().countOf(number(value), name);
}

/** The last part of a path: enough to know a file by. */
export function fileName(source: string): string {
  return source.split("/").at(-1) ?? source;
}
