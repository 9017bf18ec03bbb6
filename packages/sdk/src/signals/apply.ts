/** Tells the other tools of the page what was agreed to, each on its own queue. Knows queues, not tools. */
import type { ConsentSignal, Purpose } from "@ghostlight/rules";
import { fillCalls } from "./fill.ts";

export interface Signals {
  /** Before any other tag of the page: what holds until a choice. */
  readonly before: () => void;
  /** What is granted now. A tool that heard the same last is left alone. */
  readonly after: (granted: readonly Purpose[]) => void;
}

/** Never throws: a queue that cannot be used is as good as none. */
export function createSignals(signals: readonly ConsentSignal[]): Signals {
  const tools = signals.map((signal) => {
    const send = createSender(signal);
    const before = JSON.stringify(signal.before);
    let last = before;
    const tell = (calls: unknown[][]): void => {
      for (const call of calls) attempt(() => send(call));
    };
    return {
      before: () => tell(JSON.parse(before)),
      after(granted: readonly Purpose[]) {
        const calls = fillCalls(signal.after, granted);
        const text = JSON.stringify(calls);
        if (text !== last) tell(calls);
        last = text;
      },
    };
  });
  return {
    before() {
      for (const tool of tools) tool.before();
    },
    after(granted) {
      for (const tool of tools) tool.after(granted);
    },
  };
}

function createSender({ queue, how }: ConsentSignal): (call: readonly unknown[]) => void {
  const page = window as unknown as Record<string, unknown>;
  if (how === "call") return createCaller(page, queue);
  return (call) => {
    page[queue] ??= [];
    const list = page[queue] as unknown[];
    if (how === "items") list.push(...call);
    else list.push(how === "array" ? call : argumentsOf(...call));
  };
}

/**
 * A function that is not there yet is not put there: the Meta pixel's snippet takes one that exists for itself, and
 * would never load. Instead, whoever first reaches for the function that the snippet leaves finds ours told before.
 */
function createCaller(page: Record<string, unknown>, name: string): (call: readonly unknown[]) => void {
  const waiting: (readonly unknown[])[] = [];
  let arrived: unknown;
  const tell = (tool: unknown): void => {
    for (const call of waiting.splice(0)) attempt(() => (tool as (...call: readonly unknown[]) => void)(...call));
  };
  const define = (property: PropertyDescriptor): unknown =>
    Object.defineProperty(page, name, { configurable: true, enumerable: true, ...property });
  return (call) => {
    waiting.push(call);
    const tool = page[name];
    if (tool) tell(tool);
    else
      define({
        get() {
          if (arrived) {
            define({ value: arrived, writable: true });
            tell(arrived);
          }
          return arrived;
        },
        set(value) {
          arrived = value;
        },
      });
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

function attempt(run: () => void): void {
  try {
    run();
  } catch {
    // The tool's own fault, in its own code or on a queue that somebody has sealed.
  }
}
