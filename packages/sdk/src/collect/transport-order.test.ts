import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LINGER, setUp, startClock, stopClock } from "../../test/delivery.ts";
import { idsOf } from "../../test/server.ts";

beforeEach(startClock);
afterEach(stopClock);

test("whatever happens on the way, each message is taken once and in order", async () => {
  const wire = ["send", "wait", 200, 503, "lost"] as const;
  const steps = fc.array(fc.constantFrom(...wire), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(steps, async (way) => {
      const { server, send, wait, sweep } = setUp();
      const sent: string[] = [];
      const taken: string[] = [];
      const answers = { count: 0 };
      const answer = async (outcome: unknown) => {
        const batch = idsOf(server.posts)[answers.count];
        if (!batch) return;
        answers.count++;
        await server.answer(outcome);
        if (outcome === 200) taken.push(...batch);
      };
      for (const step of way) {
        if (step === "send") {
          sent.push(String(sent.length));
          send(...sent.slice(-1));
        }
        if (step === "wait") await wait(LINGER);
        if (step === 200 || step === 503 || step === "lost") await answer(step);
      }
      for (let round = 0; round < 3; round++) {
        await wait(3_600_000);
        await answer(200);
      }
      sweep();
      expect(taken).toEqual(sent);
    }),
    { numRuns: 30 },
  );
});
