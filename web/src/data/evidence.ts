// SPDX-License-Identifier: Apache-2.0
// What the views ask. A server answers it (server.ts), or files that `kept publish` wrote (files.ts).
import type {
  Activity, ActivityAnswer, Codes, Coverage, Finding, FindingSum, FlowGroups, Framework, Indicator, IndicatorAnswer,
  League, Organisation, Page, Source, SourceLine, StatementAnswer, Statements, TrailRow, Transaction,
} from "./answers";

export const flowKeys = [
  "provider", "receiver", "party", "place", "sector", "gender_marker", "rmnch_marker", "year", "type", "source",
] as const;
export type FlowKey = (typeof flowKeys)[number];

/** By key the alternatives that pass, with commas between. Without `type`: 3,4, what was paid out. */
export type FlowFilter = Partial<Record<FlowKey, string>>;

export interface Slice { limit: number; offset: number }
export interface RankQuestion { indicator: string; group: string; since?: string | undefined; year?: string | undefined }
export interface ActivityFilter { text?: string; status?: string; reporting_org?: string; source?: string }
export interface FindingFilter { source?: string; rule?: string; severity?: string }

export interface Evidence {
  /** Files hold leagues of the newest values alone; a server computes any year and any pace. */
  readonly ranksAnyYear: boolean;
  /** Where the same answers lie for programs. */
  readonly root: string;

  framework(): Promise<Framework>;
  statements(): Promise<Statements>;
  statement(id: string): Promise<StatementAnswer>;
  trail(id: string, filter: { role?: string; reason?: string }, slice: Slice): Promise<Page<TrailRow>>;
  flows(by: readonly FlowKey[], filter: FlowFilter): Promise<FlowGroups>;
  /** Undefined where single transactions are not part of what was published. */
  transactions(filter: FlowFilter, slice: Slice): Promise<Page<Transaction> | undefined>;
  organisations(keys: readonly string[]): Promise<Organisation[]>;
  activities(filter: ActivityFilter, slice: Slice): Promise<Page<Activity>>;
  activity(id: string): Promise<ActivityAnswer>;
  indicators(): Promise<Indicator[]>;
  series(indicator: string, areas: readonly string[]): Promise<IndicatorAnswer>;
  ranks(question: RankQuestion): Promise<League>;
  groups(): Promise<{ name: string; members: number }[]>;
  coverage(): Promise<Coverage[]>;
  sources(): Promise<Source[]>;
  sourceLine(source: string, line: number): Promise<SourceLine>;
  findings(filter: FindingFilter, slice: Slice): Promise<Page<Finding>>;
  findingSums(): Promise<FindingSum[]>;
  codes(): Promise<Codes>;
}
