/** Who wants to hear of what: a late listener hears the latest at once. */
import type { Guard } from "../env/guard.ts";

export interface Listeners<Payloads> {
  /** Returns a function that stops listening. */
  readonly on: <Name extends keyof Payloads>(name: Name, listen: (payload: Payloads[Name]) => void) => () => void;
  readonly emit: <Name extends keyof Payloads>(name: Name, payload: Payloads[Name]) => void;
}

/** `guard` keeps one listener's exception from the next one, and from us. */
export function createListeners<Payloads>(guard: Guard): Listeners<Payloads> {
  type Listen = (payload: never) => void;
  const listening = new Map<keyof Payloads, Set<Listen>>();
  const latest = new Map<keyof Payloads, unknown>();
  return {
    on(name, listen) {
      const own: Listen = guard(listen);
      const all = listening.get(name) ?? new Set();
      listening.set(name, all.add(own));
      if (latest.has(name)) own(latest.get(name) as never);
      return () => all.delete(own);
    },
    emit(name, payload) {
      latest.set(name, payload);
      // Not `payload`: a listener may have caused the next one meanwhile.
      for (const listen of listening.get(name) ?? []) listen(latest.get(name) as never);
    },
  };
}
