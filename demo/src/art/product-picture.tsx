/** Draws one lamp in its corner of a room, at dusk and lit or by day and off: the picture of a product. */
import { Glasses, Metals, Round, WallPaint } from "./paint.tsx";
import { walls } from "./palette.ts";
import { heights, type Place, type Staging } from "./stage.tsx";

export const pictureWidth = 800;
export const pictureHeight = 1000;

const slats = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The last sun through the slats of a shutter, on the wall. */
const Slats = ({ lit }: { readonly lit: boolean }) => (
  <g transform="translate(40 130) skewY(-14)" opacity={lit ? 0.13 : 0.34}>
    {slats.map((n) => (
      <g key={n}>
        <rect x="0" y={n * 40} width="96" height="22" fill={lit ? "#ffb690" : "#fffbe8"} />
        <rect x="112" y={n * 40} width="96" height="22" fill={lit ? "#ffb690" : "#fffbe8"} />
      </g>
    ))}
  </g>
);

const surfaceTop: Readonly<Record<Place, number>> = { table: 772, floor: 822, pendant: 852, wall: 856 };

/** The table, floor or sideboard under the light, with the light that falls on it. */
const Surface = (props: { lit: boolean; place: Place; x: number }) => {
  const top = surfaceTop[props.place];
  const floor = props.place === "floor";
  const front = props.place === "table" ? 932 : props.place === "floor" ? 1000 : 956;
  const tones = props.lit ? ["#8a5a35", "#4a2c1c", "#2b1912"] : ["#c79c70", "#a97c52", "#835c3a"];
  return (
    <g>
      {floor && <rect y={top - 30} width="800" height="30" fill={props.lit ? "#000" : "#fff"} opacity=".16" />}
      <rect y={top} width="800" height={1000 - top} fill={tones[1]} />
      {floor && (
        <path
          d="M0 900H800M120 822 60 900M420 822 400 900M700 822 760 900M240 900 180 1000M560 900 620 1000"
          stroke="#000"
          stroke-width="2.500"
          opacity=".22"
        />
      )}
      <ellipse cx={props.x} cy={top + 66} rx="430" ry="96" fill="url(#pool)" opacity={props.lit ? 0.85 : 0.12} />
      <rect y={front} width="800" height={1000 - front} fill={tones[2]} />
      {!floor && <rect y={front} width="800" height="4" fill="#ffdfae" opacity={props.lit ? 0.24 : 0.4} />}
      <rect y={top} width="800" height="3" fill="#000" opacity=".25" />
    </g>
  );
};

const propHeight: Readonly<Record<Place, number>> = { table: 872, floor: 922, pendant: 912, wall: 902 };

interface PictureProps {
  /** The lamp's name. */
  readonly title: string;
  readonly staging: Staging;
  readonly lit: boolean;
}

export const ProductPicture = ({ title, staging, lit }: PictureProps) => {
  const { Lamp, Prop, place } = staging;
  const x = staging.x ?? 400;
  const y = heights[place];
  const [lightX, lightY] = [x + staging.light[0], y + staging.light[1]];
  const propX = staging.propX ?? 600;
  const stands = place === "table" || place === "floor";
  // A chair is behind the lamp; small things are in front of it.
  const propBehind = place === "floor";
  const prop = Prop && (
    <g>
      <ellipse cx={propX} cy={propHeight[place]} rx="150" ry="17" fill="url(#shade)" />
      <g transform={`translate(${propX} ${propHeight[place] + (propBehind ? -22 : 0)})`}>
        <Prop />
      </g>
    </g>
  );
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000" width={pictureWidth} height={pictureHeight}>
      <title>{title}</title>
      <defs>
        <Metals />
        <Glasses lit={lit} />
        <WallPaint lit={lit} wall={walls[staging.wall]} x={lightX} y={lightY} r={780} />
        <Round
          id="pool"
          stops={[
            [0, "#ffdda0", 0.95],
            [0.4, "#f0b469", 0.5],
            [1, "#e09a4d", 0],
          ]}
        />
      </defs>
      <rect width="800" height="1000" fill="url(#wall)" />
      <Slats lit={lit} />
      {lit && <circle cx={lightX} cy={lightY} r={staging.reach} fill="url(#glow)" opacity=".8" />}
      <Surface lit={lit} place={place} x={lightX} />
      {place === "pendant" && <rect x={x - 2} width="4" height={y} fill="#17120d" opacity=".8" />}
      {place === "wall" && !lit && <ellipse cx={x + 26} cy={y + 34} rx="210" ry="226" fill="url(#shade)" />}
      {stands && <ellipse cx={x + (lit ? 0 : 26)} cy={y} rx="190" ry="24" fill="url(#shade)" />}
      {propBehind && prop}
      <g transform={`translate(${x} ${y})`}>
        <Lamp lit={lit} />
      </g>
      {!propBehind && prop}
      {lit && <circle cx={lightX} cy={lightY} r={staging.reach * 0.72} fill="url(#glow)" opacity=".3" />}
    </svg>
  );
};
