// SPDX-License-Identifier: Apache-2.0
// The address that the reader is at, and links from it.
import { changed, formatAddress, isLanguage, parseAddress } from "./address";
import type { Address, Language, Query } from "./address";
import { recall, remember } from "./memory";

function preferredLanguage(): Language {
  const kept = recall("language");
  if (isLanguage(kept)) return kept;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find(isLanguage) ?? "en";
}

const start: Address = { language: preferredLanguage(), path: [], query: {} };
let address = $state.raw<Address>(parseAddress(location.hash, start.language) ?? start);

let moved = false;

/** Did the reader come here from another view? Says so once: then the heading takes the focus. */
export function justArrived(): boolean {
  const before = moved;
  moved = false;
  return before;
}

function follow(): void {
  const next = parseAddress(location.hash, address.language);
  if (next === undefined) return;
  moved ||= next.path.join("/") !== address.path.join("/");
  address = next;
  remember("language", next.language);
}

addEventListener("hashchange", follow);

export const here = {
  get language(): Language {
    return address.language;
  },
  get path(): readonly string[] {
    return address.path;
  },
  get query(): Query {
    return address.query;
  },
};

/** A link to another view. */
export function linkTo(path: readonly string[], query: Query = {}): string {
  return formatAddress({ language: address.language, path, query });
}

/** A link to this view with parts of the query changed; the page of a list starts anew unless it is what changes. */
export function linkWith(changes: Readonly<Record<string, string | null>>): string {
  return linkTo(address.path, changed(address.query, { offset: null, ...changes }));
}

/** A link to the same place in another language. */
export function linkIn(language: Language): string {
  return formatAddress({ ...address, language });
}

export function goTo(link: string): void {
  location.hash = link;
}
