/** The shop's own question and settings, drawn from what Ghostlight says and answered through it. */
import { type ConsentState, tell } from "./ghostlight.ts";
import { language, need } from "./page.ts";

const boxes = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>("[data-own-purpose]")];

const answer = (yes: (box: HTMLInputElement) => boolean): void =>
  tell(["consent.set", Object.fromEntries(boxes().map((box) => [box.name, yes(box)]))]);

const nameOf = (box: HTMLInputElement): string =>
  box.closest("label")?.querySelector(".own-purpose-name")?.textContent ?? box.name;

const draw = ({ chosen, purposes }: ConsentState): void => {
  const banner = need("[data-own-banner]");
  // Whoever answered by keyboard goes on with the page.
  if (chosen && banner.contains(document.activeElement)) need("#content").focus();
  banner.hidden = chosen;
  for (const box of boxes()) box.checked = purposes.includes(box.name);
  const state = need("[data-own-state]");
  const names = boxes().flatMap((box) => (box.checked ? [nameOf(box)] : []));
  const { asking = "", none = "", some = "" } = state.dataset;
  const list = new Intl.ListFormat(language()).format(names);
  if (names.length) state.textContent = some.replace("{names}", () => list);
  else state.textContent = chosen ? none : asking;
};

export const startHeadlessPage = (): void => {
  for (const button of document.querySelectorAll<HTMLElement>("[data-own-answer]")) {
    button.addEventListener("click", () => answer(() => button.dataset.ownAnswer === "yes"));
  }
  need("[data-own-settings]").addEventListener("submit", (event) => {
    event.preventDefault();
    answer((box) => box.checked);
  });
  need("[data-own-forget]").addEventListener("click", () => tell(["consent.reset"]));
  tell(["on", "consent", draw]);
};
