// SPDX-License-Identifier: Apache-2.0
// Several alternatives in one text, as the API takes them: commas between, `\,` for a comma that belongs to a name.

export function alternatives(text: string | undefined): string[] {
  return text === undefined || text === "" ? [] : text.split(/(?<!\\),/).map((one) => one.replaceAll("\\,", ","));
}

export function joined(values: readonly string[]): string {
  return values.map((one) => one.replaceAll(",", "\\,")).join(",");
}

/** The text with one alternative added, or taken out where it was in; null when none is left. */
export function toggled(text: string | undefined, one: string): string | null {
  const before = alternatives(text);
  const after = before.includes(one) ? before.filter((other) => other !== one) : [...before, one];
  return after.length === 0 ? null : joined(after);
}
