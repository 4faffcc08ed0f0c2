// SPDX-License-Identifier: Apache-2.0
// Walks the page in a browser as its readers do: against `kept serve`, or any file server over a published site.
//   node tests/walk.mjs URL [--screenshots DIR] [--chromium FILE] [--report FILE] [--only STEP,…]
// Prints what it did; exit status 1 and a line for each thing that is not as it should be.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { answersOf } from "./walk/answers.mjs";
import { openBrowser } from "./walk/browser.mjs";
import { Checks } from "./walk/checks.mjs";
import { walkDownloads } from "./walk/downloads.mjs";
import { walkFailures } from "./walk/failures.mjs";
import { walkFilters } from "./walk/filters.mjs";
import { walkKeyboard } from "./walk/keyboard.mjs";
import { walkNumbers } from "./walk/numbers.mjs";
import { takeScreenshots } from "./walk/screenshots.mjs";
import { walkTrail } from "./walk/trail.mjs";
import { walkViews } from "./walk/views.mjs";
import { measureWeight } from "./walk/weight.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    screenshots: { type: "string" },
    report: { type: "string" },
    only: { type: "string" },
    chromium: { type: "string", default: process.env.CHROMIUM ?? "/usr/bin/chromium" },
  },
});
const [address] = positionals;
if (address === undefined || !/^https?:/.test(address)) {
  console.error("usage: node tests/walk.mjs URL [--screenshots DIR] [--chromium FILE] [--report FILE]");
  process.exit(2);
}

const base = address.endsWith("/") ? address : `${address}/`;
const checks = new Checks();
const answers = await answersOf(base);
const browser = await openBrowser(values.chromium, base, checks);
const walk = { base, answers, browser, checks };

const steps = { weight: measureWeight, views: walkViews, numbers: walkNumbers, trail: walkTrail, filters: walkFilters,
  downloads: walkDownloads, keyboard: walkKeyboard, failures: walkFailures };
const report = { data: answers.kind };
for (const [name, step] of Object.entries(steps)) {
  if (values.only && !values.only.split(",").includes(name)) continue;
  checks.step = name;
  try {
    report[name] = await step(walk);
  } catch (error) {
    checks.that(false, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
if (values.screenshots) await takeScreenshots(walk, values.screenshots);
await browser.close();

report.checks = checks.count;
report.failures = checks.failures;
if (values.report) writeFileSync(values.report, JSON.stringify(report, null, 2) + "\n");
const { weight } = report;
if (weight) console.log(`first contentful paint ${weight.first_contentful_paint_ms} ms; ${weight.kilobytes} kB to the scoreboard, ${weight.all_views_kilobytes} kB for all views, ${weight.map_kilobytes} kB of map`);
console.log(`${checks.count} checks, ${checks.failures.length} failed (${answers.kind}, ${base})`);
for (const failure of checks.failures) console.log(`FAILED ${failure}`);
process.exit(checks.failures.length === 0 ? 0 : 1);
