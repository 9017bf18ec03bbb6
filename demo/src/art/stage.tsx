/** Says for each lamp how it is drawn, before which wall, beside what, and where its light is. */
import type { FunctionComponent } from "preact";
import { Camogli, Castelletto, Molo } from "./lamps/floor.tsx";
import { Riccio, Sottoripa, Vernazza } from "./lamps/hanging.tsx";
import { Albaro, Boccadasse, Nervi, Righi } from "./lamps/table.tsx";
import { Faro, Levante } from "./lamps/wall.tsx";
import type { WallName } from "./palette.ts";
import { Books, Chair, Cup, Jug, Lemons, Olive, Plant } from "./props.tsx";

/** Where a lamp is put: on a table, on the floor, from the ceiling, on the wall. */
export type Place = "table" | "floor" | "pendant" | "wall";

export interface Staging {
  readonly Lamp: FunctionComponent<{ lit: boolean }>;
  readonly place: Place;
  readonly wall: WallName;
  /** The middle of the light, in the lamp's own units. */
  readonly light: readonly [x: number, y: number];
  /** How far the glow reaches. */
  readonly reach: number;
  /** Where the lamp's own point (0, 0) is across the 800 units of the picture. Default 400. */
  readonly x?: number;
  readonly Prop?: FunctionComponent;
  readonly propX?: number;
}

export const stage: Readonly<Record<string, Staging>> = {
  boccadasse: {
    Lamp: Boccadasse,
    place: "table",
    wall: "slate",
    light: [0, -362],
    reach: 330,
    Prop: Olive,
    propX: 655,
    x: 370,
  },
  nervi: { Lamp: Nervi, place: "table", wall: "rose", light: [0, -330], reach: 350, Prop: Cup, propX: 650, x: 360 },
  albaro: {
    Lamp: Albaro,
    place: "table",
    wall: "ochre",
    light: [122, -345],
    reach: 250,
    Prop: Books,
    propX: 540,
    x: 400,
  },
  righi: {
    Lamp: Righi,
    place: "table",
    wall: "shutter",
    light: [0, -370],
    reach: 350,
    Prop: Lemons,
    propX: 640,
    x: 340,
  },
  molo: {
    Lamp: Molo,
    place: "floor",
    wall: "plaster",
    light: [179, -420],
    reach: 280,
    Prop: Chair,
    propX: 590,
    x: 370,
  },
  castelletto: {
    Lamp: Castelletto,
    place: "floor",
    wall: "sea",
    light: [0, -740],
    reach: 360,
    Prop: Plant,
    propX: 610,
    x: 350,
  },
  camogli: {
    Lamp: Camogli,
    place: "floor",
    wall: "rose",
    light: [0, -585],
    reach: 350,
    Prop: Books,
    propX: 655,
    x: 350,
  },
  sottoripa: {
    Lamp: Sottoripa,
    place: "pendant",
    wall: "plaster",
    light: [0, 250],
    reach: 300,
    Prop: Lemons,
    propX: 400,
  },
  vernazza: { Lamp: Vernazza, place: "pendant", wall: "shutter", light: [0, 250], reach: 380, Prop: Jug, propX: 590 },
  riccio: { Lamp: Riccio, place: "pendant", wall: "sea", light: [0, 170], reach: 390, Prop: Cup, propX: 300 },
  faro: { Lamp: Faro, place: "wall", wall: "ochre", light: [0, 0], reach: 350, Prop: Books, propX: 600 },
  levante: { Lamp: Levante, place: "wall", wall: "slate", light: [60, -40], reach: 430, Prop: Olive, propX: 640 },
};

/** The height of the lamp's point (0, 0) in the 800 × 1000 picture, by place. */
export const heights: Readonly<Record<Place, number>> = { table: 846, floor: 912, pendant: 190, wall: 410 };
