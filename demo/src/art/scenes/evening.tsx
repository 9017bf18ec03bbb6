/** Draws the evening of somebody who already has a lamp: it burns beside the chair, with spare bulbs and a soft cloth. */
import { Righi } from "../lamps/table.tsx";
import { Books, Cup, Olive } from "../props.tsx";
import { Glow, Put, Scene, Table } from "./frame.tsx";

/** A spare bulb standing in its open box. */
const Bulb = ({ glass }: { readonly glass: string }) => (
  <g>
    <circle cy="-112" r="36" fill={glass} />
    <path d="M-30-94C-20-76-15-70-14-58H14C15-70 20-76 30-94z" fill={glass} />
    <ellipse cx="-12" cy="-126" rx="9" ry="6" fill="#fff" opacity=".8" />
    <path d="M-10-104 0-120 10-104" fill="none" stroke="#b3762c" stroke-width="3" />
    <rect x="-15" y="-62" width="30" height="26" fill="url(#brass)" />
    <path d="M-46-44H46V0H-46z" fill="#c9b48f" />
    <path d="M-46-44H46V-34H-46z" fill="#e6d5b4" />
    <path d="M18-44H46V0H18z" fill="#000" opacity=".14" />
    <rect x="-32" y="-24" width="36" height="5" fill="#2d5547" />
    <rect x="-32" y="-14" width="24" height="4" fill="#2d5547" opacity=".6" />
  </g>
);

export const Evening = () => (
  <Scene wall="shutter" light={[1110, 430]}>
    <g transform="translate(1300 120)">
      <rect x="-14" y="-14" width="218" height="268" fill="#a47a3b" />
      <rect width="190" height="240" fill="#e8ddc8" />
      <path d="M0 170C50 140 90 160 130 150 160 142 176 150 190 156V240H0z" fill="#4d6a92" />
      <circle cx="128" cy="82" r="30" fill="#d97f56" />
    </g>
    <Glow x={1080} y={440} r={400} strength={0.85} />
    <Table top={724} x={1060} />
    <Put x={1080} y={812} scale={1.04} shadow={190}>
      <Righi />
    </Put>
    <Put x={1340} y={812} scale={0.96} shadow={130}>
      <Books />
    </Put>
    <Put x={1344} y={737} scale={0.74}>
      <Cup />
    </Put>
    <Put x={1520} y={806} scale={0.9} shadow={90}>
      <Olive />
    </Put>
    <Put x={752} y={812} shadow={70}>
      <Bulb glass="#f6e2bd" />
    </Put>
    <Put x={858} y={818} shadow={70}>
      <Bulb glass="#f9c27c" />
    </Put>
    <Glow x={1080} y={430} r={270} strength={0.34} />
  </Scene>
);
