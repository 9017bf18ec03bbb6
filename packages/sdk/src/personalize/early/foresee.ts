/** What slots are to show from now on, as long as nothing but time happens. */
import {
  type CompiledExperience,
  type Context,
  type EnginePart,
  type elapse,
  type Life,
  SNAPSHOT_BYTES,
  type standingOf,
} from "@ghostlight/rules";
import { chooseExperiences } from "../plan.ts";
import { OTHERS, type Phase, type Shown } from "./phase.ts";

/** What the engine has of a site, and what it has already and this need not bring along. */
export interface Foreseeing extends Pick<EnginePart, "plan" | "experiences"> {
  readonly elapse: typeof elapse;
  readonly standingOf: typeof standingOf;
  readonly toJson: (value: unknown) => string;
}

/** ms for which anything is foreseen: a clock that is or was wrong is believed no longer. */
const HORIZON = 30 * 86_400_000;

/**
 * Looks into that many turns of time, each of which costs as much as an event does. The latest phase first; after the
 * last instant that is foreseen, all is left to the engine. So is, slot by slot, what has no room, and what another page
 * may decide otherwise. Undefined where there is nothing to be kept: the site shows nothing to anybody, or nothing was
 * seen of the visitor.
 */
export function foresee(
  { plan, experiences, elapse, standingOf, toJson }: Foreseeing,
  life: Life,
  context: Context,
  now: number,
  turns: number,
): readonly Phase[] | undefined {
  const namesOf = (some: readonly CompiledExperience[]): string[] => [...new Set(some.map(({ slot }) => slot))];
  const bound = namesOf(experiences.filter(({ here }) => here));
  const end = now + HORIZON;
  /** In a list: with the comma after it. Without what only browsers have. */
  const sizeOf = (value: unknown): number => encodeURI(toJson(value)).replace(/%../g, ".").length + 1;
  /** Names first, so that no slot waits that need not; then contents, in the order of the site file. */
  const fit = (from: number, wanted: readonly (Shown | string)[], room: number): Phase => {
    const names = wanted.map((one) => (typeof one === "string" ? one : one.slot));
    const isNamed = sizeOf([from, names]) <= room;
    let left = room - sizeOf([from, isNamed ? names : [OTHERS]]);
    const slots = wanted.flatMap((one, index) => {
      const name = isNamed ? (names[index] ?? []) : [];
      const more = sizeOf(one) - (isNamed ? sizeOf(name) : 0);
      if (typeof one === "string" || more > left) return name;
      left -= more;
      return one;
    });
    return [from, isNamed ? slots : [...slots, OTHERS]];
  };
  // Beside the brackets around all.
  let room = SNAPSHOT_BYTES - 1;
  let known: readonly Phase[] = [];
  let at = now;
  let ahead = life;

  if (!experiences.length || !life.ghost.session.n) return undefined;
  const least = sizeOf([end, [OTHERS]]);
  for (let turn = 0; turn < turns && at < end; turn++) {
    if (turn) ahead = elapse(plan, ahead, at, context);
    const standing = standingOf(plan, ahead);
    const chosen = [...chooseExperiences(experiences, standing).values()].filter(({ slot }) => !bound.includes(slot));
    const shown = chosen.map(({ id, slot, show }) => ({ slot, id, show }));
    const phase = fit(at, [...bound, ...shown], room - least);
    const size = sizeOf(phase);
    if (size > room - least) break;
    if (toJson(phase[1]) !== toJson(known[0]?.[1])) {
      known = [phase, ...known];
      room -= size;
    }
    at = Math.min(standing.flip, end);
  }
  return [fit(at, namesOf(experiences), room), ...known];
}
