/** Visits: when one begins, and what ends the silence before it. */
import { type Ghost, SESSION_GAP, type Session } from "./ghost.ts";
import type { Signal } from "./signal.ts";

/** Whether an event is the first of a visit. */
export function beginsSession({ session, seen }: Pick<Ghost, "session" | "seen">, at: number): boolean {
  return !session.n || at - seen >= SESSION_GAP;
}

/** The session after an event. One that comes late begins none. `wakes`: names of the events that end a silence. */
export function nextSession(ghost: Ghost, { at, name }: Signal, wakes: readonly string[]): Session {
  const { session, seen } = ghost;
  const wake = wakes.includes(name);
  if (!beginsSession(ghost, at)) return at >= session.start && wake ? { ...session, awake: true } : session;
  return { n: session.n + 1, start: at, ...(session.n && { before: seen }), awake: wake };
}
