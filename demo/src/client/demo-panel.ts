/** The panel for whoever tries the demo: opens it, shows what was agreed to, and moves the clock. */
import { emptyCart } from "../cart/cart.ts";
import { writeCart } from "./cart-store.ts";
import { readOffset, writeOffset } from "./clock-store.ts";
import { type ConsentState, tell } from "./ghostlight.ts";
import { language, need } from "./page.ts";
import { startStagePanel } from "./stage-panel.ts";

const showConsent = ({ purposes }: ConsentState): void => {
  for (const state of document.querySelectorAll<HTMLElement>("[data-purpose-state]")) {
    state.dataset.granted = String(purposes.includes(state.dataset.purposeState ?? ""));
  }
};

const showTime = (): void => {
  const time = need<HTMLTimeElement>("[data-clock-shows]");
  const now = new Date(Date.now() + readOffset());
  time.dateTime = now.toISOString();
  time.textContent = now.toLocaleString(language(), { dateStyle: "full", timeStyle: "short" });
};

const travelTo = (offset: number): void => {
  writeOffset(offset);
  tell(["travel", offset]);
  showTime();
};

const startClock = (): void => {
  for (const button of document.querySelectorAll<HTMLElement>("[data-clock-add]")) {
    button.addEventListener("click", () => travelTo(readOffset() + Number(button.dataset.clockAdd)));
  }
  need("[data-clock-reset]").addEventListener("click", () => travelTo(0));
  setInterval(showTime, 20_000);
  showTime();
};

const startOver = (): void => {
  writeCart(emptyCart);
  travelTo(0);
  tell(["consent.reset"]);
  location.assign(language() === "it" ? "/it/" : "/");
};

/** A script that did load has replaced the plain queue by its own object. */
const isMissing = (): boolean => Array.isArray(window.ghostlight);

const startTab = (opened: () => void): void => {
  const tab = need("[data-demo-tab]");
  const panel = need("#demo-panel");
  const open = (wanted: boolean): void => {
    panel.hidden = !wanted;
    tab.setAttribute("aria-expanded", String(wanted));
    need("[data-demo-missing]").hidden = !isMissing();
    if (wanted) opened();
  };
  tab.addEventListener("click", () => open(panel.hidden !== false));
  need("[data-demo]").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    open(false);
    tab.focus();
  });
};

export const startDemoPanel = (): void => {
  need("[data-demo]").hidden = false;
  const refresh = startStagePanel(() => !need("#demo-panel").hidden);
  startTab(refresh);
  startClock();
  need("[data-start-over]").addEventListener("click", startOver);
  tell(
    [
      "on",
      "consent",
      (state: ConsentState) => {
        showConsent(state);
        refresh();
      },
    ],
    ({ consent }) => showConsent(consent.get()),
  );
};
