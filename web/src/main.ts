// SPDX-License-Identifier: Apache-2.0
import { mount } from "svelte";
import App from "./App.svelte";
import { here } from "./routes/here.svelte";
import { loadTexts } from "./texts/words.svelte";
import "./styles/tokens.css";
import "./styles/page.css";
import "./styles/parts.css";
import "./styles/charts.css";
import "./styles/print.css";

const target = document.getElementById("page");
if (target === null) throw new Error("index.html has no element #page");
// Without its texts a language falls back on English rather than on an empty page.
await loadTexts(here.language).catch(() => undefined);
mount(App, { target });
