/** A visitor with a clock of their own, and who they are after each thing said. */
import { type Content, readArguments } from "../src/collect/arguments.ts";
import { type Call, toJson, type Verb } from "../src/collect/call.ts";
import { type Identity, nextIdentity } from "../src/collect/identity.ts";

export const MINUTE = 60_000;
export const DAY = 1_440 * MINUTE;
export const NOON = Date.UTC(2026, 10, 21, 12);

const page = { path: "/", referrer: "", search: "", title: "", url: "https://shop.example/" };

export const content = (type: Verb, ...args: readonly unknown[]): Content => {
  const reading = readArguments(type, args);
  if (typeof reading === "string") throw new Error(reading);
  return reading;
};

/** A visitor with a clock of their own, and ids 1, 2, 3 … */
export function visitor() {
  const state = { at: NOON, id: 0, identity: undefined as Identity | undefined };
  return {
    wait(ms: number): void {
      state.at += ms;
    },
    say(type: Verb, ...args: readonly unknown[]) {
      return this.from("", type, ...args);
    },
    /** On a page whose address names a campaign. */
    from(search: string, type: Verb, ...args: readonly unknown[]): Identity {
      return this.of({ at: state.at, page: { ...page, search } }, type, ...args);
    },
    /** What happened `ms` ago, on a page that could not tell of it. */
    late(ms: number, type: Verb, ...args: readonly unknown[]): Identity {
      return this.of({ at: state.at - ms, page }, type, ...args);
    },
    of(where: Pick<Call, "at" | "page">, type: Verb, ...args: readonly unknown[]): Identity {
      const call: Call = { ...where, id: "m", type, args: "", purposes: ["analytics"] };
      const host = { newId: () => `id-${++state.id}`, now: () => state.at, toJson };
      state.identity = nextIdentity(state.identity, call, content(type, ...args), host);
      return state.identity;
    },
    reset(): void {
      state.identity = undefined;
    },
  };
}
