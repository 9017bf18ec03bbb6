import { fireEvent, screen, waitFor, within } from "@testing-library/dom";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CENTER, FRAME, NOTHING_KNOWN, profileOf, REACHABLE } from "../../../test/center.ts";
import { NO_PREFERENCES, type Preferences, type Wishes } from "../../consent/preferences.ts";
import { createGuard } from "../../env/guard.ts";
import type { CenterHost } from "../host.ts";
import { mountCenter } from "./mount.tsx";

const TODAY = new Date(2026, 10, 22, 12);
const closers: (() => void)[] = [];

async function open(kept: Partial<Preferences> = {}, part = REACHABLE, host: Partial<CenterHost> = {}) {
  const note = vi.fn();
  const preferences = {
    get: vi.fn(async (): Promise<Preferences> => ({ ...NO_PREFERENCES, ...kept })),
    set: vi.fn(async (_: Wishes) => {}),
  };
  const profile = profileOf(async () => NOTHING_KNOWN);
  const told = { save: vi.fn(), close: vi.fn(), profile, preferences };
  const state = () => ({ chosen: true, purposes: [], services: [], regime: "opt-in", gpc: false }) as const;
  const given = { ...FRAME, state, guard: createGuard(note), note };
  closers.push(mountCenter(part, { ...given, ...told, ...host }, (run) => run()));
  if (part.channels.length) await waitFor(() => frame().getByText("[channels]"));
  return { note, ...told };
}
/** The frame, in the dialog's root. */
const frame = () => within(screen.getByRole("dialog").shadowRoot?.firstElementChild as HTMLElement);
const box = (role: string, name: string) => frame().getByRole<HTMLInputElement>(role, { name });
const field = (name: string) => frame().getByLabelText<HTMLInputElement>(name, { selector: "input, select" });
const save = () => fireEvent.click(screen.getByRole("button", { name: "[save]" }));
const pressInside = (name: string) => fireEvent.click(frame().getByRole("button", { name }));
const saved = ({ preferences }: Awaited<ReturnType<typeof open>>) => preferences.set.mock.lastCall?.[0];

function browser(permission: string, answer = permission) {
  const requestPermission = vi.fn(async () => answer);
  vi.stubGlobal(
    "Notification",
    Object.assign(() => {}, { permission, requestPermission }),
  );
  return requestPermission;
}

beforeEach(() => {
  document.body.replaceChildren();
  vi.useFakeTimers({ toFake: ["Date"], now: TODAY });
});
afterEach(() => {
  for (const remove of closers.splice(0)) remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("ways to reach the visitor", () => {
  test("are shown only where the site has some, and are not read otherwise", async () => {
    const { preferences } = await open({}, CENTER);
    expect(frame().queryByText("[channels]")).toBeNull();
    expect(preferences.get).not.toHaveBeenCalled();
  });

  test("show what was set", async () => {
    await open({
      channels: { email: "confirmed", sms: "intent" },
      topics: ["care"],
      frequency: "weekly",
      preferred: "email",
    });
    await waitFor(() => expect(box("switch", "Email").checked).toBe(true));
    expect(box("switch", "Open tracking").checked).toBe(false);
    expect([box("checkbox", "News").checked, box("checkbox", "Care").checked]).toEqual([false, true]);
    expect([field("[frequency]").value, field("[preferred]").value]).toEqual(["weekly", "email"]);
  });

  test("wait for what was set, which would else take back what was changed meanwhile", async () => {
    let answer = (_: Preferences): void => {};
    const get = () =>
      new Promise<Preferences>((resolve) => {
        answer = resolve;
      });
    const opened = open({}, REACHABLE, { preferences: { get, set: vi.fn() } });
    expect(frame().queryByText("[channels]")).toBeNull();
    answer({ ...NO_PREFERENCES, topics: ["care"] });
    await opened;
    expect(box("checkbox", "Care").checked).toBe(true);
  });

  test("are kept with the choice, and only where something was set", async () => {
    const told = await open();
    save();
    await waitFor(() => expect(told.close).toHaveBeenCalledOnce());
    expect(told.preferences.set).not.toHaveBeenCalled();
    for (const name of ["Email", "Texts"]) fireEvent.click(box("switch", name));
    fireEvent.click(box("checkbox", "News"));
    fireEvent.change(field("[preferred]"), { target: { value: "email" } });
    fireEvent.change(field("[frequency]"), { target: { value: "monthly" } });
    fireEvent.change(field("[pause]"), { target: { value: "2026-12-24" } });
    save();
    const set = { preferred: "email", frequency: "monthly", pausedUntil: "2026-12-24", topics: ["news"] };
    await waitFor(() => expect(saved(told)).toMatchObject({ ...set, channels: { email: true, sms: true } }));
  });

  test("can be taken back", async () => {
    const told = await open({ channels: { email: "pending", sms: "intent" }, topics: ["news"] });
    await waitFor(() => expect(box("switch", "Email").checked).toBe(true));
    fireEvent.click(box("switch", "Email"));
    fireEvent.click(box("checkbox", "News"));
    for (const value of ["2026-12-24", ""]) fireEvent.change(field("[pause]"), { target: { value } });
    save();
    await waitFor(() => expect(saved(told)).toMatchObject({ channels: { email: false, sms: "intent" }, topics: [] }));
    expect(saved(told)?.pausedUntil).toBeFalsy();
  });

  test("the best of them is asked among two at least, and never the watching of mail", async () => {
    await open();
    const best = () => frame().queryByLabelText<HTMLSelectElement>("[preferred]");
    fireEvent.click(box("switch", "Email"));
    fireEvent.click(box("switch", "Open tracking"));
    expect(best()).toBeNull();
    fireEvent.click(box("switch", "Texts"));
    expect([...(best()?.options ?? [])].map(({ text }) => text)).toEqual(["[anyChannel]", "Email", "Texts"]);
    fireEvent.change(field("[preferred]"), { target: { value: "sms" } });
    for (const name of ["Post", "Texts"]) fireEvent.click(box("switch", name));
    expect(best()?.value).toBe("");
  });

  test("that cannot be kept leave the center open, and that is read out", async () => {
    const preferences = { get: async () => NO_PREFERENCES, set: () => Promise.reject(new Error("full")) };
    const { save: done, close } = await open({}, REACHABLE, { preferences });
    fireEvent.click(box("switch", "Email"));
    save();
    await waitFor(() => expect(frame().getByRole("status").textContent).toBe("[failed]"));
    expect([done.mock.calls, close.mock.calls]).toEqual([[], []]);
  });
});

describe("how a channel stands", () => {
  const said = (name: string) => box("switch", name).getAttribute("aria-describedby") ?? "";
  const standing = (name: string) =>
    frame()
      .getByText((_, one) => one?.id === said(name))
      .textContent?.trim();

  test("is said beside it, where it is on and an address matters", async () => {
    await open({ channels: { email: "pending", sms: "intent", post: "confirmed", email_tracking: "confirmed" } });
    await waitFor(() => expect(standing("Email")).toBe("News. [pending]"));
    expect(standing("Texts")).toBe("Short ones. [intent]");
    expect(standing("Post")).toBe("Letters. [confirmed]");
    expect(standing("Open tracking")).toBe("Whether you open it.");
  });

  test("is said as it will be: as it was where it is turned off and on again", async () => {
    await open({ channels: { email: "confirmed" }, addressed: ["sms"] });
    await waitFor(() => expect(standing("Email")).toBe("News. [confirmed]"));
    fireEvent.click(box("switch", "Email"));
    expect(standing("Email")).toBe("News.");
    fireEvent.click(box("switch", "Email"));
    expect(standing("Email")).toBe("News. [confirmed]");
    for (const name of ["Texts", "Post"]) fireEvent.click(box("switch", name));
    expect([standing("Texts"), standing("Post")]).toEqual(["Short ones. [pending]", "Letters. [intent]"]);
  });
});

describe("push", () => {
  const part = { ...REACHABLE, channels: [{ id: "push" as const, name: "Push", text: "Bells." }] };
  const status = () => frame().getByRole("status").textContent;

  test("asks the browser in the press that wants it, and is on once it agrees", async () => {
    const asked = browser("default", "granted");
    const told = await open({}, part);
    expect(asked).not.toHaveBeenCalled();
    fireEvent.click(box("switch", "Push"));
    expect(asked).toHaveBeenCalledOnce();
    await waitFor(() => expect(box("switch", "Push").checked).toBe(true));
    save();
    await waitFor(() => expect(saved(told)?.channels).toEqual({ push: true }));
    expect(asked).toHaveBeenCalledOnce();
  });

  test.each(["denied", "default"])("goes back where the answer is %s, and that is read out", async (answer) => {
    browser("default", answer);
    const told = await open({}, part);
    fireEvent.click(box("switch", "Push"));
    await waitFor(() => expect(status()).toBe("[noPush]"));
    expect(box("switch", "Push").checked).toBe(false);
    save();
    await waitFor(() => expect(told.close).toHaveBeenCalled());
    expect(told.preferences.set).not.toHaveBeenCalled();
  });

  test("of a browser that has none cannot be turned on, and says so", async () => {
    vi.stubGlobal("Notification", undefined);
    await open({}, part);
    expect(box("switch", "Push").disabled).toBe(true);
    expect(frame().getByText("[noPush]")).toBeTruthy();
  });

  test("that the browser took back is off", async () => {
    browser("denied");
    const { preferences } = await open({ channels: { push: "intent" } }, part);
    await waitFor(() => expect(preferences.get).toHaveBeenCalled());
    expect(box("switch", "Push").checked).toBe(false);
    expect(frame().getByText("[noPush]")).toBeTruthy();
  });

  test("is turned off without a question", async () => {
    const asked = browser("granted");
    const told = await open({ channels: { push: "confirmed" } }, part);
    await waitFor(() => expect(box("switch", "Push").checked).toBe(true));
    fireEvent.click(box("switch", "Push"));
    save();
    await waitFor(() => expect(saved(told)?.channels).toEqual({ push: false }));
    expect(asked).not.toHaveBeenCalled();
  });
});

describe("a pause", () => {
  test("starts today at the earliest, and says to which day it lasts", async () => {
    await open();
    expect(field("[pause]").min).toBe("2026-11-22");
    pressInside("1 month");
    expect(field("[pause]").value).toBe("2026-12-22");
    expect(frame().getByText("[paused] December 22, 2026")).toBeTruthy();
    pressInside("3 months");
    expect(field("[pause]").value).toBe("2027-02-22");
    pressInside("[resume]");
    expect(field("[pause]").value).toBe("");
    expect(frame().queryByText(/paused/)).toBeNull();
  });

  test("that is being typed is left alone until it is a day to come", async () => {
    await open();
    fireEvent.change(field("[pause]"), { target: { value: "0202-12-24" } });
    expect(field("[pause]").value).toBe("0202-12-24");
    expect(frame().queryByText(/paused/)).toBeNull();
  });
});
