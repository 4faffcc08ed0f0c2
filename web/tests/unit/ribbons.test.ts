// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { layOut } from "../../src/charts/ribbons";
import { shadeBounds, shadeOf } from "../../src/charts/shades";

describe("ribbons", () => {
  it("are as thick as their money, and fill their ends", () => {
    const layout = layOut([{ from: "a", to: "x", value: 30 }, { from: "a", to: "y", value: 10 }, { from: "b", to: "x", value: 60 }], 0, 100, 100);
    expect(layout.left.map((node) => [node.key, node.height])).toEqual([["b", 60], ["a", 40]]);
    expect(layout.right.map((node) => [node.key, node.height])).toEqual([["x", 90], ["y", 10]]);
  });

  it("leave out money that came back", () => {
    expect(layOut([{ from: "a", to: "x", value: -5 }], 0, 100).ribbons).toEqual([]);
  });
});

describe("shades of a map", () => {
  it("part countries evenly, from palest to darkest", () => {
    const bounds = shadeBounds([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(bounds).toHaveLength(4);
    expect([1, 5, 10].map((value) => shadeOf(value, bounds))).toEqual([0, 2, 4]);
  });

  it("of equal values are one", () => {
    expect(shadeBounds([7, 7, 7])).toEqual([]);
    expect(shadeOf(7, [])).toBe(4);
  });
});
