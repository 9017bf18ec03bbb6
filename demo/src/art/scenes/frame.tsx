/** The frame of a wide scene: a dark wall with calm on the left, where the words go, and light on the right. */
import type { ComponentChildren } from "preact";
import { Glasses, Metals, Round, WallPaint } from "../paint.tsx";
import { type WallName, walls } from "../palette.ts";

export const sceneWidth = 1600;
export const sceneHeight = 900;

interface SceneProps {
  readonly wall: WallName;
  /** The middle of the brightest light, in scene units. */
  readonly light: readonly [x: number, y: number];
  readonly children: ComponentChildren;
}

export const Scene = ({ wall, light, children }: SceneProps) => (
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900" width={sceneWidth} height={sceneHeight}>
    <title>Lanterna</title>
    <defs>
      <Metals />
      <Glasses lit />
      <WallPaint lit wall={walls[wall]} x={light[0]} y={light[1]} r={900} />
      <Round
        id="pool"
        stops={[
          [0, "#ffdda0", 0.95],
          [0.4, "#f0b469", 0.5],
          [1, "#e09a4d", 0],
        ]}
      />
      <linearGradient id="calm" x1="0" y1="0" x2="1" y2="0">
        <stop offset="0" stop-color="#0c1116" stop-opacity=".78" />
        <stop offset=".3" stop-color="#0c1116" stop-opacity=".62" />
        <stop offset=".5" stop-color="#0c1116" stop-opacity="0" />
      </linearGradient>
    </defs>
    <rect width="1600" height="900" fill="url(#wall)" />
    {children}
    <rect width="1600" height="900" fill="url(#calm)" />
  </svg>
);

/** A wooden top across the whole scene, lit around x. */
export const Table = ({ top, x }: { readonly top: number; readonly x: number }) => (
  <g>
    <rect y={top} width="1600" height={900 - top} fill="#4a2c1c" />
    <ellipse cx={x} cy={top + 60} rx="620" ry="92" fill="url(#pool)" opacity=".8" />
    <rect y={top + 132} width="1600" height="200" fill="#24150f" />
    <rect y={top + 132} width="1600" height="4" fill="#ffdfae" opacity=".22" />
    <rect y={top} width="1600" height="3" fill="#000" opacity=".3" />
  </g>
);

interface PutProps {
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
  /** Half the width of the shadow under the thing; none when left out. */
  readonly shadow?: number;
  readonly children: ComponentChildren;
}

/** Puts a lamp or a thing at a place of the scene, with its shadow. */
export const Put = ({ x, y, scale = 1, shadow = 0, children }: PutProps) => (
  <g>
    {shadow > 0 && <ellipse cx={x} cy={y} rx={shadow} ry={shadow * 0.13} fill="url(#shade)" />}
    <g transform={`translate(${x} ${y}) scale(${scale})`}>{children}</g>
  </g>
);

export const Glow = ({ x, y, r, strength = 0.8 }: { x: number; y: number; r: number; strength?: number }) => (
  <circle cx={x} cy={y} r={r} fill="url(#glow)" opacity={strength} />
);
