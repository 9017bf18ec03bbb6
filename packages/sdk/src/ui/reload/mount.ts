/** A calm notice that something withdrawn stops only when the page is loaded again. It never loads it by itself. */
import type { EmbedsPart } from "@ghostlight/rules";
import type { Permissions } from "../../consent/consent.ts";
import type { Guard } from "../../env/guard.ts";
import { css } from "./reload.css";

/** Shows that this runs on; returns what removes the notice. It takes no focus, and gives back what it was given. */
export function mountReload(part: EmbedsPart, { purposes, services }: Permissions, guard: Guard): () => void {
  const { language, direction, theme, texts } = part;
  const names = [...services.map((id) => part.services[id] ?? id), ...purposes.map((id) => part.purposes[id] ?? id)];
  const notice = document.createElement("div");
  const attributes = { role: "status", lang: language, dir: direction };
  for (const [name, value] of Object.entries(attributes)) notice.setAttribute(name, value);
  for (const [name, value] of Object.entries(theme)) notice.style.setProperty(name, value);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const root = notice.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  root.append(frame());

  const before: EventTarget[] = [];
  notice.addEventListener("focusin", ({ relatedTarget }) => {
    if (relatedTarget && !notice.contains(relatedTarget as Node)) before.splice(0, 1, relatedTarget);
  });
  const remove = (): void => {
    const held = notice.contains(document.activeElement);
    notice.remove();
    const [last] = before;
    if (held && last instanceof HTMLElement) last.focus();
  };
  const button = (text: string, run: () => void): HTMLElement => {
    const made = slotted("button", "actions", text);
    made.setAttribute("type", "button");
    made.addEventListener("click", guard(run));
    return made;
  };
  document.body.prepend(notice);
  const list = names.join(", ");
  // Into a region that is there already: what comes along with one is not read out.
  requestAnimationFrame(
    guard(() =>
      notice.append(
        slotted(
          "p",
          "text",
          texts.running.replace("{names}", () => list),
        ),
        button(texts.reload, () => location.reload()),
        button(texts.later, remove),
      ),
    ),
  );
  return remove;
}

function slotted(tag: string, slot: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.slot = slot;
  element.append(text);
  return element;
}

/** Static: no text lies here, so that assistive tools and extensions find all of it in the page. */
function frame(): HTMLElement {
  const panel = document.createElement("div");
  panel.className = "panel";
  for (const name of ["text", "actions"]) {
    const slot = document.createElement("slot");
    slot.name = name;
    const box = document.createElement("div");
    box.className = name;
    box.append(slot);
    panel.append(box);
  }
  return panel;
}
