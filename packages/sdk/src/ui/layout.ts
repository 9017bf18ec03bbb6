/** The frame of the first layer as data: nested boxes and the slots in them. */

export interface Box {
  readonly tag: "div" | "slot";
  readonly name: string;
  readonly role?: string;
  readonly children?: readonly Box[];
}

const slot = (name: string): Box => ({ tag: "slot", name });
const box = (name: string, ...children: readonly Box[]): Box => ({ tag: "div", name, children });

/** Text scrolls where the window is low; the buttons below it do not. */
export const BANNER_LAYOUT: readonly Box[] = [
  box(
    "panel",
    box(
      "text",
      box("head", slot("title"), slot("close")),
      slot("now"),
      slot("gpc"),
      slot("body"),
      slot("more"),
      slot("names"),
      box("list", { tag: "div", name: "items", role: "list", children: [slot("list")] }, slot("always")),
    ),
    box("foot", box("actions", slot("actions")), box("quiet", slot("choose"), slot("policy"))),
  ),
];
