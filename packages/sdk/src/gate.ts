/** Wires blocking and its placeholders. Loads with the first marked element. */
import type { EmbedsPart } from "@ghostlight/rules";
import { type Blocking, type BlockingHost, createBlocking } from "./blocking/watch.ts";
import { allowOne } from "./consent/answers.ts";
import type { Consent } from "./consent/consent.ts";
import { mountEmbeds } from "./ui/embeds/mount.ts";

/** What blocking and its placeholders need. */
export type GateHost = Omit<BlockingHost, "blocked"> & { readonly consent: Pick<Consent, "look" | "write"> };

export function createGate(part: EmbedsPart, { consent, ...host }: GateHost): Blocking {
  const blocking: Blocking = createBlocking({
    ...host,
    blocked: host.guard((elements) => {
      const { once, purposeOf } = blocking;
      const always = (purpose: string): void => allowOne(consent, purpose);
      mountEmbeds(part, { elements, once, purposeOf, always, guard: host.guard });
    }),
  });
  return blocking;
}
