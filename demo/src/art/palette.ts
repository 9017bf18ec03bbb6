/** The paints of the pictures: wall colours by name, for dusk with the lamp lit and for daylight with it off. */

/** One painted wall. `near` is beside the lamp, `far` is the corner that its light hardly reaches. */
export interface Wall {
  readonly near: string;
  readonly mid: string;
  readonly far: string;
  readonly day: readonly [string, string];
}

export type WallName = "rose" | "ochre" | "shutter" | "slate" | "sea" | "plaster";

export const walls: Readonly<Record<WallName, Wall>> = {
  rose: { near: "#c98a70", mid: "#7c4b46", far: "#35232b", day: ["#efcfc1", "#dfb3a1"] },
  ochre: { near: "#d3a055", mid: "#835b34", far: "#362622", day: ["#f2dfb5", "#e0c186"] },
  shutter: { near: "#7f9a7c", mid: "#3d5f53", far: "#182927", day: ["#d3dfd2", "#aec5b5"] },
  slate: { near: "#8b8a84", mid: "#44525e", far: "#1a232c", day: ["#d9dfe3", "#b9c4cc"] },
  sea: { near: "#8692a0", mid: "#3b5274", far: "#18223a", day: ["#d2dfea", "#a9c0d6"] },
  plaster: { near: "#c2a888", mid: "#75655a", far: "#2b2829", day: ["#f4eee3", "#ddd2c1"] },
};
