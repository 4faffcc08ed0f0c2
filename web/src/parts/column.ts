// SPDX-License-Identifier: Apache-2.0
// What a table shows of a row, and what a download of it holds.
import type { Role, Verdict } from "../data/answers";

export type Scalar = string | number | boolean | null;

export interface Cell {
  text: string;
  href?: string | undefined;
  /** Language of the text where it is not the page's. */
  language?: string | undefined;
  /** A second, smaller line. */
  note?: string | undefined;
  verdict?: Verdict | undefined;
  role?: Role | undefined;
  illustrative?: boolean | undefined;
  /** Set in the face for codes. */
  code?: boolean | undefined;
}

export interface Column<Row> {
  /** Name in downloads. */
  key: string;
  title: string;
  numeric?: boolean;
  /** Never broken into lines: dates and amounts. Numeric ones are not either, unless this is false. */
  whole?: boolean;
  cell: (row: Row) => Cell | string;
  /** What downloads hold; the row's value of the key when absent. Several values: several columns. */
  raw?: (row: Row) => Scalar | Record<string, Scalar>;
}

/** A row as downloads hold it: exactly the columns that are shown, unformatted. */
export function exported<Row extends object>(columns: readonly Column<Row>[], row: Row): Record<string, Scalar> {
  const fields: Record<string, Scalar> = {};
  for (const { key, raw } of columns) {
    const value: unknown = raw === undefined ? Reflect.get(row, key) : raw(row);
    if (typeof value === "object" && value !== null) Object.assign(fields, value);
    else fields[key] = (value ?? null) as Scalar;
  }
  return fields;
}

function quoted(value: Scalar): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180. */
export function csvOf(rows: readonly Record<string, Scalar>[]): string {
  const [first] = rows;
  if (first === undefined) return "";
  const keys = Object.keys(first);
  const lines = [keys, ...rows.map((row) => keys.map((key) => row[key] ?? null))];
  return lines.map((line) => line.map(quoted).join(",") + "\r\n").join("");
}
