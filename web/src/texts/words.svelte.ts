// SPDX-License-Identifier: Apache-2.0
// The texts of the reader's language. English is always there; the others are fetched when they are asked for.
import type { Text } from "../data/answers";
import type { Language } from "../routes/address";
import { here } from "../routes/here.svelte";
import { en } from "./en";

/** The keys of English, with any text in their places. */
export type Texts = typeof en;


let current = $state.raw<{ language: Language; texts: Texts }>({ language: "en", texts: en });

const sources: Record<Language, () => Promise<Texts>> = {
  en: async () => en,
  zh: async () => (await import("./zh")).zh,
  ko: async () => (await import("./ko")).ko,
};

export async function loadTexts(language: Language): Promise<void> {
  const texts = await sources[language]();
  current = { language, texts };
  document.documentElement.lang = language;
}

export function words(): Texts {
  return current.texts;
}

/** The language of `words`: that of the address as soon as its texts are there. */
export function spoken(): Language {
  return current.language;
}

/** A text of the data in the reader's language; English where there is no translation. */
export function said(text: Text | null | undefined): string {
  return text === null || text === undefined ? "" : (text[spoken()] ?? text.en);
}

/** The language that `said` answers in, where it differs from the page's. */
export function saidIn(text: Text | null | undefined): Language | undefined {
  return text && text[spoken()] === undefined && here.language !== "en" ? "en" : undefined;
}

/** The word for a code, or the code itself where there is none. */
export function wordFor(names: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(names, code) ? names[code]! : code;
}
