/** Looks, once a dialog is drawn, whether its answers differ in anything at all: mostly not, and nothing has to come to judge. */
import type { Guard } from "../../env/guard.ts";

/**
 * Calls `differ` where they do; whether one weighs more is not said here. Two frames on: then what is asked for is known,
 * and the page is not made to lay itself out for it.
 */
export function watchAnswers(dialog: Element, guard: Guard, differ: () => void): void {
  const look = guard(() => {
    const drawn = [...dialog.querySelectorAll("[slot=actions]")].map((answer) => {
      const { width, height, fontSize, fontWeight, color, backgroundColor } = getComputedStyle(answer);
      // In whole pixels: in a zoomed page, halves of one width differ by a fraction of one.
      const size = [width, height].map(Number.parseFloat).map(Math.floor);
      return [size, fontSize, fontWeight, color, backgroundColor].join();
    });
    if (new Set(drawn).size > 1) differ();
  });
  requestAnimationFrame(() => requestAnimationFrame(look));
}
