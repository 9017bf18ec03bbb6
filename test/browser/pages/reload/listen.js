/* What a page can know of it: what of it runs on, and what was chosen. */
window.running = [];
window.chosen = [];
window.ghostlight.push(
  ["on", "reload", ({ purposes, services }) => window.running.push([...purposes, ...services])],
  ["on", "consent", ({ purposes }) => window.chosen.push(purposes)],
);
