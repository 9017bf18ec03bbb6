/* Writes down what this tab is told. */
window.told = [];
window.ghostlight = [
  ["on", "stage", ({ stage }) => window.told.push(`stage ${stage}`)],
  ["on", "segment", ({ id, entered }) => window.told.push(`${entered ? "in" : "out of"} ${id}`)],
];
