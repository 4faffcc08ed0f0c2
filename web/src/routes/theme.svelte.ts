// SPDX-License-Identifier: Apache-2.0
// Light, dark, or as the system has it.
import { recall, remember } from "./memory";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const kept = recall("theme");
let theme = $state<Theme>(themes.find((one) => one === kept) ?? "system");
show(theme);

function show(chosen: Theme): void {
  if (chosen === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = chosen;
}

export const appearance = {
  get theme(): Theme {
    return theme;
  },
  set theme(chosen: Theme) {
    theme = chosen;
    show(chosen);
    remember("theme", chosen);
  },
};
