// SPDX-License-Identifier: Apache-2.0
// Without a mouse: the skip link, visible focus, and everything that can be clicked can be reached.
import { go, settled } from "./browser.mjs";

export async function walkKeyboard({ base, browser, checks }) {
  const page = await browser.open();
  await go(page, base, "#/en");
  await page.keyboard.press("Tab");
  checks.that(await page.evaluate(() => document.activeElement?.classList.contains("skip")), "the first stop is the skip link");
  await page.keyboard.press("Enter");
  checks.equal(await page.evaluate(() => document.activeElement?.id), "main", "the skip link leads to the content");

  let stops = 0;
  for (; stops < 15; ++stops) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const one = document.activeElement;
      return one === null || one === document.body ? null : { outline: getComputedStyle(one).outlineStyle, name: one.textContent.trim() || one.getAttribute("aria-label") };
    });
    if (seen === null) break;
    checks.that(seen.outline !== "none", `no visible focus on "${seen.name}"`);
  }
  checks.that(stops > 3, "the scoreboard can be reached by keyboard");

  await go(page, base, "#/en");
  await page.locator(".statement-row h3 a").first().focus();
  await page.keyboard.press("Enter");
  await settled(page);
  checks.that(page.url().includes("/statements/"), "Enter follows a link");
  await page.context().close();
}
