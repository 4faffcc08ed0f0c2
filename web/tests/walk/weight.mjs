// SPDX-License-Identifier: Apache-2.0
// How fast the page is there, and how heavy it is: bytes as they cross the network.
import { go, settled } from "./browser.mjs";
import { viewsOf } from "./places.mjs";

const budget = { first_contentful_paint_ms: 1000, kilobytes: 500 };

export async function measureWeight({ base, answers, browser, checks }) {
  const page = await browser.open();
  const sizes = { page: 0, data: 0, map: 0 };
  const pending = [];
  page.on("response", (response) => {
    const url = response.url();
    const kind = /countries-110m/.test(url) ? "map" : /\/(api\/v1|data)\//.test(url) ? "data" : "page";
    pending.push(response.request().sizes().then(({ responseBodySize }) => { sizes[kind] += responseBodySize; }).catch(() => undefined));
  });
  await page.goto(`${base}#/en`);
  await settled(page);
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null);
  await Promise.all(pending);
  const first = sizes.page + sizes.data;
  for (const fragment of Object.values(await viewsOf(answers))) await go(page, base, `#/en${fragment}`);
  for (const language of ["zh", "ko"]) await go(page, base, `#/${language}`);
  await Promise.all(pending);
  await page.context().close();

  const kilo = (bytes) => Math.round(bytes / 100) / 10;
  const found = {
    first_contentful_paint_ms: paint === null ? null : Math.round(paint), kilobytes: kilo(first),
    all_views_kilobytes: kilo(sizes.page), map_kilobytes: kilo(sizes.map), data_kilobytes: kilo(sizes.data),
  };
  checks.that(paint !== null && paint < budget.first_contentful_paint_ms, `first contentful paint after ${paint} ms`);
  checks.that(found.all_views_kilobytes < budget.kilobytes, `the page weighs ${found.all_views_kilobytes} kB without the map`);
  return found;
}
