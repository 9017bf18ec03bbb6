// @ts-check
/** What is watched from inside the page, the same in all; it runs before anything else of the page. */

/**
 * Notes in `window.probe` when a dialog could first be seen, how much the layout shifted, and what was thrown. It looks only after frames
 * were drawn: to ask for a box or a style before would make the page lay itself out for that (seen: 25 ms of the 60 that
 * the three tools took).
 */
export function probe() {
  /** @type {{ dialog: number | undefined, shift: number, thrown: string[] }} */
  const seen = { dialog: undefined, shift: 0, thrown: [] };
  Object.assign(window, { probe: seen });
  addEventListener("error", ({ message }) => void seen.thrown.push(message));
  addEventListener("unhandledrejection", ({ reason }) => void seen.thrown.push(String(reason)));
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += Reflect.get(entry, "value");
  }).observe({ type: "layout-shift", buffered: true });

  /** @param {Element} dialog on the screen */
  const look = (dialog) => {
    if (dialog.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
      seen.dialog = performance.now();
      return;
    }
    // A message of a frame's callback comes after the frame was drawn.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => look(dialog);
      port2.postMessage(0);
    });
  };
  const boxes = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    boxes.disconnect();
    look(entry.target);
  });
  const tree = new MutationObserver(() => {
    const dialog = document.querySelector('[role="dialog"]');
    if (!dialog) return;
    tree.disconnect();
    boxes.observe(dialog);
  });
  tree.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["role"] });
}
