// SPDX-License-Identifier: Apache-2.0
// The world's countries as shapes; the file is fetched when the first map is shown.
import { feature } from "topojson-client";
import type { Feature, Geometry } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";
import address from "world-atlas/countries-110m.json?url";
import { fetchJson } from "../data/problem";

export type Country = Feature<Geometry, { name: string }>;
let shapes: Promise<Country[]> | undefined;

/** Each with its M49 code as `id`, three digits. Antarctica, of which no evidence speaks, is left out. */
export function countryShapes(): Promise<Country[]> {
  shapes ??= fetchJson<Topology<{ countries: GeometryCollection<{ name: string }> }>>(address).then((world) =>
    feature(world, world.objects.countries).features.filter((shape) => shape.id !== "010"),
  );
  return shapes;
}
