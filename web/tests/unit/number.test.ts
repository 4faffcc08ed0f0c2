// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { formatDate, formatMoney, formatNumber, formatSize } from "../../src/formats/number";

/** Intl sets blanks that do not break. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("numbers", () => {
  it("of money have the currency's code, and cents only where there are some", () => {
    expect(plain(formatMoney("en", 4600603.4978, "USD"))).toBe("USD 4,600,603.50");
    expect(plain(formatMoney("ko", 8000000, "EUR"))).toBe("EUR 8,000,000");
  });

  it("of a currency that is none are still shown", () => {
    expect(formatMoney("en", 12, "??")).toBe("12 ??");
    expect(formatMoney("en", 12, "")).toBe("12");
  });

  it("have two decimals at most", () => {
    expect(formatNumber("zh", 1234.5678)).toBe("1,234.57");
  });

  it("of bytes have a unit", () => {
    expect(plain(formatSize("en", 0))).toBe("0 byte");
    expect(plain(formatSize("en", 1_250_000))).toBe("1.3 MB");
  });
});

describe("dates", () => {
  it("are written as each language does", () => {
    expect(formatDate("en", "2026-06-30")).toBe("30 Jun 2026");
    expect(formatDate("zh", "2026-06-30")).toBe("2026年6月30日");
    expect(formatDate("ko", "2026-06-30T08:00:00Z")).toBe("2026년 6월 30일");
  });

  it("are as exact as what is known", () => {
    expect(formatDate("en", "2026-01")).toBe("January 2026");
    expect(formatDate("zh", "2023")).toBe("2023年");
    expect(formatDate("en", "spring")).toBe("spring");
  });
});
