// SPDX-License-Identifier: Apache-2.0
// What is shown is what was answered.
import { go } from "./browser.mjs";
import { numberIn } from "./checks.mjs";

const cents = (value) => Math.round(value * 100) / 100;

async function scoreboard(page, { base, answers, checks }) {
  await go(page, base, "#/en");
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll(".statement-row")].map((row) => ({
      id: row.dataset.id,
      title: row.querySelector("h3").textContent.trim(),
      verdict: row.querySelector(".verdict").dataset.verdict,
      amount: row.querySelector(".amount strong")?.textContent ?? null,
      interval: row.querySelector(".interval") !== null,
    })),
  );
  checks.equal(shown.length, answers.statements.length, "statements on the scoreboard");
  for (const statement of answers.statements) {
    const row = shown.find((one) => one.id === statement.id);
    if (!checks.that(row, `${statement.id} is not on the scoreboard`)) continue;
    checks.equal(row.title, statement.title.en, `${statement.id}: title`);
    checks.equal(row.verdict, statement.verdict, `${statement.id}: verdict`);
    if (row.interval) checks.equal(numberIn(row.amount), cents(statement.central), `${statement.id}: amount "${row.amount}"`);
    else if (statement.rank !== null) checks.equal(numberIn(row.amount), statement.rank, `${statement.id}: rank`);
  }
  const tally = await page.evaluate(() =>
    [...document.querySelectorAll(".tally a")].map((one) => [one.querySelector(".verdict").dataset.verdict, one.querySelector("strong").textContent]),
  );
  for (const [verdict, count] of tally)
    checks.equal(Number(count), answers.statements.filter((one) => one.verdict === verdict).length, `count of "${verdict}"`);
}

async function statements(page, { base, answers, checks }) {
  for (const { id } of answers.statements.filter((one) => one.central > 0 || one.rank !== null)) {
    const { statement, sums, trail_size: size } = await answers.statement(id);
    await go(page, base, `#/en/statements/${id}`);
    const shown = await page.evaluate(() => ({
      big: document.querySelector(".big strong")?.textContent ?? null,
      why: document.querySelector(".why p").textContent.trim(),
      sums: [...document.querySelectorAll('table[data-name="sums"] tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent.trim())),
      trail: document.querySelector("#trail .count").textContent,
    }));
    if (shown.big !== null) checks.equal(numberIn(shown.big), statement.rank ?? cents(statement.central), `${id}: number "${shown.big}"`);
    checks.equal(shown.why, statement.why.trim(), `${id}: why`);
    checks.equal(shown.sums.length, sums.length, `${id}: sums`);
    sums.forEach((sum, at) => {
      checks.equal(numberIn(shown.sums[at]?.[2]), sum.facts, `${id}: facts that are ${sum.role}`);
      if (sum.amount !== null) checks.equal(numberIn(shown.sums[at]?.[3]), cents(sum.amount), `${id}: amount ${sum.role}`);
    });
    checks.equal(numberIn(shown.trail), size, `${id}: size of the trail`);
  }
}

async function money(page, { base, answers, checks }) {
  const { total, rows } = await answers.money();
  await go(page, base, "#/en/money");
  if (rows.length === 0) {
    checks.that(await page.locator(".notice.empty").count(), "no money: says so");
    return;
  }
  checks.equal(numberIn(await page.locator(".big strong").first().textContent()), cents(total.usd), "money in all");
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll('details[data-table="place"] tbody tr')].map((row) => row.children[1].textContent),
  );
  checks.equal(shown.length, rows.length, "places with money");
  const sorted = rows.map((row) => cents(row.usd)).sort((a, b) => b - a);
  shown.forEach((text, at) => checks.equal(numberIn(text), sorted[at], `money of place ${at + 1}`));
}

async function others(page, { base, answers, checks }) {
  await go(page, base, "#/en/sources");
  checks.equal(await page.locator('table[data-name="sources"] tbody tr').count(), answers.sources.length, "sources");
  await go(page, base, "#/en/coverage?area=world");
  const known = answers.coverage.filter((row) => row.activities + row.transactions + row.observations > 0).length;
  checks.equal(await page.locator('table[data-name="coverage"] tbody tr').count(), known, "countries of which something is known");
  await go(page, base, "#/en/activities");
  checks.equal(numberIn(await page.locator("p.note[role=status]").textContent()), answers.activities.total, "activities");
}

export async function walkNumbers(walk) {
  const page = await walk.browser.open();
  await scoreboard(page, walk);
  await statements(page, walk);
  await money(page, walk);
  await others(page, walk);
  await page.context().close();
}
