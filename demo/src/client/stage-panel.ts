/** The part of the demo's panel that says where the visitor stands: stage, since when, why, segments and what time will bring. */
import { type WhyWords, whyText } from "../panel/why-text.ts";
import { fill } from "../texts/format.ts";
import { type Explanation, type Ghostlight, tell } from "./ghostlight.ts";
import { language, need } from "./page.ts";

const wordsOf = <T>(element: HTMLElement): T => JSON.parse(element.dataset.words ?? "{}");

const dateText = (at: number | string): string =>
  new Date(at).toLocaleString(language(), { dateStyle: "medium", timeStyle: "short" });

/** What the panel reads of a kept ghost. Another shape shows nothing rather than something wrong. */
interface Kept {
  readonly stage?: readonly [name: string, since: number];
  readonly segments?: Readonly<Record<string, number>>;
  readonly identified?: boolean;
}

const keptOf = async (ghostlight: Ghostlight): Promise<Kept> => {
  const ghost = (await ghostlight.profile.export())?.data?.ghost;
  return typeof ghost === "object" && ghost !== null ? ghost : {};
};

const say = (selector: string, date: number | string | undefined): void => {
  const element = need(selector);
  element.hidden = date === undefined;
  if (date !== undefined) element.textContent = fill(element.dataset.text ?? "", { date: dateText(date) });
};

const showStage = (stage: string | undefined): void => {
  need("[data-stage-unknown]").hidden = stage !== undefined;
  need("[data-stage-known]").hidden = stage === undefined;
  for (const item of document.querySelectorAll<HTMLElement>("[data-stage]")) {
    if (item.dataset.stage === stage) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  }
};

const showSegments = (segments: readonly string[], { segments: since = {} }: Kept): void => {
  const list = need("[data-segments]");
  const names = wordsOf<Readonly<Record<string, string>>>(list);
  need("[data-segments-none]").hidden = segments.length > 0;
  list.replaceChildren(
    ...segments.map((id) => {
      const item = document.createElement("li");
      const name = document.createElement("strong");
      name.textContent = id;
      const from = since[id];
      const entered = from === undefined ? "" : ` · ${fill(list.dataset.text ?? "", { date: dateText(from) })}`;
      item.append(name, ` ${names[id] ?? ""}${entered}`);
      return item;
    }),
  );
};

/** A clause, and below it those it is made of. */
const clauseItem = (why: Explanation, words: WhyWords): HTMLElement => {
  const item = document.createElement("li");
  const line = document.createElement("span");
  line.dataset.held = String(why.held);
  const held = document.createElement("span");
  held.className = "unseen";
  held.textContent = `${why.held ? words.yes : words.no}: `;
  line.append(held, whyText(why, words, language()));
  item.append(line);
  if (why.parts?.length) {
    const list = document.createElement("ul");
    list.append(...why.parts.map((part) => clauseItem(part, words)));
    item.append(list);
  }
  return item;
};

const showWhy = (why: Explanation | undefined): void => {
  const list = need("[data-why]");
  // The last stage asks for nothing: an empty list of demands says nothing to anybody.
  const says = why && (why.kind !== "all" || why.parts?.length) ? [why] : [];
  need("[data-why-none]").hidden = says.length > 0;
  list.replaceChildren(...says.map((one) => clauseItem(one, wordsOf<WhyWords>(list))));
};

/** The earliest instant at which a rule about stages changes with no new event. */
const nextFlip = async (ghostlight: Ghostlight): Promise<string | undefined> => {
  const items = [...document.querySelectorAll<HTMLElement>("[data-stage]")];
  const all = await Promise.all(items.map(({ dataset }) => ghostlight.why(dataset.stage ?? "")));
  return all.flatMap((why) => why?.flips ?? []).sort()[0];
};

/** Draws the whole part. What was asked for earlier and comes later than the next drawing is left out. */
const draw = async (ghostlight: Ghostlight, isLatest: () => boolean): Promise<void> => {
  const stage = ghostlight.stage();
  showStage(stage);
  if (stage === undefined) return;
  const [kept, why, flip] = await Promise.all([keptOf(ghostlight), ghostlight.why(stage), nextFlip(ghostlight)]);
  if (!isLatest()) return;
  say("[data-since]", kept.stage?.[0] === stage ? kept.stage[1] : undefined);
  say("[data-next]", flip);
  need("[data-ghost]").hidden = kept.identified !== false;
  need("[data-known]").hidden = kept.identified !== true;
  showSegments(ghostlight.segments(), kept);
  showWhy(why);
};

/** Follows stage and segments while the panel is open; returns what draws anew. */
export const startStagePanel = (isOpen: () => boolean): (() => void) => {
  const turn = { count: 0 };
  const refresh = (): void =>
    tell((ghostlight) => {
      turn.count += 1;
      const mine = turn.count;
      if (isOpen()) void draw(ghostlight, () => mine === turn.count);
      else showStage(ghostlight.stage());
    });
  tell(["on", "stage", refresh], ["on", "segment", refresh]);
  return refresh;
};
