// SPDX-License-Identifier: Apache-2.0
import { en } from "../texts/en";
import type { Texts } from "../texts/words.svelte";

const codes = new Map(Object.entries(en.money.transactionTypes).map(([code, name]) => [name, code]));
const transaction = /^([a-z ]+?)(?: (from|to) (.+))?$/s;

/** What a fact is: of a transaction in the words given, the name of the other side as its source has it. */
export function labelText(label: string, say: Texts): string {
  const [, name = "", side, other = ""] = transaction.exec(label) ?? [];
  const code = codes.get(name);
  const type = code === undefined ? undefined : say.money.transactionTypes[code];
  if (type === undefined) return label;
  if (side === undefined) return type;
  return side === "from" ? say.moneyFrom(type, other) : say.moneyTo(type, other);
}
