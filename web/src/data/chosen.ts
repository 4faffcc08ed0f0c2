// SPDX-License-Identifier: Apache-2.0
// Where this copy of the page gets its evidence from: index.html says so, and `kept publish` rewrites it.
import type { Evidence } from "./evidence";
import { fileEvidence } from "./files";
import { serverEvidence } from "./server";

const kind = document.querySelector<HTMLMetaElement>('meta[name="kept-data"]')?.content;

export const evidence: Evidence = kind === "files" ? fileEvidence() : serverEvidence();
