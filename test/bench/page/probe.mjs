// @ts-check
/** What is watched from inside the page, the same in all; it runs before anything else of the page. */

/** Notes in `window.probe` when a dialog could first be seen, and how much the layout shifted. */
export function probe() {
  /** @type {{ dialog: number | undefined, shift: number }} */
  const seen = { dialog: undefined, shift: 0 };
  Object.assign(window, { probe: seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += Reflect.get(entry, "value");
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    const dialog = document.querySelector('[role="dialog"]');
    const box = dialog?.getBoundingClientRect();
    const isSeen =
      dialog?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      box &&
      box.width > 0 &&
      box.top < innerHeight &&
      box.bottom > 0;
    if (!isSeen) {
      requestAnimationFrame(look);
      return;
    }
    // A message comes after the frame was drawn.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      seen.dialog ??= performance.now();
    };
    port2.postMessage(0);
  };
  const watch = new MutationObserver(() => {
    if (!document.querySelector('[role="dialog"]')) return;
    watch.disconnect();
    look();
  });
  watch.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["role"] });
}
