/** Draws the workshop: a bench under the bell lamp, tools on the wall, globes on the shelf. */
import { Sottoripa } from "../lamps/hanging.tsx";
import { Glow, Put, Scene, Table } from "./frame.tsx";

const Tools = () => (
  <g fill="#2a1a10">
    <rect x="0" y="0" width="440" height="8" fill="#6b4526" />
    <path d="M28 10h14v150h-14z" fill="#8a5a33" />
    <path d="M6 4h58l10 14-10 12H6z" fill="#3c454d" />
    <path d="M112 8c-10 40-12 60-4 84l-10 84h12l10-70 10 70h12l-10-84c8-24 6-44-4-84l-8 60z" fill="#3c454d" />
    <path d="M108 100l-10 76h12l10-66 10 66h12l-10-76z" fill="#97482f" />
    <path d="M190 8h18v130h84v18H190z" fill="#b88a42" />
    <path d="M210 40h6M210 60h10M210 80h6M210 100h10M210 120h6" stroke="#5b4017" stroke-width="3" />
    <circle cx="350" cy="70" r="56" fill="none" stroke="#c99c4b" stroke-width="9" />
    <path d="M310 32A56 56 0 0 1 372 18" fill="none" stroke="#fff0c4" stroke-width="4" />
    <circle cx="404" cy="52" r="38" fill="none" stroke="#a57b33" stroke-width="8" />
  </g>
);

const Glass = ({ x, r }: { readonly x: number; readonly r: number }) => (
  <g transform={`translate(${x} ${-r})`}>
    <circle r={r} fill="#cfc6b8" />
    <circle r={r} fill="url(#edges)" />
    <ellipse cx={-r * 0.3} cy={-r * 0.42} rx={r * 0.28} ry={r * 0.16} fill="#fff" opacity=".7" />
  </g>
);

const Vise = () => (
  <g>
    <path d="M-70 0H70L54-34H-54z" fill="url(#stone)" />
    <rect x="-34" y="-96" width="68" height="64" fill="url(#stone)" />
    <path d="M-96-128H-10V-90H-96zM14-128H92V-90H14z" fill="url(#stone)" />
    <path d="M92-116H150V-104H92z" fill="#98a3ab" />
    <rect x="144" y="-140" width="8" height="62" rx="4" fill="#98a3ab" />
    <rect x="-8" y="-250" width="20" height="166" fill="url(#brass)" />
  </g>
);

export const Workshop = () => (
  <Scene wall="ochre" light={[1180, 420]}>
    <g transform="translate(1130 170)">
      <Tools />
    </g>
    <g transform="translate(680 300)">
      <rect width="330" height="16" fill="#6b4526" />
      <rect y="16" width="330" height="6" fill="#000" opacity=".3" />
      <Glass x={64} r={50} />
      <Glass x={164} r={42} />
      <Glass x={262} r={54} />
    </g>
    <rect x="1078" width="5" height="176" fill="#17120d" />
    <Glow x={1080} y={420} r={380} strength={0.6} />
    <Table top={700} x={1090} />
    <Put x={1080} y={172} scale={0.92}>
      <Sottoripa lit />
    </Put>
    <Put x={1420} y={792} shadow={150}>
      <Vise />
    </Put>
    <Put x={860} y={794} shadow={120}>
      <path d="M-150 0C-110-30 110-34 150-4 90 14-90 16-150 0z" fill="#b9ad9c" />
      <Glass x={0} r={88} />
    </Put>
    <Put x={1130} y={790} shadow={140}>
      <ellipse cy="-12" rx="120" ry="24" fill="none" stroke="#4f3610" stroke-width="15" />
      <ellipse cy="-14" rx="120" ry="24" fill="none" stroke="#d3aa5b" stroke-width="9" />
    </Put>
    <Glow x={1080} y={430} r={260} strength={0.4} />
  </Scene>
);
