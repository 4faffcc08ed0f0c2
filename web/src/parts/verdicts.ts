// SPDX-License-Identifier: Apache-2.0
import type { Verdict } from "../data/answers";

export interface Shape { tone: "good" | "fair" | "late" | "bad" | "idle" | "silent" | "open"; path: string; open?: boolean }

const check = "M3 8.5l3.4 3.4L13 4.6";
const cross = "M4 4l8 8M12 4l-8 8";
const ring = "M8 2.8a5.2 5.2 0 1 0 0 10.4a5.2 5.2 0 1 0 0-10.4";

/** Shapes in a box of 16; `open` ones are drawn as lines. In the order of the scoreboard. */
export const verdictShapes: Record<Verdict, Shape> = {
  kept: { tone: "good", path: check, open: true },
  "on track": { tone: "fair", path: "M3 12L12.5 3.5M6 3.3h6.7V10", open: true },
  behind: { tone: "late", path: "M8 2.5L14.2 13.3H1.8z" },
  "not started": { tone: "idle", path: ring, open: true },
  broken: { tone: "bad", path: cross, open: true },
  "no evidence": { tone: "silent", path: "M3 8h2M7 8h2M11 8h2", open: true },
  true: { tone: "good", path: check, open: true },
  false: { tone: "bad", path: cross, open: true },
  undecided: { tone: "open", path: "M2.5 10c1.8-3.4 3.7-3.4 5.5 0s3.7 3.4 5.5 0M2.5 6c1.8-3.4 3.7-3.4 5.5 0s3.7 3.4 5.5 0", open: true },
  "no data": { tone: "silent", path: "M3 8h2M7 8h2M11 8h2", open: true },
};

export const verdictOrder = Object.keys(verdictShapes) as Verdict[];
