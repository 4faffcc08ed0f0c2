// SPDX-License-Identifier: Apache-2.0
// Numbers and dates as each language writes them.
import type { Language } from "../routes/address";

const locales: Record<Language, string> = { en: "en", zh: "zh-CN", ko: "ko-KR" };
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = language + JSON.stringify(options);
  let format = formats.get(id);
  if (format === undefined) formats.set(id, (format = new Intl.NumberFormat(locales[language], options)));
  return format;
}

export function formatNumber(language: Language, value: number, digits = 2): string {
  return formatOf(language, { maximumFractionDigits: digits }).format(value);
}

/** Three significant digits and a word for the power: for labels of charts. */
export function formatCompact(language: Language, value: number): string {
  return formatOf(language, { notation: "compact", maximumSignificantDigits: 3 }).format(value);
}

/** Of a share from 0 to 1. */
export function formatPercent(language: Language, share: number, digits = 1): string {
  return formatOf(language, { style: "percent", maximumFractionDigits: digits }).format(share);
}

/** Whole amounts without decimals, others with two; the currency as its code, for amounts of several stand together. */
export function formatMoney(language: Language, amount: number, currency: string): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  if (!/^[A-Z]{3}$/.test(currency)) return `${formatOf(language, decimals).format(amount)} ${currency}`.trim();
  return formatOf(language, { style: "currency", currency, currencyDisplay: "code", ...decimals }).format(amount);
}

export function formatCompactMoney(language: Language, amount: number, currency: string): string {
  return formatOf(language, {
    style: "currency", currency, currencyDisplay: "code", notation: "compact", maximumSignificantDigits: 3,
  }).format(amount);
}

/** YYYY, YYYY-MM, YYYY-MM-DD, with or without a time behind it; other texts stay as they are. */
export function formatDate(language: Language, text: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text) ?? [];
  if (year === undefined) return text;
  const at = new Date(Date.UTC(Number(year), month ? Number(month) - 1 : 0, day ? Number(day) : 1));
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
  if (month !== undefined) options.month = language === "en" && day !== undefined ? "short" : "long";
  if (day !== undefined) options.day = "numeric";
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : locales[language], options).format(at);
}

export function formatSize(language: Language, bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return formatOf(language, {
    style: "unit", unit: units[power]!, unitDisplay: "short", maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

export function compareNames(language: Language): (a: string, b: string) => number {
  return new Intl.Collator(locales[language]).compare;
}
