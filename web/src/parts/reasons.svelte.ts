// SPDX-License-Identifier: Apache-2.0
import { fileName } from "../formats/spoken.svelte";
import { spoken, wordFor, words } from "../texts/words.svelte";
import type { Cell } from "./column";

/** A place such as `folder/file.xml:12`, without the folder. */
const place = /^(?:.*\/)?([^/\s]+\.[a-z]+:\d+)$/;

/** Why a fact counts or does not, in the reader's language where there is a word for it. */
export function reasonText(reason: string): string {
  const say = words();
  const confirmed = /^confirmed by (.+)$/.exec(reason)?.[1];
  if (confirmed !== undefined) return say.confirmedBy(fileName(confirmed));
  const merged = place.exec(reason)?.[1];
  if (merged !== undefined) return say.mergedWith(merged);
  return wordFor(say.reasons, reason);
}

export function reasonCell(reason: string | null): Cell | string {
  if (reason === null) return "";
  const text = reasonText(reason);
  return { text, language: text === reason && spoken() !== "en" ? "en" : undefined };
}
