/** Keeps our exceptions from the host page: whatever it calls, and whatever the browser calls for us, goes through here. */
import type { NoteCode, Reporter } from "./report.ts";

/** A function that does the same, and reports instead of throwing or rejecting. */
export type Guard = <A extends readonly unknown[]>(run: (...args: A) => unknown) => (...args: A) => void;

export function createGuard(note: Reporter["note"], code: NoteCode = "exception"): Guard {
  return (run) =>
    (...args) => {
      // Awaited, not recognised: pages replace Promise, and libraries bring their own.
      const attempt = async (): Promise<void> => {
        try {
          await run(...args);
        } catch (error) {
          note(code, error);
        }
      };
      attempt();
    };
}
