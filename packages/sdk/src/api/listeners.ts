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
  type Name = keyof Payloads;
  type Listen = (payload: never) => void;
  /** What is listened to, by whom, and what runs that: the same one may listen twice. */
  const listening = new Set<readonly [Name, Listen, Listen]>();
  const latest = new Map<Name, unknown>();
  const listen =
    (times?: 1): Listeners<Payloads>["on"] =>
    (name, listener) => {
      const stop = (): unknown => listening.delete(one);
      const run: Listen = guard((payload: never) => {
        if (times) stop();
        return listener(payload);
      });
      const one = [name, listener, run] as const;
      listening.add(one);
      if (latest.has(name)) run(latest.get(name) as never);
      return stop;
    };
  return {
    on: listen(),
    once: listen(1),
    off(name, listener) {
      for (const one of listening) if (one[0] === name && one[1] === listener) listening.delete(one);
    },
    emit(name, payload, passes) {
      if (!passes) latest.set(name, payload);
      // Not `payload`: a listener may have caused the next one meanwhile.
      for (const [of, , run] of listening) if (of === name) run((passes ? payload : latest.get(name)) as never);
    },
  };
}
