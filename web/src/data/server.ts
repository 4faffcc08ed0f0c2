// SPDX-License-Identifier: Apache-2.0
// Evidence from `kept serve`.
import type {
  Codes, Coverage, FindingSum, Framework, Indicator, Organisation, Source, Statements,
} from "./answers";
import { joined } from "./alternatives";
import type { Evidence } from "./evidence";
import { fetchJson } from "./problem";

type Parameters = Readonly<Record<string, string | number | undefined>>;

/** Organisations asked for at once; longer lists would make addresses that servers refuse. */
const organisationsAtOnce = 50;

export function serverEvidence(root = "api/v1/"): Evidence {
  const known = new Map<string, Promise<unknown>>();

  function ask<Answer>(path: string, parameters: Parameters = {}): Promise<Answer> {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(parameters)) if (value !== undefined && value !== "") query.set(key, String(value));
    return fetchJson<Answer>(root + path + (query.size === 0 ? "" : `?${query}`));
  }

  /** What every view needs is asked once, and again after a failure. */
  function once<Answer>(path: string): Promise<Answer> {
    let answer = known.get(path) as Promise<Answer> | undefined;
    if (answer === undefined) {
      answer = ask<Answer>(path);
      known.set(path, answer);
      answer.catch(() => known.delete(path));
    }
    return answer;
  }

  async function organisations(keys: readonly string[]): Promise<Organisation[]> {
    const found: Organisation[] = [];
    for (let at = 0; at < keys.length; at += organisationsAtOnce) {
      const key = joined(keys.slice(at, at + organisationsAtOnce));
      found.push(...(await ask<{ rows: Organisation[] }>("organisations", { key, limit: 1000 })).rows);
    }
    return found;
  }

  const part = encodeURIComponent;
  return {
    ranksAnyYear: true,
    root,
    framework: () => once<Framework>("framework"),
    statements: () => ask<Statements>("statements"),
    statement: (id) => ask(`statements/${part(id)}`),
    trail: (id, filter, slice) => ask(`statements/${part(id)}/trail`, { ...filter, ...slice }),
    flows: (by, filter) => ask("flows", { by: by.join(","), ...filter }),
    transactions: (filter, slice) => ask("transactions", { ...filter, ...slice }),
    organisations,
    activities: (filter, slice) => ask("activities", { ...filter, ...slice }),
    activity: (id) => ask(`activities/${part(id)}`),
    indicators: async () => (await once<{ indicators: Indicator[] }>("indicators")).indicators,
    series: (indicator, areas) => ask(`indicators/${part(indicator)}`, { area: areas.join(",") }),
    ranks: ({ indicator, group, since, year }) => ask("ranks", { indicator, group, since, year }),
    groups: async () => (await once<{ groups: { name: string; members: number }[] }>("groups")).groups,
    coverage: async () => (await ask<{ rows: Coverage[] }>("coverage")).rows,
    sources: async () => (await ask<{ sources: Source[] }>("sources")).sources,
    sourceLine: (source, line) => ask("source-lines", { source, line }),
    findings: (filter, slice) => ask("findings", { ...filter, ...slice }),
    findingSums: async () => (await ask<{ rows: FindingSum[] }>("findings/summary")).rows,
    codes: () => once<Codes>("codes"),
  };
}
