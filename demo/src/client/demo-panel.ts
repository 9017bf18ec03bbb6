/** The panel for whoever tries the demo: shows stage and consent as Ghostlight tells them, and moves the clock. */
import { emptyCart } from "../cart/cart.ts";
import { writeCart } from "./cart-store.ts";
import { readOffset, writeOffset } from "./clock-store.ts";
import { type ConsentState, tell } from "./ghostlight.ts";
import { language, need } from "./page.ts";

const showStage = (stage: string | undefined): void => {
  need("[data-stage-unknown]").hidden = stage !== undefined;
  need("[data-stages]").hidden = stage === undefined;
  for (const item of document.querySelectorAll<HTMLElement>("[data-stage]")) {
    if (item.dataset.stage === stage) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  }
};

const showConsent = ({ purposes }: ConsentState): void => {
  for (const state of document.querySelectorAll<HTMLElement>("[data-purpose-state]")) {
    state.dataset.granted = String(purposes.includes(state.dataset.purposeState ?? ""));
  }
  if (!purposes.includes("personalization")) showStage(undefined);
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

const startTab = (): void => {
  const tab = need("[data-demo-tab]");
  const panel = need("#demo-panel");
  const open = (wanted: boolean): void => {
    panel.hidden = !wanted;
    tab.setAttribute("aria-expanded", String(wanted));
    need("[data-demo-missing]").hidden = !isMissing();
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
  startTab();
  startClock();
  need("[data-start-over]").addEventListener("click", startOver);
  tell(
    ["on", "stage", ({ stage }: { readonly stage: string }) => showStage(stage)],
    ["on", "consent", showConsent],
    ({ consent }) => showConsent(consent.get()),
  );
};
