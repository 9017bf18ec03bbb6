/** The gradients that every picture shares, so that brass is the same brass and light the same light everywhere. */
import type { Wall } from "./palette.ts";

type Stop = readonly [offset: number, colour: string, opacity?: number];

interface FillProps {
  readonly id: string;
  readonly stops: readonly Stop[];
}

const stopsOf = (stops: readonly Stop[]) =>
  stops.map(([offset, colour, opacity]) => (
    <stop key={`${offset}${colour}`} offset={offset} stop-color={colour} stop-opacity={opacity ?? 1} />
  ));

/** A gradient from left to right of the painted shape, or from top to bottom with `down`. */
export const Across = ({ id, stops, down = false }: FillProps & { readonly down?: boolean }) => (
  <linearGradient id={id} x1="0" y1="0" x2={down ? "0" : "1"} y2={down ? "1" : "0"}>
    {stopsOf(stops)}
  </linearGradient>
);

/** A gradient outwards from a point of the painted shape (0 to 1 in both directions). */
export const Round = ({ id, stops, x = 0.5, y = 0.5, r = 0.5 }: FillProps & { x?: number; y?: number; r?: number }) => (
  <radialGradient id={id} cx={x} cy={y} r={r}>
    {stopsOf(stops)}
  </radialGradient>
);

/** The paints that depend on nothing. */
export const Metals = () => (
  <>
    <Across
      id="brass"
      stops={[
        [0, "#4f3610"],
        [0.16, "#a57b33"],
        [0.34, "#f7e3a8"],
        [0.48, "#d3aa5b"],
        [0.78, "#8b6526"],
        [1, "#452f0c"],
      ]}
    />
    <Across
      id="brassDown"
      down
      stops={[
        [0, "#f3dc9d"],
        [0.35, "#c79a49"],
        [0.75, "#8b6526"],
        [1, "#4f3610"],
      ]}
    />
    <Across
      id="stone"
      stops={[
        [0, "#1f262c"],
        [0.3, "#586570"],
        [0.5, "#3d4852"],
        [1, "#171c21"],
      ]}
    />
    <Across
      id="stoneTop"
      stops={[
        [0, "#39434c"],
        [0.4, "#7b8891"],
        [1, "#2c353d"],
      ]}
    />
    <Across
      id="wood"
      stops={[
        [0, "#4a2a17"],
        [0.35, "#a8693b"],
        [0.6, "#85502b"],
        [1, "#3c2111"],
      ]}
    />
    <Across
      id="green"
      stops={[
        [0, "#10251f"],
        [0.28, "#3f7462"],
        [0.42, "#2c5a4b"],
        [0.8, "#18382f"],
        [1, "#0c1d18"],
      ]}
    />
    <Across
      id="blue"
      stops={[
        [0, "#111b2c"],
        [0.28, "#4d6a92"],
        [0.42, "#33507a"],
        [0.8, "#1b2d49"],
        [1, "#0c1524"],
      ]}
    />
    <Across
      id="clay"
      stops={[
        [0, "#3d1913"],
        [0.28, "#b9634a"],
        [0.42, "#97482f"],
        [0.8, "#5f2a1d"],
        [1, "#2f120c"],
      ]}
    />
  </>
);

/** The paints that glow when the lamp is on and turn to plain glass, paper and linen when it is off. */
export const Glasses = ({ lit }: { readonly lit: boolean }) => (
  <>
    <Round
      id="opal"
      x={0.44}
      y={0.46}
      r={0.58}
      stops={
        lit
          ? [
              [0, "#fffdf6"],
              [0.45, "#fff1cf"],
              [0.78, "#fcd896"],
              [1, "#e7aa5e"],
            ]
          : [
              [0, "#ffffff"],
              [0.5, "#f4f2ed"],
              [0.85, "#d9d7d2"],
              [1, "#b5b5b4"],
            ]
      }
    />
    <Across
      id="linen"
      down
      stops={
        lit
          ? [
              [0, "#e9b878"],
              [0.45, "#fff0cd"],
              [0.72, "#ffe9b9"],
              [1, "#eebc76"],
            ]
          : [
              [0, "#eee7d9"],
              [0.6, "#e4dac6"],
              [1, "#d0c4ac"],
            ]
      }
    />
    <Across
      id="edges"
      stops={[
        [0, "#3a1e0a", lit ? 0.5 : 0.34],
        [0.22, "#3a1e0a", 0.06],
        [0.55, "#3a1e0a", 0],
        [0.82, "#3a1e0a", 0.1],
        [1, "#3a1e0a", lit ? 0.56 : 0.4],
      ]}
    />
    <Across
      id="inside"
      stops={
        lit
          ? [
              [0, "#e9ae5f"],
              [0.5, "#fffaea"],
              [1, "#e9ae5f"],
            ]
          : [
              [0, "#a5a39c"],
              [0.5, "#d8d5cc"],
              [1, "#98968f"],
            ]
      }
    />
    <Round
      id="glow"
      stops={[
        [0, "#fff0c8", 0.95],
        [0.18, "#ffdc9c", 0.6],
        [0.45, "#ffc877", 0.22],
        [0.75, "#ffb765", 0.06],
        [1, "#ffb765", 0],
      ]}
    />
    <Across
      id="fall"
      down
      stops={[
        [0, "#ffe4ac", 0.55],
        [0.5, "#ffd58f", 0.2],
        [1, "#ffd58f", 0.02],
      ]}
    />
    <filter id="soft" x="-30%" y="-10%" width="160%" height="120%">
      <feGaussianBlur stdDeviation="16" />
    </filter>
    <Round
      id="shade"
      stops={[
        [0, "#0a0807", lit ? 0.62 : 0.36],
        [0.6, "#0a0807", lit ? 0.3 : 0.16],
        [1, "#0a0807", 0],
      ]}
    />
  </>
);

/** The wall behind, brightest around the point (x, y) in picture units. */
export const WallPaint = (props: { lit: boolean; wall: Wall; x: number; y: number; r: number }) => (
  <>
    {props.lit ? (
      <radialGradient id="wall" gradientUnits="userSpaceOnUse" cx={props.x} cy={props.y} r={props.r}>
        {stopsOf([
          [0, props.wall.near],
          [0.42, props.wall.mid],
          [1, props.wall.far],
        ])}
      </radialGradient>
    ) : (
      <linearGradient id="wall" x1="0" y1="0" x2="0.6" y2="1">
        {stopsOf([
          [0, props.wall.day[0]],
          [1, props.wall.day[1]],
        ])}
      </linearGradient>
    )}
  </>
);
