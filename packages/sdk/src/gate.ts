/** Wires blocking and its placeholders. Loads with the first marked element. */
import type { EmbedsPart } from "@ghostlight/rules";
import { type Blocking, type BlockingHost, createBlocking } from "./blocking/watch.ts";
import { allow } from "./consent/answers.ts";
import type { Consent, Permissions } from "./consent/consent.ts";
import { type EmbedsHost, mountEmbeds } from "./ui/embeds/mount.ts";
import { mountReload } from "./ui/reload/mount.ts";

/** What blocking and its placeholders need. */
export interface GateHost extends Pick<BlockingHost, "guard" | "note"> {
  /** Tells the page what runs on though it was withdrawn. */
  readonly emit: (name: "reload", withdrawn: Permissions) => void;
  readonly consent: Pick<Consent, "entry" | "look" | "write">;
  /** Whether the site draws all that is seen by itself: no placeholder stands in for what is blocked, and no notice. */
  readonly headless: boolean;
}

export function createGate(part: EmbedsPart, { consent, headless, emit, guard, note }: GateHost): Blocking {
  const { purposes, services, purposesOnly } = consent.entry;
  const notice: { remove?: () => void } = {};
  const blocking: Blocking = createBlocking({
    guard,
    note,
    purposes: ["necessary", ...purposes],
    services,
    stuck: guard((withdrawn) => {
      notice.remove?.();
      delete notice.remove;
      const isSome = Object.values(withdrawn).some((names) => names.length);
      if (isSome && !headless) notice.remove = mountReload(part, withdrawn, guard);
      emit("reload", withdrawn);
    }),
    blocked: guard((elements) => {
      if (headless) return;
      const { once, purposeOf, missing } = blocking;
      const wanted: EmbedsHost["wanted"] = (element) => {
        const lacking = missing(element);
        if (!purposesOnly) return lacking;
        return {
          purposes: [...lacking.purposes, ...lacking.services.flatMap((id) => services[id] ?? [])],
          services: [],
        };
      };
      const always = (permissions: Permissions): void => allow(consent, permissions);
      mountEmbeds(part, { elements, once, purposeOf, wanted, always, guard, note });
    }),
  });
  return blocking;
}
