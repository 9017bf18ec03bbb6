/** An explanation as a tree for people. */
import { type Explanation, factsOf, JUDGING, why } from "@ghostlight/rules";
import type { Person, World } from "../simulate/replay.ts";
import { clauseText } from "./clause-text.ts";
import { nextChange } from "./next-change.ts";

/** Whether it is a stage or a segment, and which. */
export interface Asked {
  readonly kind: "stage" | "segment";
  readonly name: string;
}

/** Where somebody stands, why, and when time alone will change it. `at`: ms since 1970. */
export function whyText(world: World, person: Person, asked: Asked, explanation: Explanation, at: number): string {
  const { ghost } = person.life;
  const facts = factsOf(world.plan, ghost, person.context);

  /** The segments that a rule reads are explained where they are read. */
  const partsOf = ({ kind, of, parts = [] }: Explanation): readonly Explanation[] => {
    const read = kind === "segment" ? why(JUDGING, world.plan, person.life, String(of), at, person.context) : undefined;
    return read ? [read] : parts;
  };
  const tree = (one: Explanation, own: string, below: string): string => {
    const { wanted, actual } = clauseText(one, facts);
    const parts = partsOf(one);
    const near = one.approximate ? "about " : "";
    // What is made of parts flips when a part does.
    const flips = one.flips && !parts.length ? ` (${turn(one)} ${one.flips})` : "";
    const line = `${own}${one.held ? "✓" : "✗"} ${wanted}${actual ? ` → ${near}${actual}` : ""}${flips}\n`;
    return parts.reduce((text, part, index) => {
      const last = index === parts.length - 1;
      return text + tree(part, `${below}${last ? "└ " : "├ "}`, `${below}${last ? "  " : "│ "}`);
    }, line);
  };
  return `${heading(world, person, asked, explanation, at)}${tree(explanation, "", "")}`;
}

/** Of these two it is only known when to look again. */
function turn({ kind, held }: Explanation): string {
  if (kind === "sum" || kind === "silent") return "may change at";
  return held ? "until" : "from";
}

function heading(world: World, person: Person, asked: Asked, explanation: Explanation, at: number): string {
  const { ghost } = person.life;
  const [stage, since] = ghost.stage;
  const entered = asked.kind === "stage" ? (stage === asked.name ? since : undefined) : ghost.segments[asked.name];
  const is = entered === undefined ? "is not" : "is";
  const lines = [
    `${person.id} ${is} in the ${asked.kind} "${asked.name}" at ${iso(at)}${entered === undefined ? "" : `, since ${iso(entered)}`}.`,
  ];
  if (asked.kind === "stage" && entered === undefined) {
    const ahead = explanation.held ? ", which comes before it" : "";
    lines.push(`The stage is "${stage}"${ahead}, since ${iso(since)}.`);
  }
  const change = nextChange(world, person, asked);
  const move = entered === undefined ? "come in" : "leave";
  lines.push(
    change === undefined ? `Time alone will not change that.` : `With no new event they ${move} at ${iso(change)}.`,
  );
  return `${lines.join("\n")}\n\n`;
}

const iso = (instant: number): string => new Date(instant).toISOString();
