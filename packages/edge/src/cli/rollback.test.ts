/** To which publication a rollback goes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PublicationHead } from "../store/publications.ts";
import { targetOf } from "./rollback.ts";

/** A history, the newest first, of what each entry restores, the oldest first. */
const history = (restored: readonly (number | undefined)[], oldest = 1): PublicationHead[] =>
  restored
    .map((restores, index) => ({
      number: oldest + index,
      at: 0,
      sha256: "",
      version: "",
      note: "",
      ...(restores !== undefined && { restores }),
    }))
    .toReversed();
const no = undefined;

test.each([
  [[no, no], no, 1],
  [[no, no, no], no, 2],
  [[no, no, no, 2], no, 1],
  [[no, no, no, 2, no], no, 2],
  [[no, no, no, 1, no], no, 1],
  [[no, no, no], 1, 1],
  [[no, no, no], 3, 3],
  [[no, no, no, 2], 4, 4],
])("from %j, to %j: %i", (restored, to, target) => {
  expect(targetOf(history(restored), to)).toBe(target);
});

test.each([
  [[], 1, no, "nothing was published of it"],
  [[no], 1, no, "number 1 is current; nothing is kept from before it to go back to"],
  [
    [no, no, 1],
    1,
    no,
    "number 3 is current, and is number 1 again; nothing is kept from before it to go back to; name another",
  ],
  [[no, no], 1, 3, "there is no number 3; there are numbers 1 to 2"],
  [[no], 1, 2, "there is no number 2; there are only number 1"],
  [[no, no], 41, 40, "there is no number 40; there are numbers 41 to 42"],
  [[2, no], 41, 2, "there is no number 2;"],
])("from %j, of which the oldest is %i, to %j: none, and why", (restored, oldest, to, reason) => {
  expect(targetOf(history(restored, oldest), to)).toContain(reason);
});

test("one rollback after the other goes back to the first, without going in circles", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (steps) => {
      const restored: (number | undefined)[] = [no];
      const back = (): boolean => {
        const target = targetOf(history(restored), no);
        if (typeof target === "number") restored.push(target);
        return typeof target === "number";
      };
      for (const isRollback of steps) if (!isRollback || !back()) restored.push(no);
      const content = () => restored.at(-1) ?? restored.length;
      let before = content();
      while (back()) {
        expect(content()).toBeLessThan(before);
        before = content();
      }
      expect(before).toBe(1);
    }),
  );
});
