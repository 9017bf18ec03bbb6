/** Draws three lamps side by side on a sideboard, for somebody who has looked at several and not chosen yet. */
import { Boccadasse, Nervi, Righi } from "../lamps/table.tsx";
import { Glow, Put, Scene, Table } from "./frame.tsx";

export const Shelf = () => (
  <Scene wall="rose" light={[1092, 430]}>
    <Glow x={790} y={500} r={290} strength={0.6} />
    <Glow x={1092} y={420} r={340} strength={0.75} />
    <Glow x={1390} y={490} r={290} strength={0.6} />
    <Table top={716} x={1092} />
    <Put x={790} y={790} scale={0.8} shadow={170}>
      <Nervi />
    </Put>
    <Put x={1092} y={798} scale={1.06} shadow={180}>
      <Boccadasse />
    </Put>
    <Put x={1390} y={790} scale={0.86} shadow={170}>
      <Righi />
    </Put>
    <Glow x={1092} y={420} r={250} strength={0.3} />
  </Scene>
);
