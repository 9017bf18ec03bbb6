/** From calls of the page to messages that are kept: what they say, without what must not travel, for those who may have it. */
import type { Purpose } from "@ghostlight/rules";
import type { Consent } from "../consent/consent.ts";
import { readDevice } from "../env/device.ts";
import { createQueue } from "../env/queue.ts";
import { type Content, readArguments } from "./arguments.ts";
import type { Call } from "./call.ts";
import type { Message } from "./message.ts";
import { purposeOf } from "./plugins/plugin.ts";
import type { Change, Clean, Plugins, PluginsHost } from "./plugins/plugins.ts";
import type { Redact } from "./redact.ts";
import { type Seal, type SealHost, sealCall } from "./seal.ts";
import { createTransport, type Transport, type TransportHost } from "./transport.ts";

export interface CollectorHost
  extends Omit<TransportHost, "may">,
    Pick<SealHost, "newId" | "toJson">,
    Pick<PluginsHost, "plugins" | "middleware"> {
  /** Parts that most pages never need; undefined where one does not come. */
  readonly load: ((name: "plugins") => Promise<((host: PluginsHost) => Plugins) | undefined>) &
    ((name: "redact") => Promise<(() => Redact) | undefined>);
  readonly consent: Pick<Consent, "entry" | "get" | "lookAgain">;
}

/** A call that was understood, without what must not travel. */
export interface Heard {
  readonly call: Call;
  readonly content: Content;
}

export interface Collector extends Transport {
  /** In the order of the calls; undefined where the call is at fault, which is noted, null where what cleans does not come. */
  readonly hear: (call: Call) => Promise<Heard | null | undefined>;
  /** Resolves with the message once it is kept. `may`: under what it happened and is still allowed. */
  readonly deliver: (heard: Heard, may: (purpose: Purpose) => boolean) => Promise<Message | undefined>;
}

/** `suspect`: what matches the JSON of all that might have to be cleaned. */
export function createCollector(suspect: string, host: CollectorHost): Collector {
  const { consent, note, parse, toJson, newId, now, plugins, middleware } = host;
  const enqueue = createQueue();
  const pattern = new RegExp(suspect, "i");
  const sealing: SealHost = { asked: consent.entry.purposes, device: readDevice(), newId, now, note, toJson };
  const transport = createTransport({
    ...host,
    may() {
      consent.lookAgain();
      return consent.get().purposes.includes("analytics");
    },
  });
  let redact: Redact | undefined;
  let adding: Promise<Plugins | undefined> | undefined;
  /** Calls that are being understood. */
  let hearing = 0;

  const clean: Clean = async (value, isOfTraits) => {
    if (!pattern.test(toJson(value))) return value;
    redact ??= (await host.load("redact"))?.();
    return redact?.(value, isOfTraits);
  };

  return {
    ...transport,
    hear(call) {
      hearing++;
      return enqueue(async () => {
        const reading = readArguments(call.type, parse(call.args), call.args.length);
        if (typeof reading === "string") {
          hearing--;
          note("bad-event", reading);
          return undefined;
        }
        const page = await clean(call.page);
        const content = await clean(reading, call.type !== "track" && call.type !== "page");
        hearing--;
        return page && content ? { call: { ...call, page }, content } : null;
      });
    },
    async deliver({ call, content }, may) {
      const seal = (isKnown: boolean, change?: Change): Seal => sealCall(call, content, sealing, isKnown, change);
      if (middleware.length || plugins.some((plugin) => may(purposeOf(plugin)))) {
        // One for all messages: it keeps their order, and knows which tools it has loaded.
        adding ??= host.load("plugins").then((start) => start?.(host));
        const added = await adding;
        if (!added) adding = undefined;
        // Another tab may have withdrawn since; of what is kept, the outbox asks itself.
        consent.lookAgain();
        // What a middleware was to see, and did not, must not leave.
        if (added || middleware.length) return added?.deliver(seal, transport, clean, may);
      }
      // Waits for nothing, before the outbox has it.
      return may("analytics") ? transport.take(seal(true), hearing > 0) : undefined;
    },
  };
}
