// SPDX-License-Identifier: Apache-2.0
// Which view an address shows. Views are fetched when they are first looked at.
import type { Component } from "svelte";
import * as scoreboard from "./Scoreboard.svelte";

// Views without an id of their own ignore it.
interface View { load: () => Promise<{ default: Component<any> }>; id: string }

export function viewOf([name, id, ...rest]: readonly string[]): View | undefined {
  if (rest.length > 0) return undefined;
  if (name === undefined) return { load: async () => scoreboard, id: "" };
  if (id !== undefined) {
    switch (name) {
      case "statements": return { load: () => import("./Statement.svelte"), id };
      case "activities": return { load: () => import("./Activity.svelte"), id };
      case "sources":
        if (id === "one") return { load: () => import("./Source.svelte"), id: "" };
        if (id === "lines") return { load: () => import("./SourceLine.svelte"), id: "" };
    }
    return undefined;
  }
  switch (name) {
    case "money": return { load: () => import("./Money.svelte"), id: "" };
    case "survival": return { load: () => import("./Survival.svelte"), id: "" };
    case "coverage": return { load: () => import("./Coverage.svelte"), id: "" };
    case "sources": return { load: () => import("./Sources.svelte"), id: "" };
    case "activities": return { load: () => import("./Activities.svelte"), id: "" };
    case "about": return { load: () => import("./About.svelte"), id: "" };
    default: return undefined;
  }
}
