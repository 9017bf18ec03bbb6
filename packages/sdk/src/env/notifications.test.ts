import { afterEach, expect, test, vi } from "vitest";
import { askNotifications, readNotifications } from "./notifications.ts";

function browser(permission: string, answer = permission) {
  const requestPermission = vi.fn(async () => answer);
  vi.stubGlobal(
    "Notification",
    Object.assign(() => {}, { permission, requestPermission }),
  );
  return requestPermission;
}

afterEach(() => void vi.unstubAllGlobals());

test.each(["default", "denied", "granted"])("reading tells %s, and asks nothing", (permission) => {
  const asked = browser(permission);
  expect(readNotifications()).toBe(permission);
  expect(asked).not.toHaveBeenCalled();
});

test("a browser without notifications is not asked", async () => {
  vi.stubGlobal("Notification", undefined);
  expect([readNotifications(), await askNotifications()]).toEqual(["missing", "missing"]);
});

test.each(["granted", "denied", "default"])("asking tells the answer: %s", async (answer) => {
  const asked = browser("default", answer);
  const answered = askNotifications();
  // In the same turn, while the press still counts.
  expect(asked).toHaveBeenCalledOnce();
  expect(await answered).toBe(answer);
});

test.each(["denied", "granted"])("who has said %s is not asked again", async (permission) => {
  const asked = browser(permission);
  expect(await askNotifications()).toBe(permission);
  expect(asked).not.toHaveBeenCalled();
});
