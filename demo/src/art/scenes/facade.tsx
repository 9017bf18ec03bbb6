/** Draws a Genoese front at night with every shutter closed but one, where a lamp is still on. */
import { Nervi } from "../lamps/table.tsx";
import { Glow, Put, Scene } from "./frame.tsx";
import { Lighthouse, Shutter } from "./harbour.tsx";

const stars: readonly (readonly [number, number, number])[] = [
  [90, 90, 2],
  [210, 180, 1.5],
  [330, 70, 2],
  [470, 140, 1.5],
  [560, 60, 2],
  [640, 210, 1.5],
  [150, 290, 1.5],
  [520, 300, 2],
];

/** A closed window of the front, 190 × 300 units from (0, 0). */
const Closed = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <g transform={`translate(${x} ${y})`}>
    <rect x="-16" y="-16" width="222" height="332" fill="#7a655f" opacity=".5" />
    <g transform="scale(.73 .536)">
      <Shutter dark />
    </g>
    <g transform="translate(96 0) scale(.73 .536)">
      <Shutter dark />
    </g>
    <rect x="-28" y="312" width="246" height="14" fill="#7a655f" opacity=".7" />
  </g>
);

export const Facade = () => (
  <Scene wall="sea" light={[1190, 460]}>
    <rect width="1600" height="900" fill="#101a30" opacity=".72" />
    {stars.map(([x, y, r]) => (
      <circle key={x} cx={x} cy={y} r={r} fill="#fff" opacity=".7" />
    ))}
    <path d="M0 760C160 720 320 742 480 760 600 742 700 748 760 752V900H0z" fill="#0a1122" />
    <Put x={668} y={806} scale={0.5}>
      <Lighthouse tone="#0c1426" />
      <circle cy="-284" r="70" fill="url(#glow)" />
    </Put>
    <rect x="740" width="860" height="900" fill="#432f37" />
    <rect x="740" width="26" height="900" fill="#000" opacity=".3" />
    <rect x="740" y="52" width="860" height="14" fill="#7a655f" opacity=".6" />
    <rect x="740" y="704" width="860" height="22" fill="#7a655f" opacity=".55" />
    <rect x="740" y="726" width="860" height="12" fill="#000" opacity=".25" />
    <Glow x={1180} y={420} r={430} strength={0.75} />
    <Closed x={800} y={240} />
    <Closed x={1382} y={240} />
    <Closed x={800} y={800} />
    <Closed x={1085} y={800} />
    <Closed x={1382} y={800} />
    <g transform="translate(952 176)">
      <g transform="translate(-4 0) scale(.9 .74)">
        <Shutter />
      </g>
      <g transform="translate(348 0) scale(.9 .74)">
        <Shutter />
      </g>
      <rect x="102" y="-18" width="258" height="452" fill="#a68b7a" />
      <rect x="118" y="0" width="226" height="418" fill="#f0b566" />
      <rect x="118" y="0" width="226" height="418" fill="url(#inside)" opacity=".55" />
      <rect x="118" y="372" width="226" height="46" fill="#6d4324" />
      <rect x="84" y="430" width="294" height="18" fill="#b39a88" />
      <circle cx="231" cy="250" r="230" fill="url(#glow)" opacity=".6" />
      <Put x={231} y={396} scale={0.46} shadow={70}>
        <Nervi />
      </Put>
      <path d="M118 0C140 120 138 260 120 372V0zM344 0C322 120 324 260 342 372V0z" fill="#fff3d6" opacity=".55" />
    </g>
    <Glow x={1183} y={430} r={300} strength={0.35} />
  </Scene>
);
