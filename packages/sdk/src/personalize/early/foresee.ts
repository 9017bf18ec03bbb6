/** What slots are to show from now on, as long as nothing but time happens. */
import type { Context, EnginePart, elapse, Life, standingOf } from "@ghostlight/rules";
import { chooseExperiences } from "../plan.ts";

/** What one slot shows. */
export interface Shown {
  readonly slot: string;
  /** Of the experience. */
  readonly id?: string;
  /** With neither, only the engine knows. */
  readonly show: { readonly text?: string; readonly template?: string };
}

/** From which instant (ms since 1970) on which slots show something of their own. */
export type Phase = readonly [from: number, slots: readonly Shown[]];

/** What the engine has of a site, and what it has already and this need not bring along. */
export interface Foreseeing extends Pick<EnginePart, "plan" | "experiences"> {
  readonly elapse: typeof elapse;
  readonly standingOf: typeof standingOf;
  readonly toJson: (value: unknown) => string;
}

/** Bytes of UTF-8 that phases take as JSON, at most: of the 2,048 of a snapshot, the rest is for its release. */
const ROOM = 2_000;

/** ms for which anything is foreseen: a clock that is or was wrong is believed no longer. */
const HORIZON = 30 * 86_400_000;

/**
 * Looks into that many turns of time, each of which costs as much as an event does. The latest phase first; after the
 * last instant that is foreseen, all is left to the engine. So is, slot by slot, what has no room, and what another page
 * may decide otherwise. Undefined where there is nothing to be kept: the site
 * shows nothing to anybody, nothing was seen of the visitor, or not even the names have room.
 */
export function foresee(
  { plan, experiences, elapse, standingOf, toJson }: Foreseeing,
  life: Life,
  context: Context,
  now: number,
  turns: number,
): readonly Phase[] | undefined {
  const unknown = (slots: Iterable<string>): Shown[] => [...new Set(slots)].map((slot) => ({ slot, show: {} }));
  const bound = experiences.flatMap(({ slot, here }) => (here ? slot : []));
  const end = now + HORIZON;
  let known: readonly Phase[] = [];
  let at = now;
  let ahead = life;
  const withEnd = (phases: readonly Phase[]): readonly Phase[] => [
    [at, unknown(experiences.map(({ slot }) => slot))],
    ...phases,
  ];
  const fits = (phases: readonly Phase[]): boolean => sizeOf(toJson(withEnd(phases))) <= ROOM;

  if (!experiences.length || !life.ghost.session.n) return undefined;
  for (let turn = 0; turn < turns && at < end; turn++) {
    if (turn) ahead = elapse(plan, ahead, at, context);
    const standing = standingOf(plan, ahead);
    const chosen = [...chooseExperiences(experiences, standing).values()].filter(({ slot }) => !bound.includes(slot));
    let phase: Phase = [at, unknown(bound)];
    for (const { id, slot, show } of chosen) {
      const add = (one: Shown): Phase => [at, [...phase[1], one]];
      const whole = add({ id, slot, show });
      phase = fits([whole, ...known]) ? whole : add({ slot, show: {} });
    }
    if (!fits([phase, ...known])) break;
    if (toJson(phase[1]) !== toJson(known[0]?.[1])) known = [phase, ...known];
    at = Math.min(standing.flip, end);
  }
  return known.length ? withEnd(known) : undefined;
}

/** Without what only browsers have. */
const sizeOf = (text: string): number => encodeURI(text).replace(/%../g, ".").length;
