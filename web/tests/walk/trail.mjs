// SPDX-License-Identifier: Apache-2.0
// From a number on the scoreboard to the line of a file that it rests on, by clicks alone.
import { go, settled } from "./browser.mjs";
import { tellingStatement } from "./places.mjs";

export async function walkTrail({ base, answers, browser, checks }) {
  const statement = await tellingStatement(answers);
  if (!checks.that(statement, "no statement has a trail: load evidence that decides one")) return;
  const page = await browser.open();
  await go(page, base, "#/en");
  await page.locator(`.statement-row[data-id="${statement.id}"] h3 a`).click();
  await settled(page);
  checks.that(page.url().endsWith(`#/en/statements/${statement.id}`), `address of the statement: ${page.url()}`);
  checks.equal(await page.evaluate(() => document.activeElement?.tagName), "H1", "focus after a view changed");

  const wanted = await answers.trail(statement.id);
  const shown = page.locator('table[data-name="trail"] tbody tr');
  checks.equal(await shown.count(), Math.min(wanted.length, 50), "rows of the trail");
  const at = wanted.slice(0, 50).findIndex((row) => row.line > 0);
  const link = shown.nth(at).locator("td").nth(6).locator("a");
  checks.equal((await link.textContent()).trim(), `${wanted[at].source.split("/").at(-1)}:${wanted[at].line}`, "place in the trail");
  await link.click();
  await settled(page);
  checks.that((await page.locator("h1").textContent()).endsWith(`:${wanted[at].line}`), "heading of the source line");
  const marked = page.locator(".excerpt li.mark");
  if (await page.locator(".excerpt").count()) {
    checks.equal(await marked.count(), 1, "one line of the excerpt is marked");
    checks.equal(Number(await marked.getAttribute("value")), wanted[at].line, "number of the marked line");
  } else {
    checks.that(await page.locator(".notice").count(), "says why there is no excerpt");
  }

  // Filters of the trail, from the sums.
  await go(page, base, `#/en/statements/${statement.id}`);
  const { sums } = await answers.statement(statement.id);
  for (const [nth, sum] of sums.entries()) {
    await page.locator('table[data-name="sums"] tbody tr').nth(nth).locator("a").click();
    await settled(page);
    const rows = wanted.filter((row) => row.role === sum.role && (sum.reason === null || row.reason === sum.reason)).length;
    checks.equal(await shown.count(), Math.min(rows, 50), `trail of "${sum.role}" (${sum.reason})`);
  }
  await page.context().close();
  return { statement: statement.id };
}
