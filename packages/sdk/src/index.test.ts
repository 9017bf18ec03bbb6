// @vitest-environment node
import { afterEach, expect, test, vi } from "vitest";

/** Names that a server, or a test of a host, would miss or find changed. */
const globals = () => Object.getOwnPropertyNames(globalThis).sort();

afterEach(() => void vi.resetModules());

test("importing on a server needs no browser and touches no global", async () => {
  const before = globals();
  const prototypes = [Array.prototype, Object.prototype, Promise.prototype].map(Object.getOwnPropertyNames);
  const { createGhostlight, VERSION } = await import("./index.ts");
  expect(globals()).toEqual(before);
  expect([Array.prototype, Object.prototype, Promise.prototype].map(Object.getOwnPropertyNames)).toEqual(prototypes);
  expect(createGhostlight).toBeTypeOf("function");
  expect(VERSION).toMatch(/^\d+\.\d+\.\d+/);
});

test("importing starts nothing", async () => {
  const timer = vi.spyOn(globalThis, "setTimeout");
  const request = vi.spyOn(globalThis, "fetch");
  await import("./index.ts");
  expect(request).not.toHaveBeenCalled();
  expect(timer.mock.calls.filter(([, ms]) => ms === undefined || ms > 0)).toEqual([]);
});
