// SPDX-License-Identifier: Apache-2.0
// The views that are walked, with what the loaded evidence offers to look at.

export const languages = ["en", "zh", "ko"];

/** A statement whose trail names lines: the most telling one that there is. */
export async function tellingStatement(answers) {
  const worth = (one) => (one.central > 0 ? 2 : 0) + (one.rank === null ? 0 : 1) + (one.certainty === "uncertain" ? 1 : 0);
  const sorted = [...answers.statements].sort((a, b) => worth(b) - worth(a));
  for (const statement of sorted) {
    if ((await answers.trail(statement.id)).some((row) => row.line !== null && row.line > 0)) return statement;
  }
  return undefined;
}

/** Name and fragment (after the language) of every view. */
export async function viewsOf(answers) {
  const views = {
    scoreboard: "", money: "/money", survival: "/survival", coverage: "/coverage", "coverage-world": "/coverage?area=world",
    activities: "/activities", sources: "/sources", about: "/about", lost: "/nowhere",
  };
  for (const kind of ["agreement", "pledge", "claim"]) {
    const first = answers.statements.find((one) => one.kind === kind);
    if (first) views[kind] = `/statements/${first.id}`;
  }
  const telling = await tellingStatement(answers);
  if (telling) {
    views.statement = `/statements/${telling.id}`;
    const row = (await answers.trail(telling.id)).find((one) => one.line > 0);
    views.line = `/sources/lines?source=${encodeURIComponent(row.source)}&line=${row.line}`;
  }
  const ranked = answers.statements.find((one) => one.rank !== null);
  if (ranked) views.rank = `/statements/${ranked.id}`;
  const source = answers.sources.find((one) => one.findings > 0) ?? answers.sources[0];
  if (source) views.source = `/sources/one?source=${encodeURIComponent(source.source)}`;
  const activity = answers.activities.rows[0];
  if (activity) views.activity = `/activities/${encodeURIComponent(activity.iati_identifier)}`;
  return views;
}
