// SPDX-License-Identifier: Apache-2.0
// Every view in every language, light and dark: it has a heading and a title, fits the screen, and axe finds nothing.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { go } from "./browser.mjs";
import { languages, viewsOf } from "./places.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page) {
  await page.evaluate(axe); // evaluated by the debugger: the page's security policy stays in force
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map((one) => `${one.impact} ${one.id}: ${one.nodes.length} × ${one.nodes[0].target.join(" ")} – ${one.help}`);
}

/** Words that must never reach a reader. */
const leaks = /undefined|\bNaN\b|\[object|null\b/;

async function look(page, { base, checks }, name, language, fragment, scheme) {
  await go(page, base, `#/${language}${fragment}`);
  const where = `${name} in ${language}, ${scheme}`;
  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll("h1")].map((one) => one.textContent.trim()),
    wide: [...document.querySelectorAll("main table, main svg")].filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > one.parentElement.getBoundingClientRect().width + 1).map((one) => one.dataset.name ?? one.tagName),
    overflow: document.documentElement.scrollWidth - innerWidth,
    text: document.querySelector("main").innerText.replace(/<[^>]*>/g, ""),
    failed: document.querySelector(".notice.failure") !== null,
  }));
  checks.equal(seen.lang, language, `${where}: language of the document`);
  checks.that(seen.headings.length === 1 && seen.headings[0] !== "", `${where}: one heading, found ${JSON.stringify(seen.headings)}`);
  checks.that(seen.title.includes(seen.headings[0]), `${where}: title "${seen.title}" names the view`);
  checks.that(seen.overflow <= 0, `${where}: wider than the screen by ${seen.overflow}`);
  checks.equal(seen.wide.join(" "), "", `${where}: wider than their column`);
  checks.equal(seen.failed, name === "lost", `${where}: failure shown`);
  if (name !== "line" && name !== "source") checks.that(!leaks.test(seen.text), `${where}: shows "${leaks.exec(seen.text)?.[0]}"`);
  // Narrower still, only the layout is new.
  const found = scheme === "narrow" ? [] : await violations(page);
  checks.that(found.length === 0, `${where}: axe: ${found.join("; ")}`);
  return seen.text;
}

export async function walkViews(walk) {
  const views = await viewsOf(walk.answers);
  for (const scheme of ["light", "dark"]) {
    const page = await walk.browser.open({ scheme });
    const texts = {};
    for (const [name, fragment] of Object.entries(views)) {
      // What is dark about a view is the same in every language.
      for (const language of scheme === "light" ? languages : ["en"]) texts[language] = await look(page, walk, name, language, fragment, scheme);
      walk.checks.that(scheme === "dark" || (texts.en !== texts.zh && texts.en !== texts.ko && texts.zh !== texts.ko), `${name}: says the same in all languages`);
    }
    await page.context().close();
  }
  for (const size of ["phone", "narrow"]) {
    const page = await walk.browser.open({ size });
    for (const [name, fragment] of Object.entries(views)) await look(page, walk, name, "en", fragment, size);
    await page.context().close();
  }
  return { views: Object.keys(views) };
}
