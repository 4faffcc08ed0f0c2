// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { alternatives, joined, toggled } from "../../src/data/alternatives";
import { changed, formatAddress, parseAddress } from "../../src/routes/address";

describe("addresses", () => {
  it("hold language, path and query, and read back as they were written", () => {
    const address = { language: "zh", path: ["activities", "XX/1 & ü"], query: { text: "a,b/c?&=", status: "2" } } as const;
    expect(parseAddress(formatAddress(address), "en")).toEqual(address);
  });

  it("without a language take the reader's", () => {
    expect(parseAddress("#/money?place=KE", "ko")).toEqual({ language: "ko", path: ["money"], query: { place: "KE" } });
    expect(parseAddress("", "ko")).toEqual({ language: "ko", path: [], query: {} });
  });

  it("of other fragments are none of the page's", () => {
    expect(parseAddress("#main", "en")).toBeUndefined();
  });

  it("survive a stray percent sign", () => {
    expect(parseAddress("#/en/activities/100%", "en")?.path).toEqual(["activities", "100%"]);
  });

  it("leave out what is empty, and keep commas readable", () => {
    expect(formatAddress({ language: "en", path: [], query: { a: "", kind: "pledge,claim" } })).toBe("#/en?kind=pledge,claim");
  });

  it("change by taking values in and out", () => {
    expect(changed({ a: "1", b: "2" }, { a: null, c: "3" })).toEqual({ b: "2", c: "3" });
    expect(toggled(undefined, "KE")).toBe("KE");
    expect(toggled("KE,TZ", "KE")).toBe("TZ");
    expect(toggled("KE", "KE")).toBeNull();
  });

  it("keep commas that belong to a name", () => {
    const names = ["~ministry of health, kenya", "XX-1"];
    expect(joined(names)).toBe("~ministry of health\\, kenya,XX-1");
    expect(alternatives(joined(names))).toEqual(names);
    expect(toggled(joined(names), "~ministry of health, kenya")).toBe("XX-1");
  });
});
