// SPDX-License-Identifier: Apache-2.0
// What a reader sees when there is no answer: a heading, a sentence, a remedy, and a way on.
import { go, settled } from "./browser.mjs";

const seen = (page) => page.evaluate(() => ({
  headings: document.querySelectorAll("h1").length,
  notice: document.querySelector(".notice.failure")?.innerText ?? null,
  lang: document.documentElement.lang,
}));

export async function walkFailures({ base, browser, checks }) {
  // The browser itself reports answers of 404 on the console: that is no error of the page.
  const page = await browser.open({ errors: false });
  for (const fragment of ["#/en/statements/no-such-statement", "#/zh/activities/no-such-activity", "#/ko/sources/one?source=no-such-file"]) {
    await go(page, base, fragment);
    const { headings, notice } = await seen(page);
    checks.equal(headings, 1, `${fragment}: headings`);
    checks.that(notice !== null && notice.length > 20, `${fragment}: says what is wrong`);
  }

  // A connection that breaks, and comes back.
  await page.goto("about:blank");
  await page.route(/\/(api\/v1|data)\//, (route) => route.abort());
  await go(page, base, "#/en");
  checks.that((await seen(page)).notice !== null, "without a connection: says so");
  await page.unroute(/\/(api\/v1|data)\//);
  await page.locator(".notice.failure button").first().click();
  await settled(page);
  await page.waitForSelector(".statement-row");
  checks.that((await page.locator(".statement-row").count()) > 0, "tries again when asked to");
  await page.context().close();
}
