// SPDX-License-Identifier: Apache-2.0
// A download holds exactly what is shown: as many rows, in the same order, with the same values.
import { readFileSync } from "node:fs";
import { go } from "./browser.mjs";
import { numberIn } from "./checks.mjs";
import { viewsOf } from "./places.mjs";

/** RFC 4180, for what the page writes. */
function parseCsv(text) {
  const rows = [[]];
  const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/gy;
  for (let match; field.lastIndex < text.length && (match = field.exec(text)); ) {
    rows.at(-1).push(match[1].startsWith('"') ? match[1].slice(1, -1).replaceAll('""', '"') : match[1]);
    if (match[2] === "\r\n") rows.push([]);
  }
  if (rows.at(-1).length === 0) rows.pop();
  const [keys, ...lines] = rows;
  return lines.map((line) => Object.fromEntries(keys.map((key, at) => [key, line[at]])));
}

async function saved(page, block, format) {
  await page.waitForTimeout(150); // Chromium drops the eleventh download of a second
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 5000 }), block.getByRole("button", { name: format }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

async function compare(page, checks, view) {
  const blocks = page.locator(".downloads");
  for (let nth = 0; nth < (await blocks.count()); ++nth) {
    const block = blocks.nth(nth);
    const [json, csv] = [await saved(page, block, "JSON"), await saved(page, block, "CSV")];
    const where = `${view}, ${json.name}`;
    const rows = JSON.parse(json.text);
    const lines = parseCsv(csv.text);
    checks.that(rows.length > 0, `${where}: empty`);
    checks.equal(lines.length, rows.length, `${where}: rows of CSV and JSON`);
    const asText = (row) => JSON.stringify(Object.entries(row).map(([key, value]) => [key, value === null ? "" : String(value)]));
    rows.forEach((row, at) => checks.that(asText(row) === JSON.stringify(Object.entries(lines[at] ?? {})), `${where}: row ${at + 1} differs between CSV and JSON`));
    await compareWithTable(page, checks, where, json.name.replace(/^kept-|\.json$/g, ""), rows);
  }
}

async function compareWithTable(page, checks, where, name, rows) {
  const shown = await page.evaluate((name) => {
    const table = document.querySelector(`table[data-name="${name}"], details[data-table="${name}"] table`);
    return table && [...table.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent.trim()));
  }, name);
  if (name === "statements") {
    const ids = await page.evaluate(() => [...document.querySelectorAll(".statement-row")].map((row) => row.dataset.id).sort());
    checks.equal(JSON.stringify(rows.map((row) => row.id).sort()), JSON.stringify(ids), `${where}: statements`);
    return;
  }
  if (!checks.that(shown, `${where}: no table of this name`)) return;
  checks.equal(shown.length, rows.length, `${where}: rows shown`);
  const amount = ["amount", "share_usd", "usd", "findings"].find((key) => rows.some((row) => typeof row[key] === "number"));
  if (amount === undefined) return;
  rows.forEach((row, at) => {
    const wanted = Math.round(row[amount] * 100) / 100;
    if (row[amount] !== null && shown[at]) checks.that(shown[at].some((text) => numberIn(text) === wanted), `${where}: row ${at + 1} does not show ${wanted}`);
  });
}

export async function walkDownloads({ base, answers, browser, checks }) {
  const page = await browser.open();
  for (const [name, fragment] of Object.entries(await viewsOf(answers))) {
    await go(page, base, `#/en${fragment}`);
    await compare(page, checks, name).catch((error) => checks.that(false, `${name}: ${error.message.split("\n")[0]}`));
  }
  await page.context().close();
}
