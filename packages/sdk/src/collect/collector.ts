/** From calls of the page to messages that are kept: what they say, without what must not travel, for those who may have it. */
import type { Purpose, RedactPart } from "@ghostlight/rules";
import type { Consent } from "../consent/consent.ts";
import { readDevice } from "../env/device.ts";
import type { Guard } from "../env/guard.ts";
import { createId } from "../env/ids.ts";
import { parse } from "../env/json.ts";
import { readPage } from "../env/page.ts";
import { VERSION } from "../env/version.ts";
import { type Content, readArguments } from "./arguments.ts";
import type { Call } from "./call.ts";
import type { Message } from "./message.ts";
import { purposeOf } from "./plugins/plugin.ts";
import type { Plugins, PluginsHost } from "./plugins/plugins.ts";
import { createRedactor } from "./redact.ts";
import { type SealHost, sealCall } from "./seal.ts";
import { createTransport, type Transport } from "./transport.ts";

export interface CollectorHost extends PluginsHost {
  /** Absolute address that takes batches. */
  readonly endpoint: string;
  /** What passes messages through what the page added, or undefined where it does not come. */
  readonly load: (name: "plugins") => Promise<((host: PluginsHost) => Plugins) | undefined>;
  readonly consent: Pick<Consent, "entry" | "get" | "refresh">;
  readonly now: () => number;
  readonly guard: Guard;
}

/** A call that was understood. */
export interface Heard {
  readonly call: Call;
  readonly content: Content;
}

type May = (purpose: Purpose) => boolean;

export interface Collector extends Pick<Transport, "flush" | "read" | "erase"> {
  /** Undefined where the call is at fault, which is noted. */
  readonly hear: (call: Call) => Heard | undefined;
  /** Resolves with the message once it is kept. `may`: under what it happened and is still allowed. */
  readonly deliver: (heard: Heard, may: May, isCurrent: () => boolean) => Promise<Message | undefined>;
}

export function createCollector(rules: RedactPart, host: CollectorHost): Collector {
  const { consent, now, guard, note, plugins, middleware } = host;
  const redact = createRedactor(rules);
  const sealing: SealHost = { asked: consent.entry.purposes, device: readDevice(), version: VERSION, newId: createId, note };
  let added: Plugins | undefined;

  function hear(given: Call): Heard | undefined {
    const reading = readArguments(given.type, parse(given.args));
    if (!reading.ok) {
      note("bad-event", reading.fault);
      return undefined;
    }
    const keepsAddresses = given.type !== "track" && given.type !== "page";
    return { call: { ...given, page: redact(given.page) }, content: redact(reading.content, keepsAddresses) };
  }

  const transport = createTransport({
    endpoint: host.endpoint,
    now,
    guard,
    note,
    may() {
      consent.refresh();
      return consent.get().purposes.includes("analytics");
    },
    report(count) {
      const call: Call = {
        id: createId(),
        type: "track",
        args: "",
        at: now(),
        page: redact(readPage()),
        purposes: consent.get().purposes,
      };
      return sealCall(call, { type: "track", event: "Events Dropped", properties: { count }, options: {} }, sealing);
    },
  });

  async function add(): Promise<Plugins | undefined> {
    added ??= (await host.load("plugins"))?.(host);
    return added;
  }

  return {
    hear,
    /** Waits for nothing, before the outbox has it, where no middleware wants to see it first. */
    async deliver({ call, content }, may, isCurrent) {
      const isKnown = may("analytics");
      const isHeard = plugins.some((plugin) => may(purposeOf(plugin)));
      if (!isKnown && !isHeard) return undefined;
      let seal = sealCall(call, content, sealing, isKnown);
      if (middleware.length) {
        const { message: seen } = seal(isKnown ? (await transport.read())?.identity : undefined);
        const change = seen && (await (await add())?.pass(seen, redact));
        if (change) seal = sealCall(call, content, sealing, isKnown, change);
        // What was to be cleaned and was not must not leave.
        else if (content.type !== "reset") return undefined;
      }
      if (!isCurrent()) return undefined;
      const message = isKnown ? await transport.take(seal) : seal(undefined).message;
      if (!message) return undefined;
      if (isHeard) (await add())?.handOver(message, (purpose) => isCurrent() && may(purpose));
      return isKnown && isCurrent() ? message : undefined;
    },
    flush: transport.flush,
    read: transport.read,
    erase: transport.erase,
  };
}
