/** The frame of the first layer as data: nested boxes and the slots in them. */

export interface Box {
  readonly tag: "div" | "slot";
  readonly name: string;
  readonly role?: string;
  readonly children?: readonly Box[];
}

const slot = (name: string): Box => ({ tag: "slot", name });

/** Text scrolls where the window is low; the buttons below it never do. */
export const BANNER_LAYOUT: readonly Box[] = [
  {
    tag: "div",
    name: "text",
    children: [
      slot("title"),
      slot("now"),
      slot("body"),
      slot("list-title"),
      { tag: "div", name: "list", role: "list", children: [slot("list")] },
      slot("always"),
      slot("policy"),
    ],
  },
  { tag: "div", name: "actions", children: [slot("actions")] },
];
