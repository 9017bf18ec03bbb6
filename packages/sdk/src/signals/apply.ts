/** Tells the other tools of the page what was agreed to, each on its own queue. Knows queues, not tools. */
import type { ConsentSignal, Purpose } from "@ghostlight/rules";
import { attempt } from "./attempt.ts";
import type { CreateCaller } from "./caller/apply.ts";
import { fillCalls } from "./fill.ts";

interface Tools {
  readonly signals: readonly ConsentSignal[];
  /** For tools that are called; else those hear nothing. */
  readonly calls?: CreateCaller | undefined;
}

interface Choice {
  readonly chosen: boolean;
  readonly purposes: readonly Purpose[];
}

/** `on`: tells of consent, as it is at the start and whenever it changes. */
export type TellTools = (tools: Tools, on: (name: "consent", listen: (choice: Choice) => void) => unknown) => void;

/**
 * Tells every tool what holds until a choice, at once, and from a choice on what is granted. One that heard the same
 * last is left alone. Never throws: a queue that cannot be used is as good as none.
 */
export const tellTools: TellTools = ({ signals, calls }, on) => {
  for (const signal of signals) {
    const send = createSender(signal, calls);
    let last = "";
    let answered: unknown;
    const tell = (granted: readonly Purpose[]): void => {
      const filled = fillCalls(signal.commands, granted);
      const before = last;
      last = JSON.stringify(filled);
      if (last !== before) for (const call of filled) attempt(() => send(call));
    };
    tell([]);
    on("consent", ({ chosen, purposes }) => {
      answered ||= chosen || purposes.length;
      if (answered) tell(["?", ...purposes]);
    });
  }
};

function createSender({ queue, how }: ConsentSignal, calls?: CreateCaller): (call: readonly unknown[]) => void {
  const page = window as unknown as Record<string, unknown>;
  if (calls && how === "call") return calls(page, queue);
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
