/** Puts the preference center on the page and takes it off again. */
import type { CenterPart, Purpose } from "@ghostlight/rules";
import { render } from "preact";
import { NO_PREFERENCES } from "../../consent/preferences.ts";
import { css } from "../center.css";
import { createDialog } from "../dialog/mount.ts";
import type { CenterHost } from "../host.ts";
import { holdPage } from "../modal/apply.ts";
import { Center } from "./Center.tsx";
import { CENTER_TITLE_ID, Slotted } from "./Slotted.tsx";
import type { View } from "./view.ts";

type Change = Partial<Pick<View, "answers" | "preferences" | "known" | "asking" | "status">>;

/** Shows the center, over everything else; returns what removes it and gives the focus back. */
export function mountCenter(part: CenterPart, host: CenterHost): () => void {
  const { guard } = host;
  const { texts, channels } = part;
  const before = document.activeElement;
  const close = guard(() => host.close());
  const element = createDialog({ ...part, title: CENTER_TITLE_ID, css, close });
  const root = element.shadowRoot ?? element;
  const { purposes, gpc } = host.state();
  const asked = part.purposes.map(({ id }) => id).filter((id) => id !== "necessary");
  const answersBy = (yes: (purpose: Purpose) => boolean) => Object.fromEntries(asked.map((id) => [id, yes(id)]));
  let touched = false;
  let view: View = {
    part,
    gpc,
    answers: answersBy((purpose) => purposes.includes(purpose)),
    preferences: NO_PREFERENCES,
    known: "loading",
    asking: false,
    status: undefined,
    answer: (purpose, yes) => change({ answers: { ...view.answers, [purpose]: yes } }),
    prefer(preferences) {
      touched = true;
      change({ preferences });
    },
    save: attempt(async (all?: boolean) => {
      if (touched) await host.preferences.set(view.preferences);
      host.save(all === undefined ? view.answers : answersBy(() => all));
      host.close();
    }),
    download: attempt(() => saveFile(view.known)),
    ask(asking) {
      change({ asking });
      if (!asking) root.querySelector<HTMLElement>(".erase")?.focus();
    },
    erase: attempt(async () => {
      await host.erase();
      change({ known: { segments: [], data: undefined }, asking: false, status: texts.erased });
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

  element.setAttribute("aria-modal", "true");
  draw();
  document.body.append(element);
  const release = holdPage(element);
  focusTitle();
  guard(async () => {
    try {
      change({ known: await host.known() });
    } catch (error) {
      change({ known: undefined });
      throw error;
    }
  })();
  if (channels.length) guard(async () => change({ preferences: await host.preferences.get() }))();
  return () => {
    if (!element.isConnected) return;
    release();
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
