// SPDX-License-Identifier: Apache-2.0
// What codes and keys of flows are called in the reader's language.
import type { Codes, Organisation, Party } from "../data/answers";
import type { FlowKey } from "../data/evidence";
import { said, spoken, wordFor, words } from "../texts/words.svelte";

export interface Names { codes: Codes; organisations: Map<string, Organisation>; parties: Party[] }

function organisationName(key: string, { organisations, parties }: Names): string {
  if (key === "none") return words().parts.noOrganisation;
  const found = organisations.get(key);
  const party = parties.find((one) => one.id === found?.party);
  return found?.name ?? (party && `${said(party.name)} (${key})`) ?? key.replace(/^~/, "");
}

function placeName(code: string, { codes }: Names): string {
  if (code === "unallocated") return words().parts.unallocated;
  const area = codes.areas[code];
  return area ? said(area.name) : (codes.lists["Region"]?.[code] ?? code);
}

function sectorName(code: string, { codes }: Names): string {
  if (code === "unallocated") return words().parts.none;
  return codes.lists["Sector"]?.[code] ?? codes.lists["SectorCategory"]?.[code] ?? code;
}

export function nameOf(key: FlowKey, value: string, names: Names): string {
  const say = words().money;
  switch (key) {
    case "provider": case "receiver": return organisationName(value, names);
    case "party": {
      const party = names.parties.find((one) => one.id === value);
      return party ? said(party.name) : value === "none" ? words().parts.noParty : value;
    }
    case "place": return placeName(value, names);
    case "sector": return sectorName(value, names);
    case "gender_marker": return wordFor(say.significance, value);
    case "rmnch_marker": return wordFor(say.rmnchSignificance, value);
    case "type": return wordFor(say.transactionTypes, value);
    default: return value;
  }
}

/** The language of the name, where it is not the page's: the standards' code lists are in English. */
export function nameIn(key: FlowKey, value: string, { codes }: Names): string | undefined {
  if (spoken() === "en") return undefined;
  const english = (key === "sector" && value !== "unallocated") || (key === "place" && codes.lists["Region"]?.[value] !== undefined);
  return english ? "en" : undefined;
}
