// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { labelText } from "../../src/parts/fact_labels";
import { en } from "../../src/texts/en";
import { ko } from "../../src/texts/ko";
import { zh } from "../../src/texts/zh";

describe("what a fact is", () => {
  it("says transactions in the reader's language", () => {
    expect(labelText("disbursement to Harbour Fund", zh)).toBe("拨付，致 Harbour Fund");
    expect(labelText("incoming commitment from XX-EXA-AID", zh)).toMatch(/来自 XX-EXA-AID$/);
    expect(labelText("expenditure", ko)).toBe("지출");
  });
  it("leaves other facts as they are", () => {
    expect(labelText("Clinics to the north", ko)).toBe("Clinics to the north");
    expect(labelText("CHN 2017, United Nations", zh)).toBe("CHN 2017, United Nations");
  });
  it("changes nothing in English", () => {
    const label = "incoming funds from Government of Examplia";
    expect(labelText(label, en)).toBe(label);
  });
});
