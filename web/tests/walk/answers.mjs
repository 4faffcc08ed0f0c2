// SPDX-License-Identifier: Apache-2.0
// The answers that the page is compared with, asked past the page.

async function json(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

export async function answersOf(base) {
  const page = await (await fetch(base)).text();
  const kind = /<meta name="kept-data" content="(\w+)"/.exec(page)?.[1];
  if (kind !== "api" && kind !== "files") throw new Error(`${base} is not the page: no meta kept-data`);
  const server = kind === "api";
  const ask = (path) => json(base + (server ? `api/v1/${path}` : `data/${path}.json`));

  const statements = (await ask("statements")).statements;
  return {
    kind,
    statements,
    framework: await ask("framework"),
    sources: (await ask("sources")).sources,
    coverage: (await ask("coverage")).rows,
    indicators: (await ask("indicators")).indicators,
    statement: (id) => ask(`statements/${encodeURIComponent(id)}`),
    trail: async (id) => (await ask(`statements/${encodeURIComponent(id)}/trail${server ? "?limit=1000" : ""}`)).rows,
    activities: await ask(server ? "activities?limit=1000" : "activities"),
    /** Money paid out: dollars in all, and by place. */
    money: async () => (server ? (await ask("flows?by=place")) : sumUp(await ask("flow_table"))),
  };
}

/** Written once more, and more simply than the page does it: what it is compared with should not share its errors. */
function sumUp({ columns, dictionaries }) {
  const rows = new Map();
  const units = 10_000;
  let total = 0;
  columns.usd.forEach((usd, row) => {
    if (!["3", "4"].includes(dictionaries.type[columns.type[row]])) return;
    const place = dictionaries.place[columns.place[row]];
    const amount = usd === null ? 0 : Math.round(usd * units);
    rows.set(place, (rows.get(place) ?? 0) + amount);
    total += amount;
  });
  return { total: { usd: total / units }, rows: [...rows].map(([place, usd]) => ({ keys: [place], usd: usd / units })) };
}
