/**
 * Carries calls over from a page that closes to the next one. By `localStorage`, because only what is synchronous is in
 * time: a database transaction ends with its page. The entry writes and erases, the engine takes.
 */
import type { Reporter } from "../env/report.ts";
import type { Call } from "./call.ts";
import { parseCalls } from "./carried.ts";

/** Name of the entry. */
const KEY = "ghostlight";

/** Calls kept at most; the oldest go first. */
const KEPT = 500;

/** Adds to what is there. */
export function writeJournal(calls: readonly Call[], note: Reporter["note"]): void {
  if (!calls.length) return;
  try {
    const before: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    // Each once: a page that is left may be hidden twice.
    const all = new Map([before, calls].flat().map((call) => [Object(call).id, call]));
    localStorage.setItem(KEY, JSON.stringify([...all.values()].slice(-KEPT)));
  } catch (error) {
    note("journal-denied", error);
  }
}

export function eraseJournal(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Denied here, so nothing of ours can lie here.
  }
}

/** All calls, oldest first, which are then forgotten. */
export function takeJournal(note: Reporter["note"]): readonly Call[] {
  try {
    const text = localStorage.getItem(KEY);
    if (text !== null) eraseJournal();
    return parseCalls(text);
  } catch (error) {
    note("journal-denied", error);
    return [];
  }
}

/** A call is done with after all: its page was hidden and lived on. */
export function settleJournal(id: string, note: Reporter["note"]): void {
  writeJournal(
    takeJournal(note).filter((call) => call.id !== id),
    note,
  );
}
