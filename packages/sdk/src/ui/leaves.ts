/** The first layer's text and buttons as data, each with the slot of the frame that it goes into. */
import type { BannerPart } from "@ghostlight/rules";

/** A node in the page's own tree, where every tool can read and press it. */
export interface Leaf {
  readonly tag: "h2" | "p" | "button" | "a" | "li";
  readonly slot: string;
  readonly text?: string | undefined;
  /** Comes before the text, and stands out. */
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly press?: () => void;
}

/** What the first layer says, and what its buttons do. */
export interface LeavesHost {
  readonly part: BannerPart;
  /** What was answered before; undefined: nothing. */
  readonly answered: boolean | undefined;
  readonly gpc: boolean;
  /** Unfolds the purposes, and folds them again. */
  readonly toggle: () => void;
  readonly answer: (yes: boolean) => void;
  readonly choose: () => void;
  readonly close: () => void;
}

/** Ids that the dialog's label and description point to. */
export const TITLE_ID = "ghostlight-title";
export const BODY_ID = "ghostlight-body";

/** In the order of the frame, which is also the order of Tab. */
export function leavesOf({ part, answered, gpc, toggle, answer, choose, close }: LeavesHost): readonly Leaf[] {
  const { regime, texts, purposes, policy } = part;
  const say = (slot: string, text: string, attributes?: Leaf["attributes"]): Leaf => ({
    tag: "p",
    slot,
    text,
    attributes,
  });
  const button = (slot: string, press: () => void, text?: string, attributes?: Leaf["attributes"]): Leaf => ({
    tag: "button",
    slot,
    text,
    attributes: { type: "button", ...attributes },
    press,
  });
  const action = (text: string, yes: boolean): Leaf => button("actions", () => answer(yes), text);
  return [
    { tag: "h2", slot: "title", text: texts.title, attributes: { id: TITLE_ID, tabindex: "-1" } },
    button("close", close, "", { "aria-label": texts.close }),
    ...(answered === undefined ? [] : [say("now", answered ? texts.accepted : texts.refused)]),
    ...(gpc ? [say("gpc", texts.gpc)] : []),
    say("body", texts.body, { id: BODY_ID }),
    button("more", toggle, texts.list, { "aria-expanded": "false" }),
    // Not by Intl.ListFormat, whose first use takes 20 ms: it would be the longest part of all this.
    say("names", purposes.map(({ name }) => name).join(", ")),
    say("always", texts.always),
    ...(regime === "notice"
      ? [action(texts.understood, true)]
      : [action(texts.refuse, false), action(texts.accept, true)]),
    button("choose", choose, texts.choose),
    ...(policy ? [{ tag: "a", slot: "policy", text: texts.policy, attributes: { href: policy } } as const] : []),
  ];
}

/** What each purpose is for, to be unfolded. */
export function purposeLeaves({ purposes }: BannerPart): readonly Leaf[] {
  return purposes.map(({ name, text, services }) => ({
    tag: "li",
    slot: "list",
    name,
    text: ` ${text}${services[0] ? ` (${services.join(", ")})` : ""}`,
  }));
}
