// SPDX-License-Identifier: Apache-2.0
// Says in the reader's language what the structured fields of a statement say.
import type { League, Statement } from "../data/answers";
import { day, fileName, number, percent, quantity } from "../formats/spoken.svelte";
import { words } from "../texts/words.svelte";

/** What a ranked value is: a level, or a change a year. */
export function rankedValue(value: number, unit: string, pace: boolean): string {
  if (!pace) return quantity(value, unit);
  return value >= 0 ? words().rank.reduction(percent(value)) : words().rank.rise(percent(-value));
}

function ofPledge(statement: Statement, asOf: string): string[] {
  const say = words().statement.why;
  const amount = (value: number | null) => (value === null ? "" : quantity(value, statement.unit));
  const last = statement.to_date !== null && statement.to_date < asOf ? statement.to_date : asOf;
  const sentences = [say.money({ central: amount(statement.central), target: amount(statement.target), asOf: day(last) })];
  if (statement.expected !== null && statement.expected !== statement.target) sentences.push(say.expected(amount(statement.expected)));
  if (statement.certainty === "uncertain") sentences.push(say.uncertain(amount(statement.low), amount(statement.high)));
  return sentences;
}

function ofRank(statement: Statement, league: League | null): string[] {
  const say = words().statement.why;
  const pace = statement.measure === "pace";
  const value = statement.value === null ? "" : rankedValue(statement.value, league?.unit ?? statement.unit ?? "", pace);
  const sentences = [say.rank({ rank: number(statement.rank), of: number(statement.of), value, year: String(statement.year ?? "") })];
  if (league) sentences.push(say.places(number(league.places)));
  return sentences;
}

export function reasonSentences(statement: Statement, league: League | null, asOf: string): string[] {
  const say = words().statement.why;
  if (statement.verdict === "no evidence") return [say.noEvidence];
  const sentences: string[] = [];
  if (statement.rank !== null) sentences.push(...ofRank(statement, league));
  else if (statement.kind === "pledge" && statement.central !== null) sentences.push(...ofPledge(statement, asOf));
  else if (statement.verdict === "no data") sentences.push(say.noData);
  else if (statement.value !== null) sentences.push(say.value(quantity(statement.value, statement.unit), String(statement.year ?? "")));
  else sentences.push(say.attested(statement.sources.map(fileName).join(", ")));
  if (statement.probability !== null) sentences.push(say.probability(percent(statement.probability)));
  return sentences;
}
