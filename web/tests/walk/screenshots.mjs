// SPDX-License-Identifier: Apache-2.0
// Pictures of every view to look at: on a desktop and a phone, light and dark, and the scoreboard in every language.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { go } from "./browser.mjs";
import { languages, viewsOf } from "./places.mjs";

const longest = 4000;

export async function takeScreenshots({ base, answers, browser }, folder) {
  mkdirSync(folder, { recursive: true });
  const views = await viewsOf(answers);
  for (const size of ["desktop", "phone"]) {
    for (const scheme of ["light", "dark"]) {
      const page = await browser.open({ size, scheme });
      for (const [name, fragment] of Object.entries(views)) {
        for (const language of name === "scoreboard" || name === "statement" ? languages : ["en"]) {
          await go(page, base, `#/${language}${fragment}`);
          const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: document.documentElement.scrollHeight }));
          await page.screenshot({
            path: join(folder, `${name}-${language}-${size}-${scheme}.png`), fullPage: true,
            clip: { x: 0, y: 0, width, height: Math.min(height, longest) },
          });
        }
      }
      await page.context().close();
    }
  }
}
