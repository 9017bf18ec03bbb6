/** Each service has a switch under its purpose, and the purpose sets all of them. */
import type { ServiceText } from "@ghostlight/rules";
import { fireEvent, screen, waitFor, within } from "@testing-library/dom";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CENTER, FRAME, NOTHING_KNOWN, profileOf } from "../../../test/center.ts";
import { NO_PREFERENCES } from "../../consent/preferences.ts";
import { createGuard } from "../../env/guard.ts";
import { mountCenter } from "./mount.tsx";

const service = (id: string, name: string): ServiceText => ({ id, name, text: `${name}.`, hosts: [], traces: [] });
const [necessary, statistics, adverts] = CENTER.purposes;
const PART = {
  ...CENTER,
  texts: { ...CENTER.texts, someOn: "{on} of {all} on" },
  switches: ["matomo", "heat", "pixel"],
  purposes: [
    { ...necessary, id: "necessary", name: "Necessary", text: "", services: [service("pay", "Pay")] },
    {
      id: "analytics",
      name: "Statistics",
      text: "What is read.",
      services: [service("own", "Ourselves"), ...(statistics?.services ?? []), service("heat", "Heat")],
    },
    { id: "marketing", name: "Adverts", text: adverts?.text ?? "", services: [service("pixel", "Pixel")] },
  ],
};
const closers: (() => void)[] = [];

function open(purposes: readonly string[], services: readonly string[], part = PART) {
  const note = vi.fn();
  const save = vi.fn();
  const close = vi.fn();
  closers.push(
    mountCenter(
      part,
      {
        ...FRAME,
        state: () => ({ chosen: true, purposes, services, regime: "opt-in", gpc: false }),
        guard: createGuard(note),
        note,
        save,
        close,
        profile: profileOf(async () => NOTHING_KNOWN),
        preferences: { get: async () => NO_PREFERENCES, set: async () => {}, now: () => NO_PREFERENCES } as never,
      },
      (run) => run(),
    ),
  );
  const pressed = async (name: string) => {
    fireEvent.click(screen.getByRole("button", { name }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    return save.mock.calls;
  };
  return { pressed };
}
const frame = () => within(screen.getByRole("dialog").shadowRoot?.firstElementChild as HTMLElement);
const find = (name: string) => frame().getByRole<HTMLInputElement>("switch", { name, hidden: true });
const standing = () =>
  frame()
    .getAllByRole<HTMLInputElement>("switch", { hidden: true })
    .map(({ ariaLabel, labels, checked }) => [ariaLabel ?? labels?.[0]?.textContent, checked]);
const press = (name: string) => fireEvent.click(find(name));
const count = () => frame().queryByText(/ of \d on$/)?.textContent;

beforeEach(() => document.body.replaceChildren());
afterEach(() => {
  for (const remove of closers.splice(0)) remove();
});

test("stand as they may run; what follows its purpose alone has no switch", () => {
  open(["analytics"], ["matomo", "pay"]);
  expect(standing()).toEqual([
    ["Statistics", true],
    ["Mato$&mo", true],
    ["Heat", false],
    ["Adverts", false],
    ["Pixel", false],
  ]);
  expect(frame().getByRole("switch", { name: "Heat", description: "Heat.", hidden: true })).toBeTruthy();
  for (const name of ["Ourselves", "Pay"]) expect(frame().getByRole("heading", { name, hidden: true })).toBeTruthy();
});

test("a purpose says how many are on where they differ from it, and keeps its name", () => {
  open(["analytics"], ["matomo"]);
  expect(count()).toBe("1 of 2 on");
  expect(frame().getByRole("switch", { name: "Statistics", description: "1 of 2 on What is read." })).toBeTruthy();
  press("Heat");
  expect(count()).toBeUndefined();
  expect(frame().getByRole("switch", { name: "Statistics", description: "What is read." })).toBeTruthy();
  press("Pixel");
  expect(count()).toBe("1 of 1 on");
});

test("a purpose sets all of its own, and no others", () => {
  open(["analytics"], ["matomo"]);
  press("Statistics");
  expect(standing().map(([, on]) => on)).toEqual([false, false, false, false, false]);
  press("Statistics");
  expect(standing().map(([, on]) => on)).toEqual([true, true, true, false, false]);
  expect(count()).toBeUndefined();
});

test("are saved beside the purposes", async () => {
  const { pressed } = open(["analytics"], ["matomo", "heat"]);
  press("Heat");
  press("Pixel");
  const services = { matomo: true, heat: false, pixel: true };
  expect(await pressed("[save]")).toEqual([[{ analytics: true, marketing: false }, services]]);
});

test.each([
  ["[acceptAll]", true],
  ["[refuseAll]", false],
])("%s is for every service too", async (name, yes) => {
  const { pressed } = open(["analytics"], ["matomo", "pixel"]);
  expect(await pressed(name)).toEqual([[{ analytics: yes, marketing: yes }, {}]]);
});

test("where the site has no room for them there are none, and services are told of as before", async () => {
  const { pressed } = open(["analytics"], ["matomo"], { ...PART, switches: [] });
  expect(standing().map(([name]) => name)).toEqual(["Statistics", "Adverts"]);
  expect(count()).toBeUndefined();
  expect(frame().getByRole("heading", { name: "Heat", hidden: true })).toBeTruthy();
  expect(await pressed("[save]")).toEqual([[{ analytics: true, marketing: false }, {}]]);
});
