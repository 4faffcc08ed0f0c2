// SPDX-License-Identifier: Apache-2.0
// Addresses of the page: `#/LANGUAGE/PATH?QUERY`. They live in the fragment, so that any file server will do.

export const languages = ["en", "zh", "ko"] as const;
export type Language = (typeof languages)[number];

/** What a view is asked for; a value that is absent is not in the address. */
export type Query = Readonly<Record<string, string>>;

export interface Address {
  readonly language: Language;
  readonly path: readonly string[];
  readonly query: Query;
}

export function isLanguage(text: string | null | undefined): text is Language {
  return (languages as readonly string[]).includes(text ?? "");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray percent sign is no reason to show nothing
  }
}

/** Reads a fragment; undefined when it is none of the page's own (such as `#main`). */
export function parseAddress(fragment: string, fallback: Language): Address | undefined {
  if (fragment !== "" && fragment !== "#" && !fragment.startsWith("#/")) return undefined;
  const [path = "", query = ""] = fragment.replace(/^#?\/?/, "").split(/\?(.*)/s);
  const segments = path.split("/").filter((segment) => segment !== "").map(decoded);
  const language = isLanguage(segments[0]) ? segments[0] : fallback;
  return {
    language,
    path: isLanguage(segments[0]) ? segments.slice(1) : segments,
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

export function formatAddress({ language, path, query }: Address): string {
  const parameters = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  // Commas and slashes stay readable; neither has a meaning within a query of a fragment.
  const text = parameters.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  return "#/" + [language, ...path.map(encodeURIComponent)].join("/") + (text === "" ? "" : "?" + text);
}

/** The query with some values changed; null takes a value out. */
export function changed(query: Query, changes: Readonly<Record<string, string | null>>): Query {
  return Object.fromEntries(
    Object.entries({ ...query, ...changes }).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
