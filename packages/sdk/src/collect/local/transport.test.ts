/** Where there is no edge: messages are made, and nothing is kept. */
import { expect, test } from "vitest";
import type { Seal } from "../seal.ts";
import { createTransport as createDelivery, type Transport } from "../transport.ts";
import { createTransport } from "./transport.ts";

const sealed: (string | undefined)[] = [];
const seal: Seal = (identity) => {
  sealed.push(identity?.anonymousId);
  return {
    identity: { anonymousId: identity?.anonymousId ?? "made" } as never,
    message: { type: "track" } as never,
    weight: 1,
  };
};

test("makes each message of the visitor that the last one was of, until that is erased", async () => {
  const transport = createTransport();
  expect(await transport.take(seal)).toEqual({ type: "track" });
  await transport.take(seal);
  await transport.flush();
  expect(await transport.read()).toBeUndefined();
  await transport.erase();
  await transport.take(seal);
  expect(sealed).toEqual([undefined, "made", undefined]);
});

test("can do whatever delivery can", () => {
  const delivery: (...host: never[]) => Transport = createDelivery;
  const local: typeof delivery = createTransport;
  expect(Object.keys(local())).toEqual(["take", "flush", "read", "erase"]);
});
