/**
 * What the next page may show before anything else: small, and in `localStorage`, because only what can be read at once
 * is in time for the first frame.
 */
import type { OTHERS, Phase, Shown } from "./phase.ts";

/** Name of the entry. */
export const SNAPSHOT = "ghostlight-slots";

/** Characters at most. */
const LONGEST = 2_048;

/** Of which release it is, and what it says. */
type Snapshot = readonly [release: string | undefined, phases: readonly Phase[]];

/** What a slot shows, or that only the engine knows. */
type What = Pick<Shown, "id" | "show">;

/** By slot; {@link OTHERS}: each that is not named. */
export type Chosen = ReadonlyMap<string | undefined, What>;

type Parse = (json: string) => unknown;

/**
 * By slot, what was decided for this instant. Where that was by other rules, or cannot be known any more, only which
 * slots had something of their own. Nothing, where there is nothing, or nothing that makes sense.
 */
export function readSnapshot(release: string | undefined, now: number, parse: Parse): Chosen {
  const shown = new Map<string, What>();
  try {
    // Of what is too long, a part: that is no JSON.
    const [of, phases] = parse(`${localStorage.getItem(SNAPSHOT)}`.slice(0, LONGEST)) as Snapshot;
    const [, slots] = phases.find(([from]) => from <= now) as Phase;
    for (const one of slots) {
      const isName = typeof one === "string";
      shown.set(isName ? one : one.slot, isName || of !== release ? { show: {} } : one);
    }
  } catch {
    // None, or none of ours.
  }
  return shown;
}

/** As it is kept, for the visitor to see; undefined where there is none. */
export function keptSnapshot(parse: Parse): unknown {
  try {
    return parse(localStorage.getItem(SNAPSHOT) ?? "0") || undefined;
  } catch {
    return undefined;
  }
}

/** As JSON; undefined removes it. */
export function writeSnapshot(snapshot: string | undefined): void {
  try {
    if (snapshot) {
      localStorage.setItem(SNAPSHOT, snapshot);
      return;
    }
  } catch {
    // Denied or full: the next page has to wait for the engine, and what is there must not stay.
  }
  eraseSnapshot();
}

/** Never throws: where storage is denied, there is nothing of ours. */
export function eraseSnapshot(): void {
  try {
    localStorage.removeItem(SNAPSHOT);
  } catch {
    // Denied here, so nothing of ours can lie here.
  }
}
