/** Keeps the visitor within a modal dialog until it is closed: the page behind neither scrolls nor takes the focus. */

/** Returns what gives the page back as it was. The dialog is a child of the body. */
export function holdPage(dialog: HTMLElement): () => void {
  const { documentElement: page, body } = document;
  const { overflow } = page.style;
  page.style.overflow = "hidden";
  const others = [...body.children].filter((one) => one !== dialog && !one.hasAttribute("inert"));
  for (const one of others) one.setAttribute("inert", "");
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Tab") return;
    const stops = tabStops(dialog);
    const [first] = stops;
    const last = stops.at(-1);
    const [now] = event.composedPath();
    const leaves = event.shiftKey ? now === first || !stops.some((stop) => stop === now) : now === last;
    if (!leaves) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  };
  dialog.addEventListener("keydown", onKey);
  return () => {
    dialog.removeEventListener("keydown", onKey);
    page.style.overflow = overflow;
    for (const one of others) one.removeAttribute("inert");
  };
}

/** What Tab stops at, in its order: through shadow roots and slots, as they are drawn. */
function tabStops(node: Element): HTMLElement[] {
  const slotted = node instanceof HTMLSlotElement ? node.assignedElements() : [];
  const children = slotted.length ? slotted : [...(node.shadowRoot ?? node).children];
  const isStop = node.matches("a[href],button:enabled,input:enabled,select,summary") && isDrawn(node);
  return [...(isStop && node instanceof HTMLElement ? [node] : []), ...children.flatMap(tabStops)];
}

/** Where the browser cannot tell, everything is. */
function isDrawn(node: Element): boolean {
  return node.checkVisibility?.({ visibilityProperty: true }) ?? true;
}
