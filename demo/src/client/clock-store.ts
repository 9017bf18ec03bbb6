/** Remembers for this tab how far the demo's clock is ahead, and leaves nothing behind when it is not. */

const key = "lanterna.clock";

/** ms that the demo is ahead of the real time; 0 when nobody moved the clock. */
export const readOffset = (): number => {
  const offset = Number(sessionStorage.getItem(key));
  return Number.isFinite(offset) && offset > 0 ? offset : 0;
};

export const writeOffset = (offset: number): void => {
  if (offset > 0) sessionStorage.setItem(key, String(offset));
  else sessionStorage.removeItem(key);
};
