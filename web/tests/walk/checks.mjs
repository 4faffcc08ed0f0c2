// SPDX-License-Identifier: Apache-2.0

/** Counts what was checked and collects what failed, so that one failure does not hide the next. */
export class Checks {
  step = "";
  count = 0;
  failures = [];

  that(holds, message) {
    this.count += 1;
    if (!holds) this.failures.push(`${this.step}: ${message}`);
    return Boolean(holds);
  }

  equal(found, wanted, what) {
    return this.that(Object.is(found, wanted), `${what}: found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);
  }
}

/** The number that a text shows in English: "USD 4,600,603.50" is 4600603.5. */
export function numberIn(text) {
  const found = /-?[A-Z\s]*\d[\d,]*(?:\.\d+)?/.exec(text ?? "")?.[0];
  return found === undefined ? Number.NaN : Number(found.replace(/[^\d.-]/g, ""));
}
