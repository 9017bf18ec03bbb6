/** Which places of a batch are named, and that no more of it is looked at than these take. */
import { expect, test } from "vitest";
import { event } from "../../test/fixture.ts";
import { findIssues } from "./shape.ts";

const sentAt = "2026-03-01T12:00:00.000Z";

test("names twenty places at most, in the order of the batch", () => {
  const bad = event("a", { type: "alias", event: undefined, messageId: 7 });
  const issues = findIssues({ sentAt: "today", batch: [event("a"), ...Array(30).fill(bad)] });
  expect(issues).toHaveLength(20);
  expect(issues.slice(0, 4).map(({ path }) => path)).toEqual([
    "sentAt",
    "batch.1.messageId",
    "batch.1.previousId",
    "batch.2.messageId",
  ]);
  expect(issues.at(-1)).toEqual({ path: "batch.10.messageId", message: "it must be a text" });
});

test("looks at no event after the last that is named: one sender could keep all others waiting", () => {
  const seen = new Set<number>();
  const events = Array.from({ length: 1_000 }, (_, at) =>
    Object.defineProperty(event(`e${at}`), "type", {
      get() {
        seen.add(at);
        return at < 100 ? "page" : "tick";
      },
    }),
  );
  expect(findIssues({ sentAt, batch: events })).toHaveLength(20);
  expect(seen.size).toBe(120);
});
