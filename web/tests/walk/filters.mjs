// SPDX-License-Identifier: Apache-2.0
// Filters, languages and appearance: they do what they say, live in the address, and survive going back.
import { go, settled } from "./browser.mjs";
import { numberIn } from "./checks.mjs";

const queryOf = (page) => page.evaluate(() => location.hash);

async function scoreboard(page, { base, answers, checks }) {
  await go(page, base, "#/en");
  for (const kind of ["pledge", "claim", "agreement"]) {
    await go(page, base, "#/en");
    await page.locator(`.chip[data-key="${kind}"]`).click();
    await settled(page);
    checks.equal(await page.locator(".statement-row").count(), answers.statements.filter((one) => one.kind === kind).length, `scoreboard of kind ${kind}`);
  }
  const { verdict } = answers.statements[0];
  await go(page, base, `#/en?verdict=${encodeURIComponent(verdict)}`);
  const wanted = answers.statements.filter((one) => one.verdict === verdict).length;
  checks.equal(await page.locator(".statement-row").count(), wanted, `scoreboard of verdict ${verdict}, by its address`);

  await page.locator('.languages a[lang="ko"]').click();
  await settled(page);
  checks.that((await queryOf(page)).startsWith("#/ko?verdict="), "the language switch keeps the address");
  checks.equal(await page.locator(".statement-row").count(), wanted, "the language switch keeps the filter");
  await page.goto(base);
  await settled(page);
  checks.equal(await page.evaluate(() => document.documentElement.lang), "ko", "the language is remembered");
  await page.locator('.languages a[lang="en"]').click();
  await settled(page);
}

async function money(page, { base, answers, checks }) {
  await go(page, base, "#/en/money");
  const bar = page.locator('section[aria-labelledby="place"] .bars a').first();
  if ((await bar.count()) === 0) return;
  const [place, text] = [await bar.getAttribute("data-key"), await page.locator(".big strong").first().textContent()];
  const wanted = (await answers.money()).rows.find((row) => row.keys[0] === place);
  await bar.click();
  await settled(page);
  checks.that((await queryOf(page)).includes(`place=${place}`), "a bar adds its filter to the address");
  const filtered = numberIn(await page.locator(".big strong").first().textContent());
  checks.equal(filtered, Math.round(wanted.usd * 100) / 100, `money of ${place}`);
  checks.that(filtered <= numberIn(text), "a filter never adds money");
  const listed = await page.evaluate(() =>
    [...document.querySelectorAll('table[data-name="transactions"] tbody tr')].map((row) => row.children[4].querySelector(".cell").firstChild.textContent));
  if (listed.length > 0 && (await page.locator('nav.pager').count()) === 0) {
    const sum = listed.reduce((all, one) => all + (numberIn(one) || 0), 0);
    checks.that(Math.abs(sum - filtered) <= 0.01 * listed.length, `transactions of ${place} add up: ${sum} and ${filtered}`);
  }
  const chip = page.locator('.chip.on[data-filter="place"]');
  checks.equal(await chip.count(), 1, "the filter shows as a chip");
  await page.goBack();
  await settled(page);
  checks.that(!(await queryOf(page)).includes("place="), "going back removes the filter");
}

async function survivalAndSearch(page, { base, answers, checks }) {
  const known = answers.indicators.filter((one) => one.areas > 0);
  if (known.length > 0) {
    await go(page, base, "#/en/survival");
    const select = page.locator("form.filters select").first();
    checks.equal(await select.locator("option").count(), known.length, "indicators to choose from");
    await select.selectOption(known.at(-1).id);
    await settled(page);
    checks.that((await queryOf(page)).includes(`indicator=${known.at(-1).id}`), "the indicator is in the address");
  }
  const activity = answers.activities.rows.find((one) => one.title);
  if (activity) {
    await go(page, base, "#/en/activities");
    await page.locator('input[name="text"]').fill(activity.iati_identifier);
    await page.keyboard.press("Enter");
    await settled(page);
    checks.that((await page.locator('table[data-name="activities"]').textContent()).includes(activity.iati_identifier), "the search finds an identifier");
    await go(page, base, "#/en/activities?text=no-such-thing-anywhere");
    checks.equal(await page.locator(".notice.empty").count(), 1, "a search without a hit says so");
  }
}

async function appearance(page, { base, checks }) {
  await go(page, base, "#/en");
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.locator(".theme select").selectOption("dark");
  checks.that((await paper()) !== light, "the switch makes it dark");
  await page.reload();
  await settled(page);
  checks.that((await paper()) !== light, "the appearance is remembered");
}

export async function walkFilters(walk) {
  const page = await walk.browser.open();
  for (const part of [scoreboard, money, survivalAndSearch, appearance]) await part(page, walk);
  await page.context().close();
}
