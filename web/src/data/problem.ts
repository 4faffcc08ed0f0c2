// SPDX-License-Identifier: Apache-2.0

/** Why there is no answer: a problem document of the API (RFC 9457), a missing file, or no connection (status 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string = "",
    readonly remedy: string = "",
  ) {
    super(detail === "" ? title : `${title}: ${detail}`);
  }
}

function textOf(body: unknown, key: string): string {
  const value: unknown = typeof body === "object" && body !== null ? Reflect.get(body, key) : undefined;
  return typeof value === "string" ? value : "";
}

/** Fetches JSON; every failure is a Problem. */
export async function fetchJson<Answer>(url: string): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { Accept: "application/json" } });
  } catch (error) {
    throw new Problem(0, String(error));
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw new Problem(response.status, textOf(body, "title") || response.statusText, textOf(body, "detail"), textOf(body, "remedy"));
  }
  if (body === undefined) throw new Problem(response.status, "not JSON", url);
  return body as Answer;
}
