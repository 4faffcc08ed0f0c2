// SPDX-License-Identifier: Apache-2.0
// A browser that reports every error of the page, and pages that know when their answers are there.
import { chromium } from "playwright-core";

export const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 }, narrow: { width: 360, height: 740 } };

export async function openBrowser(executablePath, base, checks) {
  // Without a sandbox where the walk runs as root, as it does in containers.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args: [...args, "--disable-dev-shm-usage"] });

  async function open({ size = "desktop", scheme = "light", errors = true } = {}) {
    const context = await browser.newContext({
      viewport: sizes[size], colorScheme: scheme, locale: "en-GB", acceptDownloads: true, reducedMotion: "reduce",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    if (errors) {
      page.on("console", (message) => message.type() === "error" && checks.that(false, `console at ${page.url()}: ${message.text()}`));
      page.on("pageerror", (error) => checks.that(false, `script error at ${page.url()}: ${error.message}`));
      page.on("request", (request) => {
        const own = request.url().startsWith(base) || /^(blob|data):/.test(request.url());
        if (!own) checks.that(false, `asked another host: ${request.url()}`);
      });
    }
    return page;
  }
  return { open, close: () => browser.close() };
}

/** Goes to a view and waits until everything it asked for is there. */
export async function go(page, base, fragment) {
  if (page.url().startsWith(base)) {
    await page.evaluate((hash) => { location.hash = hash; }, fragment);
  } else {
    await page.goto(base + fragment);
  }
  await settled(page);
}

export async function settled(page) {
  // Two quiet looks in a row: an answer may bring further questions with it.
  for (let quiet = 0; quiet < 2; ) {
    await page.waitForFunction(
      () => document.querySelector("main h1") !== null && document.querySelector('[aria-busy="true"]') === null,
    );
    await page.waitForTimeout(90);
    quiet = (await page.locator('[aria-busy="true"]').count()) === 0 ? quiet + 1 : 0;
  }
}
