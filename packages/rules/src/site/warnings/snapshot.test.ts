import { expect, test } from "vitest";
import { siteWith } from "../../../test/site.ts";
import { warnOfSnapshot } from "./snapshot.ts";

/** So many experiences, two in each slot, with the longest name that a slot may have. */
const site = (slots: number, snapshot = true) =>
  siteWith({
    snapshot,
    experiences: Object.fromEntries(
      Array.from({ length: 2 * slots }, (_, n) => [
        `e${n}`,
        { slot: `s${n >> 1}`.padEnd(40, "-"), if: { event: "A" }, show: { text: "x" } },
      ]),
    ),
  });

test("names that may have no room are told, with what they need", () => {
  expect(warnOfSnapshot(site(46))).toEqual([
    {
      path: "snapshot",
      value: true,
      message:
        "the names of 46 slots may need 2019 bytes of a snapshot, which has 2000; then slots that keep their default wait for the engine, too",
      mend: "give slots shorter names, or use fewer of them",
    },
  ]);
});

test("nothing is said where they have room, or where there is no snapshot", () => {
  expect(warnOfSnapshot(site(45))).toEqual([]);
  expect(warnOfSnapshot(site(46, false))).toEqual([]);
});
