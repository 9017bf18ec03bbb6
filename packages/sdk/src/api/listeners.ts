/** Who wants to hear of what: of a state, a late listener hears the latest at once; what only happened, it missed. */
import type { Guard } from "../env/guard.ts";

export interface Listeners<Payloads> {
  /** Returns a function that stops listening. */
  readonly on: <Name extends keyof Payloads>(name: Name, listen: (payload: Payloads[Name]) => void) => () => void;
  /** Stops listening. */
  readonly off: <Name extends keyof Payloads>(name: Name, listen: (payload: Payloads[Name]) => void) => void;
  /** The same for one time. */
  readonly once: Listeners<Payloads>["on"];
  /** `passes`: it is no state, so nobody who comes later hears of it. */
  readonly emit: <Name extends keyof Payloads>(name: Name, payload: Payloads[Name], passes?: boolean) => void;
}

/** `guard` keeps one listener's exception from the next one, and from us. */
export function createListeners<Payloads>(guard: Guard): Listeners<Payloads> {
  type Listen = (payload: never) => void;
  /** By the function that runs it, so that the same one may listen twice. */
  const listening = new Map<keyof Payloads, Map<Listen, Listen>>();
  const latest = new Map<keyof Payloads, unknown>();
  const listen =
    (times?: 1): Listeners<Payloads>["on"] =>
    (name, listener) => {
      const all = listening.get(name) ?? new Map<Listen, Listen>();
      const run: Listen = guard((payload: never) => {
        if (times) all.delete(run);
        return listener(payload);
      });
      listening.set(name, all.set(run, listener));
      if (latest.has(name)) run(latest.get(name) as never);
      return () => all.delete(run);
    };
  return {
    on: listen(),
    once: listen(1),
    off(name, listener) {
      for (const [run, one] of listening.get(name) ?? []) if (one === listener) listening.get(name)?.delete(run);
    },
    emit(name, payload, passes) {
      if (!passes) latest.set(name, payload);
      // Not `payload`: a listener may have caused the next one meanwhile.
      for (const run of listening.get(name)?.keys() ?? []) run((passes ? payload : latest.get(name)) as never);
    },
  };
}
