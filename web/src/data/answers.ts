// SPDX-License-Identifier: Apache-2.0
// The answers of the API, as docs/formats/api.md describes them.

export type Text = { readonly en: string; readonly zh?: string; readonly ko?: string };
/** A date as text, YYYY-MM-DD or less. */
export type DateText = string;

export type Kind = "agreement" | "pledge" | "claim";
export type Verdict =
  | "kept" | "on track" | "behind" | "not started" | "broken" | "no evidence"
  | "true" | "false" | "undecided" | "no data";
export type Role = "confirmed" | "reported" | "committed" | "baseline" | "merged" | "excluded";

export interface Page<Row> { total: number; limit: number; offset: number; rows: Row[] }

export interface Document { title: Text; publisher: string | null; published: DateText | null; url: string | null }
export interface Party { id: string; name: Text; country: string | null; organisations: string[] }
export interface Agreement {
  id: string; title: Text; kind: string; date: DateText; parties: string[]; document: Document | null;
}

export interface Framework {
  id: string; title: Text; illustrative: boolean; as_of: DateText; store_version: string; program_version: string;
  parties: Party[]; agreements: Agreement[]; newest_evidence: DateText | null;
}

export interface Statement {
  id: string; kind: Kind; measure: string; title: Text; verdict: Verdict; certainty: "certain" | "uncertain" | null;
  target: number | null; low: number | null; central: number | null; high: number | null; unit: string | null;
  expected: number | null; double_counted: number | null;
  rank: number | null; of: number | null; value: number | null; year: number | null; probability: number | null;
  why: string; sources: string[];
  agreement: string | null; by: string | null; to: string | null; about: string | null;
  from: DateText | null; to_date: DateText | null; newest_evidence: DateText | null; illustrative: boolean;
}

export interface Statements { framework: string; as_of: DateText; illustrative: boolean; statements: Statement[] }

export interface Stated {
  by: Text | null; to: Text | null; about: Text | null; agreement: { id: string; title: Text } | null;
  condition: string | null; document: Document | null; ledger: string; line: number;
}

export interface Sum { role: Role; reason: string | null; facts: number; amount: number | null; effect: string | null }

export interface StatementAnswer {
  framework: string; as_of: DateText; statement: Statement; stated: Stated; sums: Sum[]; league: League | null;
  trail_size: number;
}

export interface TrailRow {
  source: string; line: number; iati_identifier: string | null; transaction_id: string | null; label: string | null;
  date: DateText | null; raw_value: string | null; currency: string | null; rate: number | null; share: number | null;
  amount: number | null; role: Role; reason: string | null;
}

export interface LeagueRow {
  rank: number; area: string; name: Text; value: number; lower: number | null; upper: number | null;
  probability: number | null; rank_low: number | null; rank_high: number | null;
  first_value: number | null; last_value: number | null;
  source: string; line: number; publication: string | null; published: DateText | null;
}

export interface League {
  indicator: string; group: string; vintage: string | null; year: number | null; since: number | null; unit: string;
  lower_is_better: boolean; of: number; members: number; places: number; with_bounds: number; problem: string | null;
  area?: string | null; rows: LeagueRow[];
}

export interface FlowTotal { usd: number; transactions: number; without_rate: number }
export interface FlowGroups { by: string[]; total: FlowTotal; rows: (FlowTotal & { keys: string[] })[] }

export interface Organisation { key: string; name: string | null; ref: string | null; party: string | null }

export interface Transaction {
  transaction_id: string; source: string; line: number; iati_identifier: string; title: string | null; type: string;
  value_date: DateText | null; value: number | null; currency: string | null; usd: number | null;
  share_usd: number | null; provider: string; provider_name: string | null; receiver: string;
  receiver_name: string | null;
}

export interface Activity {
  iati_identifier: string; title: string | null; reporting_org: string | null; status: string | null; source: string;
  line: number; superseded: boolean; illustrative: boolean; part?: number;
}

export interface StoredTransaction {
  transaction_id: string; source: string; line: number; iati_identifier: string; type: string | null;
  value_date: DateText | null; value: number | null; currency: string | null; usd: number | null;
  provider?: string | null; receiver?: string | null; counted: boolean; reason: string | null;
}
export interface Flow {
  transaction_id: string; type: string; value_date: DateText | null; place: string; sector: string;
  value: number | null; currency: string | null; usd: number | null; gender_marker: string; rmnch_marker: string;
}
export interface Transfer {
  provider: string | null; receiver: string | null; kind: string; date: DateText | null; value: number | null;
  currency: string | null; usd: number | null; confirmed_by: "both" | "provider" | "receiver";
  provider_transaction_id: string | null; receiver_transaction_id: string | null;
}
export interface Finding {
  rule: string; severity: string; source: string; line: number; iati_identifier: string | null; message: string;
  amount: number | null; currency: string | null;
}
export interface FindingSum {
  rule: string; severity: string; currency: string | null; findings: number; amount: number | null;
}

export interface ActivityAnswer {
  id: string; activities: Activity[]; transactions: StoredTransaction[]; flows: Flow[]; transfers: Transfer[];
  findings: Finding[]; left_out?: Partial<Record<"transactions" | "flows" | "transfers" | "findings", number>>;
}

export interface Indicator {
  id: string; name: Text; unit: string; lower_is_better: boolean | null; goal: string | null; areas: number;
  first_year: number | null; last_year: number | null; sources: string[];
}

export interface Point {
  year: number; value: number; lower: number | null; upper: number | null; source: string; line: number;
  publication: string | null; published: DateText | null;
}
export type OutlookStatus = "met" | "on track" | "acceleration needed" | "no trend" | "no data";
export interface Outlook {
  area: string; indicator: string; unit: string; year: number | null; value: number | null; target: number | null;
  goal: string | null; target_year: number | null; trend_from: number | null; achieved: number | null;
  required: number | null; projected: number | null; status: OutlookStatus;
}
export interface Series { area: string; name: Text; points: Point[]; outlook: Outlook | null }
export interface IndicatorAnswer { indicator: Indicator; series: Series[] }

export interface Coverage {
  area: string; alpha2: string; m49: string; name: Text; region: string; activities: number; transactions: number;
  usd: number; observations: number; newest_year: number | null;
}

export interface Source {
  source: string; kind: string; version: string | null; generated: string | null; publishers: string | null;
  publication: string | null; sha256: string; size: number; illustrative: boolean; activities: number;
  transactions: number; first_date: DateText | null; last_date: DateText | null; loaded_at: string;
  findings: number; age_days: number | null;
}

export interface Observation {
  indicator: string; area: string; year: number; value: number | null; lower: number | null; upper: number | null;
  unit: string | null; sex?: string | null;
}
export interface SourceLine {
  source: string; line: number; excerpt: { first_line: number; lines: string[]; mark: number } | null;
  why_no_excerpt: string | null; activities: Activity[]; transactions: StoredTransaction[];
  observations: Observation[]; findings: Finding[];
}

export interface Codes {
  lists: Record<string, Record<string, string>>;
  areas: Record<string, { alpha3: string; name: Text }>;
}
