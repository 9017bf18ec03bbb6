/** Puts the preference center on the page and takes it off again. */
import type { Purpose } from "@ghostlight/rules";
import { render } from "preact";
import { NO_PREFERENCES } from "../../consent/preferences.ts";
import { readToday } from "../../env/clock.ts";
import { askNotifications, readNotifications } from "../../env/notifications.ts";
import { css } from "../center.css";
import type { CenterHost, Known } from "../host.ts";
import { Center } from "./Center.tsx";
import { CENTER_TITLE_ID, Slotted } from "./Slotted.tsx";
import type { Shown, View } from "./view.ts";

const NOTHING_KNOWN: Known = { segments: [], names: {}, interests: [], reasons: {}, data: undefined };

type Change = Partial<
  Pick<
    View,
    "answers" | "services" | "preferences" | "kept" | "notifications" | "known" | "asking" | "status" | "sections"
  >
>;

/**
 * Shows the center, over everything else; returns what removes it and gives the focus back. `later`: how to go on when
 * the page had its turn.
 */
export function mountCenter(part: Shown, host: CenterHost, later: (run: () => void) => void = nextTask): () => void {
  const { guard, createDialog, holdPage } = host;
  const { texts, contact } = part;
  const before = document.activeElement;
  const close = guard(() => host.close());
  const element = createDialog({ ...part, title: CENTER_TITLE_ID, css, close });
  const root = element.shadowRoot ?? element;
  const { purposes, services, gpc } = host.state();
  const asked = part.purposes.map(({ id }) => id).filter((id) => id !== "necessary");
  const answersBy = (yes: (purpose: Purpose) => boolean) => Object.fromEntries(asked.map((id) => [id, yes(id)]));
  const switched = (ids: readonly string[], yes: (id: string) => boolean) =>
    Object.fromEntries(ids.filter((id) => part.switches.includes(id)).map((id) => [id, yes(id)]));
  const servicesOf = (purpose: Purpose): readonly string[] =>
    part.purposes.filter(({ id }) => id === purpose).flatMap(({ services }) => services.map(({ id }) => id));
  let release: (() => void) | undefined;
  let touched = false;
  let view: View = {
    part,
    gpc,
    sections: 0,
    answers: answersBy((purpose) => purposes.includes(purpose)),
    services: switched(part.switches, (id) => services.includes(id)),
    preferences: NO_PREFERENCES,
    kept: NO_PREFERENCES,
    notifications: readNotifications(),
    today: readToday(),
    known: "loading",
    asking: false,
    status: undefined,
    answer: (purpose, yes) =>
      change({
        answers: { ...view.answers, [purpose]: yes },
        services: { ...view.services, ...switched(servicesOf(purpose), () => yes) },
      }),
    answerService: (id, yes) => change({ services: { ...view.services, [id]: yes } }),
    prefer(preferences) {
      touched = true;
      change({ preferences });
    },
    allowPush: attempt(async () => {
      const notifications = await askNotifications();
      const granted = notifications === "granted";
      const { preferences } = view;
      if (granted) view.prefer({ ...preferences, channels: { ...preferences.channels, push: true } });
      change({ notifications, status: granted ? "" : texts.noPush });
    }),
    save: attempt(async (all?: boolean) => {
      if (touched) await host.preferences.set(view.preferences);
      if (all === undefined) host.save(view.answers, view.services);
      else
        host.save(
          answersBy(() => all),
          {},
        );
      host.close();
    }),
    download: attempt(() => saveFile(view.known)),
    ask(asking) {
      change({ asking });
      if (!asking) root.querySelector<HTMLElement>(".erase")?.focus();
    },
    forget: attempt(async (interest: Known["interests"][number]) => {
      await host.profile.interest(interest.affinity, interest.value, false);
      change({ known: await host.profile.export(), status: texts.forgotten?.replace("{name}", () => interest.value) });
      root.querySelector<HTMLElement>(".known")?.focus();
    }),
    erase: attempt(async () => {
      await host.profile.erase();
      change({ known: NOTHING_KNOWN, asking: false, status: texts.erased });
      focusTitle();
    }),
    close,
  };

  function change(changes: Change): void {
    // Removed while something was on its way.
    if (!element.isConnected) return;
    view = { ...view, ...changes };
    draw();
  }

  /** The visitor is told when it fails, and so is the developer. */
  function attempt<A extends readonly unknown[]>(run: (...args: A) => unknown): (...args: A) => void {
    return guard(async (...args: A) => {
      change({ status: "" });
      try {
        await run(...args);
      } catch (error) {
        change({ status: texts.failed });
        throw error;
      }
    });
  }

  function draw(): void {
    render(<Slotted {...view} />, element);
    render(<Center {...view} />, root);
  }

  const focusTitle = () => element.querySelector<HTMLElement>(`#${CENTER_TITLE_ID}`)?.focus();

  function attach(): void {
    document.body.append(element);
    release = holdPage(element);
    focusTitle();
    guard(async () => {
      try {
        change({ known: await host.profile.export() });
      } catch (error) {
        change({ known: undefined });
        throw error;
      }
    })();
  }

  async function recall(): Promise<void> {
    const kept = await host.preferences.get();
    change({ kept, preferences: kept });
  }

  // One after another, the page being free in between: all at once would keep a slow phone from its visitor.
  const drawTo = (sections: number) => () => change({ sections });
  // What was stored comes before what can be changed: later, it would take back what the visitor has changed by then.
  const steps = [attach, drawTo(1), ...(contact ? [recall] : []), drawTo(2), drawTo(3)];
  const goOn = guard(async () => {
    try {
      const waits = steps.shift()?.();
      if (waits) await waits;
    } finally {
      if (steps.length) later(goOn);
    }
  });

  element.setAttribute("aria-modal", "true");
  draw();
  later(goOn);
  return () => {
    steps.length = 0;
    if (!element.isConnected) return;
    release?.();
    element.remove();
    render(null, element);
    render(null, root);
    if (before instanceof HTMLElement) before.focus();
  };
}

/** Hands over what is known as a JSON file. */
function saveFile(known: View["known"]): void {
  if (typeof known !== "object") return;
  const address = URL.createObjectURL(new Blob([JSON.stringify(known.data, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${location.hostname}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

function nextTask(run: () => void): void {
  setTimeout(run);
}
