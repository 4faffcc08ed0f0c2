// SPDX-License-Identifier: Apache-2.0
// Evidence from the files that `kept publish` wrote: the same answers, filtered, grouped and paged here.
import { alternatives } from "./alternatives";
import type {
  Activity, ActivityAnswer, Codes, Coverage, Finding, FindingSum, Framework, Indicator, IndicatorAnswer, League,
  Organisation, Page, Source, SourceLine, StatementAnswer, Statements, TrailRow,
} from "./answers";
import type { Evidence, Slice } from "./evidence";
import { groupFlows, transactionsBehind } from "./flow_table";
import type { FlowTable } from "./flow_table";
import { fetchJson, Problem } from "./problem";

export function pageOf<Row>(rows: readonly Row[], { limit, offset }: Slice): Page<Row> {
  return { total: rows.length, limit, offset, rows: rows.slice(offset, offset + limit) };
}

/** Case, width and accents do not matter in a search. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mark}/gu, "").toLowerCase();
}

type Fields = Readonly<Record<string, string | undefined>>;

/** Does a row have one of the wanted values in each field? Fields that are not asked for pass. */
function has(row: object, wanted: Fields): boolean {
  return Object.entries(wanted).every(
    ([key, value]) => value === undefined || value === "" || [value, ...alternatives(value)].includes(String(Reflect.get(row, key))),
  );
}

export function fileEvidence(root = "data/", fetched: typeof fetchJson = fetchJson): Evidence {
  const known = new Map<string, Promise<unknown>>();

  function read<Answer>(name: string): Promise<Answer> {
    let answer = known.get(name) as Promise<Answer> | undefined;
    if (answer === undefined) {
      answer = fetched<Answer>(`${root}${name}.json`);
      known.set(name, answer);
      answer.catch(() => known.delete(name));
    }
    return answer;
  }

  async function activity(id: string): Promise<ActivityAnswer> {
    const row = (await read<Page<Activity>>("activities")).rows.find((one) => one.iati_identifier === id);
    if (row?.part === undefined) throw new Problem(404, "Not found", `no activity ${id} was published`);
    const answer = (await read<Record<string, ActivityAnswer>>(`activities/${row.part}`))[id];
    if (answer === undefined) throw new Problem(404, "Not found", `no activity ${id} was published`);
    return answer;
  }

  /** Of lines that no trail names the transactions alone were published, without the text of the file. */
  async function sourceLine(source: string, line: number): Promise<SourceLine> {
    const name = `${source}:${line}`;
    const at = (await read<Record<string, number>>("source_lines"))[name];
    const answer = at === undefined ? undefined : (await read<Record<string, SourceLine>>(`source_lines/${at}`))[name];
    if (answer !== undefined) return answer;
    const { transactions } = await read<FlowTable>("flow_table");
    const found = (transactions ?? []).filter((one) => one.source === source && one.line === line);
    if (found.length === 0) throw new Problem(404, "Not found", "only lines that a trail names were published");
    return {
      source, line, excerpt: null, why_no_excerpt: "only lines that a trail names were published with their text",
      activities: [], observations: [], findings: [],
      transactions: found.map((one) => ({ ...one, counted: true, reason: null })),
    };
  }

  async function ranks(indicator: string, group: string): Promise<League> {
    const league = (await read<Record<string, League>>(`ranks/${part(indicator)}`))[group];
    if (league === undefined) throw new Problem(404, "Not found", `no ranks of ${indicator} in ${group} were published`);
    return league;
  }

  const part = encodeURIComponent;
  return {
    ranksAnyYear: false,
    root,
    framework: () => read<Framework>("framework"),
    statements: () => read<Statements>("statements"),
    statement: (id) => read<StatementAnswer>(`statements/${part(id)}`),
    trail: async (id, { role, reason }, slice) => {
      const { rows } = await read<Page<TrailRow>>(`statements/${part(id)}/trail`);
      // A reason may hold commas: it is compared as a whole.
      return pageOf(rows.filter((row) => has(row, { role }) && (!reason || row.reason === reason)), slice);
    },
    flows: async (by, filter) => groupFlows(await read<FlowTable>("flow_table"), by, filter),
    transactions: async (filter, slice) => {
      const rows = transactionsBehind(await read<FlowTable>("flow_table"), filter);
      return rows && pageOf(rows, slice);
    },
    organisations: async (keys) => {
      const wanted = new Set(keys);
      return (await read<Page<Organisation>>("organisations")).rows.filter((row) => wanted.has(row.key));
    },
    activities: async ({ text = "", ...fields }, slice) => {
      const { rows } = await read<Page<Activity>>("activities");
      const wanted = folded(text);
      const found = rows.filter(
        (row) => has(row, fields) && folded(`${row.title ?? ""} ${row.iati_identifier}`).includes(wanted),
      );
      return pageOf(found, slice);
    },
    activity,
    indicators: async () => (await read<{ indicators: Indicator[] }>("indicators")).indicators,
    series: async (indicator, areas) => {
      const answer = await read<IndicatorAnswer>(`indicators/${part(indicator)}`);
      return { ...answer, series: areas.flatMap((area) => answer.series.filter((one) => one.area === area)) };
    },
    ranks: ({ indicator, group }) => ranks(indicator, group),
    groups: async () => (await read<{ groups: { name: string; members: number }[] }>("groups")).groups,
    coverage: async () => (await read<{ rows: Coverage[] }>("coverage")).rows,
    sources: async () => (await read<{ sources: Source[] }>("sources")).sources,
    sourceLine,
    findings: async (filter, slice) =>
      pageOf((await read<Page<Finding>>("findings")).rows.filter((row) => has(row, { ...filter })), slice),
    findingSums: async () => (await read<{ rows: FindingSum[] }>("findings_summary")).rows,
    codes: () => read<Codes>("codes"),
  };
}
