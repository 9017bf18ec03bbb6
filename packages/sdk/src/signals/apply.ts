/** Tells the other tools of the page what was agreed to, each on its own queue. Knows queues, not tools. */
import type { ConsentSignal, Purpose } from "@ghostlight/rules";
import { attempt } from "./attempt.ts";
import type { CreateCaller } from "./caller/apply.ts";
import { fillCalls } from "./fill.ts";

/** Tells every tool what is granted; without that, what holds until a choice. One that heard the same last is left alone. */
export type Signals = (granted?: readonly Purpose[]) => void;

/** Never throws: a queue that cannot be used is as good as none. `callers`: for tools that are called; else those hear nothing. */
export function createSignals(signals: readonly ConsentSignal[], callers?: CreateCaller): Signals {
  const tools = signals.map((signal): Signals => {
    const send = createSender(signal, callers);
    let last = "";
    return (granted) => {
      const calls = fillCalls(granted ? signal.after : signal.before, granted ?? []);
      const before = last;
      last = JSON.stringify(calls);
      if (last !== before) for (const call of calls) attempt(() => send(call));
    };
  });
  return (granted) => {
    for (const tell of tools) tell(granted);
  };
}

function createSender({ queue, how }: ConsentSignal, callers?: CreateCaller): (call: readonly unknown[]) => void {
  const page = window as unknown as Record<string, unknown>;
  if (callers && how === "call") return callers(page, queue);
  return (call) => {
    page[queue] ??= [];
    const list = page[queue] as unknown[];
    if (how === "items") list.push(...call);
    else list.push(how === "array" ? call : argumentsOf(...call));
  };
}

/**
 * Google's tags know a call by this kind of object; they take an array for a list of commands. The `this`, whatever
 * it is, keeps the minifier from an arrow function, whose `arguments` would be somebody else's.
 */
function argumentsOf(this: unknown, ..._call: readonly unknown[]): unknown {
  // biome-ignore lint/complexity/noArguments: it is the object itself that is wanted.
  return Object(this) && arguments;
}
