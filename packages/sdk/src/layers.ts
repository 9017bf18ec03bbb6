/**
 * Opens and closes what the visitor is shown, one layer at a time: the dialog, or the preference center. Comes with the
 * dialog's chunk: most pages show none.
 */
import { answerAll, askedNow, dismissAll } from "./consent/answers.ts";
import type { Consent } from "./consent/consent.ts";
import type { Guard } from "./env/guard.ts";
import type { Reporter } from "./env/report.ts";
import type { Profile, readProfile } from "./preferences/known.ts";
import type { PreferencesStore } from "./preferences/store.ts";
import { createDialog } from "./ui/dialog/mount.ts";
import type { BannerHost, CenterHost } from "./ui/host.ts";
import { holdPage } from "./ui/modal/apply.ts";

type AllButLast<List extends readonly unknown[]> = List extends readonly [...infer First, unknown] ? First : never;

/** What the center's chunk brings. */
export interface CenterChunk {
  readonly mount: (host: CenterHost) => () => void;
  readonly preferences: (note: Reporter["note"]) => PreferencesStore;
  /** All that is kept about the visitor. */
  readonly profile: (...from: [...AllButLast<Parameters<typeof readProfile>>, Reporter["note"]]) => Promise<Profile>;
  /** Fills every `[data-ghostlight="cookies"]` with the cookie declaration, also those added later. Once a page. */
  readonly declareCookies: () => void;
}

/** Looks at a dialog as it is drawn, and drops a theme that makes one answer weigh more. */
export type AuditChunk = (dialog: Parameters<BannerHost["audit"]>[0], note: Reporter["note"]) => void;

type LoadLayer = {
  (name: "center"): Promise<CenterChunk | undefined>;
  (name: "audit"): Promise<AuditChunk | undefined>;
};

export interface LayersHost {
  /** A script of ours, or undefined where it does not come. */
  readonly load: LoadLayer;
  readonly consent: Pick<Consent, "entry" | "get" | "set" | "look" | "write">;
  /** Clears what these services, by their ids, have left. */
  readonly clean: (gone: readonly string[]) => void;
  readonly guard: Guard;
  readonly note: Reporter["note"];
  readonly profile: CenterHost["profile"];
  /** Whether a question that is open is asked by itself. */
  readonly asks: boolean;
}

export interface Layers {
  /** Asks what is not answered yet, unless something is shown already. */
  readonly ask: () => void;
  /** The visitor wants to see the dialog, or the center. */
  readonly openDialog: () => void;
  readonly openCenter: () => void;
  readonly close: () => void;
}

export function createLayers(mountBanner: (host: BannerHost) => () => void, host: LayersHost): Layers {
  const { consent, guard, note } = host;
  let shut: (() => void) | undefined;
  /** The latest request wins, whichever chunk comes first. */
  let latest = 0;

  function close(): void {
    latest++;
    shut?.();
    shut = undefined;
  }

  const isUnanswered = (): boolean => !consent.get().chosen;

  /**
   * Answers, and closes. Of questions that were asked anew, an earlier yes may have let services run which wait for another
   * since; where it does not come, what they left goes.
   */
  function settle(answer: () => void): void {
    const { outdated, allowed } = consent.look();
    answer();
    close();
    const running = [...allowed, ...consent.get().services];
    const gone = Object.keys(consent.entry.services).filter((id) => !running.includes(id));
    if (outdated && gone[0]) host.clean(gone);
  }

  /** One answer to all that is asked; undefined: told of it, and not objected. */
  const answerWith = (yes: boolean | undefined) => () =>
    yes === undefined ? dismissAll(consent) : answerAll(consent, yes);

  /** Leaving a question that needs a yes is a no; any other is left as it is. */
  function leave(): void {
    if (isUnanswered()) settle(answerWith(consent.get().regime === "opt-in" ? false : undefined));
    else close();
  }

  function openBanner(focus: boolean): void {
    const { chosen, purposes, gpc } = consent.get();
    close();
    shut = mountBanner({
      answered: chosen ? purposes.length > 0 : undefined,
      asked: askedNow(consent),
      focus,
      gpc,
      guard,
      note,
      answer: (yes) => settle(answerWith(yes && consent.get().regime === "notice" ? undefined : yes)),
      audit: guard(async (dialog) => (await host.load("audit"))?.(dialog, note)),
      choose: openCenter,
      close: leave,
    });
  }

  const openCenter = guard(async () => {
    latest++;
    const mine = latest;
    const center = await host.load("center");
    if (!center || mine !== latest) return;
    close();
    shut = center.mount({
      createDialog,
      holdPage,
      state: consent.get,
      guard,
      note,
      save: (answers, services) => settle(() => consent.set(answers, services)),
      close() {
        close();
        if (host.asks) ask();
      },
      profile: host.profile,
      preferences: center.preferences(note),
    });
  });

  function ask(): void {
    if (isUnanswered() && !shut) openBanner(false);
  }

  return { ask, openDialog: () => openBanner(true), openCenter, close };
}
