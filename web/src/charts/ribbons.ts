// SPDX-License-Identifier: Apache-2.0
// Lays out ribbons between two columns: providers left, receivers right, each as tall as its money.

export interface Pair { from: string; to: string; value: number }
export interface Node { key: string; value: number; top: number; height: number }
export interface Ribbon extends Pair { path: string }
export interface Layout { left: Node[]; right: Node[]; ribbons: Ribbon[]; height: number }

const gap = 14;
const smallest = 2;

function column(pairs: readonly Pair[], end: "from" | "to", scale: number): Node[] {
  const sums = new Map<string, number>();
  for (const pair of pairs) sums.set(pair[end], (sums.get(pair[end]) ?? 0) + pair.value);
  let top = gap / 2;
  return [...sums].sort((a, b) => b[1] - a[1]).map(([key, value]) => {
    const node = { key, value, top, height: Math.max(smallest, value * scale) };
    top += node.height + gap;
    return node;
  });
}

function bottom(nodes: readonly Node[]): number {
  const last = nodes.at(-1);
  return last === undefined ? 0 : last.top + last.height + gap / 2;
}

/** `ink`: the height that all money together takes; pairs without a positive value are left out. */
export function layOut(all: readonly Pair[], x0: number, x1: number, ink = 260): Layout {
  const pairs = all.filter((pair) => pair.value > 0);
  const total = pairs.reduce((sum, pair) => sum + pair.value, 0) || 1;
  const scale = ink / total;
  const left = column(pairs, "from", scale);
  const right = column(pairs, "to", scale);
  const leftAt = new Map(left.map((node) => [node.key, node.top]));
  const rightAt = new Map(right.map((node) => [node.key, node.top]));
  const order = new Map(right.map((node, at) => [node.key, at]));
  const middle = (x0 + x1) / 2;

  const ribbons = [...pairs].sort((a, b) => order.get(a.to)! - order.get(b.to)!).map((pair) => {
    const thick = Math.max(1, pair.value * scale);
    const y0 = leftAt.get(pair.from)!;
    const y1 = rightAt.get(pair.to)!;
    leftAt.set(pair.from, y0 + thick);
    rightAt.set(pair.to, y1 + thick);
    const path =
      `M${x0},${y0}C${middle},${y0} ${middle},${y1} ${x1},${y1}V${y1 + thick}` +
      `C${middle},${y1 + thick} ${middle},${y0 + thick} ${x0},${y0 + thick}Z`;
    return { ...pair, path };
  });
  return { left, right, ribbons, height: Math.max(bottom(left), bottom(right)) };
}
