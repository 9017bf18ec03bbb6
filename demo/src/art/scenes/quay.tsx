/** Draws the quay at night for somebody who was away for long: the lighthouse turns, and a lamp waits at the door. */
import { Nervi } from "../lamps/table.tsx";
import { Glow, Put, Scene } from "./frame.tsx";
import { Lighthouse, Shutter } from "./harbour.tsx";

const stars: readonly (readonly [number, number, number])[] = [
  [120, 110, 2],
  [300, 70, 1.5],
  [520, 160, 2],
  [700, 60, 1.5],
  [1010, 90, 2],
  [1090, 190, 1.5],
];

/** Lights along the far shore. */
const lights = [640, 668, 712, 760, 1010, 1046, 1078];

export const Quay = () => (
  <Scene wall="sea" light={[1360, 560]}>
    <rect width="1600" height="900" fill="#0e1830" opacity=".66" />
    {stars.map(([x, y, r]) => (
      <circle key={x} cx={x} cy={y} r={r} fill="#fff" opacity=".75" />
    ))}
    <path d="M880 352 90 236V318L880 362zM880 352 1600 246V352L880 362z" fill="#ffe9b5" opacity=".16" />
    <path
      d="M0 690C180 640 360 664 520 676 700 650 860 654 1060 664 1260 640 1440 652 1600 646V900H0z"
      fill="#0a1122"
    />
    {lights.map((x) => (
      <rect key={x} x={x} y="668" width="5" height="4" fill="#ffd98f" opacity=".8" />
    ))}
    <Glow x={880} y={357} r={150} strength={0.9} />
    <Put x={880} y={690} scale={1.12}>
      <Lighthouse tone="#0c1426" />
    </Put>
    <rect y="706" width="1600" height="194" fill="#132238" />
    <path d="M846 720H914L936 780H824zM820 800H940L952 830H808z" fill="#ffe2a4" opacity=".22" />
    <g>
      <rect x="1180" width="420" height="830" fill="#432f37" />
      <rect x="1180" width="22" height="830" fill="#000" opacity=".3" />
      <rect x="1180" y="180" width="420" height="14" fill="#7a655f" opacity=".6" />
      <rect x="1276" y="330" width="208" height="500" fill="#a68b7a" />
      <rect x="1294" y="348" width="172" height="482" fill="#f0b566" />
      <rect x="1294" y="348" width="172" height="482" fill="url(#inside)" opacity=".5" />
      <g transform="translate(1470 340) scale(.62 .88)">
        <Shutter />
      </g>
      <Glow x={1380} y={640} r={250} strength={0.65} />
      <Put x={1380} y={826} scale={0.5} shadow={80}>
        <Nervi />
      </Put>
    </g>
    <rect x="1120" y="826" width="480" height="74" fill="#241b20" />
    <path d="M1294 830H1466L1520 900H1230z" fill="#f0b566" opacity=".4" />
  </Scene>
);
