/** Draws the shop's own scene: a room above the port at dusk, with the first lamp of the evening lit. */
import { Boccadasse } from "../lamps/table.tsx";
import { Books, Cup, Lemons } from "../props.tsx";
import { Glow, Put, Scene, Table } from "./frame.tsx";
import { Harbour, Shutter } from "./harbour.tsx";

export const Room = () => (
  <Scene wall="slate" light={[1330, 420]}>
    <g transform="translate(760 84) skewY(3)">
      <Shutter />
    </g>
    <g transform="translate(1352 118) skewY(-4) scale(.78 .985)">
      <Shutter />
    </g>
    <rect x="878" y="74" width="486" height="592" fill="#cfc3b2" />
    <rect x="892" y="88" width="458" height="570" fill="#5d564e" />
    <g transform="translate(900 92)">
      <Harbour />
      <rect x="214" width="12" height="560" fill="#b9ad9c" />
      <rect y="196" width="440" height="8" fill="#b9ad9c" />
      <rect x="214" width="3" height="560" fill="#fff" opacity=".4" />
    </g>
    <rect x="856" y="652" width="530" height="26" fill="#d8ccba" />
    <rect x="856" y="674" width="530" height="8" fill="#000" opacity=".3" />
    <Glow x={1404} y={444} r={360} />
    <Table top={722} x={1400} />
    <Put x={900} y={806} shadow={150}>
      <Lemons />
    </Put>
    <Put x={1150} y={800} shadow={130}>
      <Books />
    </Put>
    <Put x={1150} y={722} scale={0.74}>
      <Cup />
    </Put>
    <Put x={1404} y={806} scale={1} shadow={190}>
      <Boccadasse />
    </Put>
    <Glow x={1404} y={444} r={290} strength={0.32} />
  </Scene>
);
