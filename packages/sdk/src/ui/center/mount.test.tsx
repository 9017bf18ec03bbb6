import { fireEvent, screen, waitFor, within } from "@testing-library/dom";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CENTER, FRAME, NOTHING_KNOWN } from "../../../test/center.ts";
import { NO_PREFERENCES, type Wishes } from "../../consent/preferences.ts";
import { createGuard } from "../../env/guard.ts";
import type { CenterHost, Known } from "../host.ts";
import { mountCenter } from "./mount.tsx";

const KNOWN: Known = {
  stage: "lead",
  segments: ["fan", "weekend"],
  names: { stage_lead: "looking around", segment_fan: "likes lamps" },
  interests: [{ affinity: "category", value: "table lamps" }],
  reasons: { fan: ["Product Viewed: 3"] },
  data: { views: 3 },
};
const closers: (() => void)[] = [];

function open(host: Partial<CenterHost> & Partial<CenterHost["profile"]> = {}, part = CENTER) {
  const note = vi.fn();
  const preferences = { get: vi.fn(async () => NO_PREFERENCES), set: vi.fn(async (_: Wishes) => {}) };
  const profile = {
    export: host.export ?? (async () => KNOWN),
    erase: vi.fn(host.erase ?? (async () => {})),
    interest: vi.fn(host.interest ?? (async () => {})),
  };
  const told = { save: vi.fn(), close: vi.fn(), preferences, profile };
  const remove = mountCenter(
    part,
    {
      ...FRAME,
      state: () => ({ chosen: true, purposes: ["analytics"], services: [], regime: "opt-in", gpc: false }),
      guard: createGuard(note),
      note,
      ...told,
      ...host,
    },
    (run) => run(),
  );
  closers.push(remove);
  return { note, remove, ...profile, ...told };
}
const dialog = () => screen.getByRole("dialog");
/** The frame, in the dialog's root. */
const frame = () => within(dialog().shadowRoot?.firstElementChild as HTMLElement);
const switches = () => frame().getAllByRole<HTMLInputElement>("switch");
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const pressInside = (name: string) => fireEvent.click(frame().getByRole("button", { name }));

beforeEach(() => document.body.replaceChildren());
afterEach(() => {
  for (const remove of closers.splice(0)) remove();
  vi.restoreAllMocks();
});

describe("the dialog", () => {
  test("is modal, named by its title, and takes the focus", () => {
    open();
    expect(screen.getByRole("dialog", { name: "[title]" }).getAttribute("aria-modal")).toBe("true");
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "[title]" }));
  });

  test("keeps its title and main buttons in the page's own tree", () => {
    open();
    const names = screen.getAllByRole("button").map((button) => button.textContent || button.ariaLabel);
    expect(names).toEqual(["[close]", "[refuseAll]", "[acceptAll]", "[save]"]);
  });

  test("gives the focus back to what opened it", () => {
    const opener = document.body.appendChild(document.createElement("button"));
    opener.focus();
    const { remove } = open();
    remove();
    remove();
    expect(document.activeElement).toBe(opener);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("closes by × and by Escape, and saves nothing", () => {
    const { save, close } = open();
    press("[close]");
    fireEvent.keyDown(dialog(), { key: "Escape" });
    expect([close.mock.calls.length, save.mock.calls]).toEqual([2, []]);
  });
});

describe("the purposes", () => {
  test("stand as they were chosen; what is necessary has no switch", () => {
    open();
    expect(switches().map(({ checked }) => checked)).toEqual([true, false]);
    expect(frame().getByText("[alwaysOn]").parentElement?.textContent).toBe("Necessary [alwaysOn]");
    expect(frame().getByRole("switch", { name: "Adverts", description: "What is sold." })).toBeTruthy();
  });

  test.each([
    ["[save]", { analytics: true, marketing: true }],
    ["[refuseAll]", { analytics: false, marketing: false }],
    ["[acceptAll]", { analytics: true, marketing: true }],
  ])("%s saves %j and closes", async (name, answers) => {
    const { save, close } = open();
    fireEvent.click(frame().getByRole("switch", { name: "Adverts" }));
    press(name);
    await waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(save.mock.calls).toEqual([[answers, {}]]);
  });

  test("unfold to their services: who, where, what is kept and for how long", () => {
    open();
    const service = frame().getByRole("heading", { name: "Mato$&mo", hidden: true }).parentElement as HTMLElement;
    expect([...service.querySelectorAll("dt, dd")].map((one) => one.textContent)).toEqual([
      "[provider]",
      "Matomo Ltd",
      "[hosts]",
      "stats.example",
      "more.example",
      "[traces]",
      "_pk* [cookie], 13 months",
      "pk [localStorage], [session]",
    ]);
    const link = within(service).getByRole("link", { hidden: true });
    expect([link.textContent, link.getAttribute("href")]).toEqual([
      "Notice of Mato$&mo",
      "https://matomo.example/privacy",
    ]);
  });

  test.each([true, false])("with a privacy signal: %s", (gpc) => {
    open({ state: () => ({ chosen: false, purposes: [], services: [], regime: "opt-out", gpc }) });
    expect(frame().queryByText("[gpc]") !== null).toBe(gpc);
  });
});

describe("what is known", () => {
  test("is looked for first, then shown in words where there are words", async () => {
    open();
    expect(frame().getByText("[loading]").parentElement?.getAttribute("aria-busy")).toBe("true");
    await frame().findByText("looking around");
    expect(frame().getByText("likes lamps").textContent).toBe("likes lamps Product Viewed: 3");
    expect(frame().getByText("weekend")).toBeTruthy();
    expect(frame().getByText("table lamps")).toBeTruthy();
  });

  test.each<[string, Known, string]>([
    ["a stage without words by its id", { ...KNOWN, stage: "own" }, "own"],
    ["no groups", { ...KNOWN, segments: [] }, "[noSegments]"],
    ["nothing kept", NOTHING_KNOWN, "[empty]"],
  ])("shows %s", async (_, known, text) => {
    open({ export: async () => known });
    expect(await frame().findByText(text)).toBeTruthy();
  });

  test("that cannot be read is said, and noted", async () => {
    const fault = new Error("blocked");
    const { note } = open({ export: () => Promise.reject(fault) });
    expect(await frame().findByText("[failed]")).toBeTruthy();
    await waitFor(() => expect(note.mock.calls).toEqual([["exception", fault]]));
  });

  test("can be taken along as a file", async () => {
    const blobs: Blob[] = [];
    const links: string[] = [];
    vi.stubGlobal(
      "URL",
      class extends URL {
        static override createObjectURL = (blob: Blob) => `blob:${blobs.push(blob)}`;
        static override revokeObjectURL = () => {};
      },
    );
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      links.push(`${this.download} ${this.href}`);
    });
    open();
    fireEvent.click(await frame().findByRole("button", { name: "[export]" }));
    await waitFor(() => expect(links).toEqual(["localhost.json blob:1"]));
    expect(JSON.parse((await blobs[0]?.text()) ?? "")).toEqual({ views: 3 });
    vi.unstubAllGlobals();
  });

  test("can be ruled out, one liking at a time; that is read out, and the focus stays near", async () => {
    const left = { ...KNOWN, interests: [] };
    const read = vi.fn(async (): Promise<Known> => KNOWN);
    const { interest } = open({ export: read });
    const button = await frame().findByRole("button", { name: "[forget]: table lamps" });
    read.mockResolvedValue(left);
    fireEvent.click(button);
    await waitFor(() => expect(frame().queryByText("table lamps")).toBeNull());
    expect(interest).toHaveBeenCalledExactlyOnceWith("category", "table lamps", false);
    expect(frame().getByRole("status").textContent).toBe("[forgotten]");
    expect(dialog().shadowRoot?.activeElement).toBe(frame().getByRole("heading", { name: "[known]" }));
  });

  test("is erased after a second yes only, and that is read out", async () => {
    const { erase } = open();
    const button = await frame().findByRole("button", { name: "[erase]", expanded: false });
    fireEvent.click(button);
    expect(dialog().shadowRoot?.activeElement?.textContent).toBe("[eraseNo]");
    pressInside("[eraseNo]");
    expect(dialog().shadowRoot?.activeElement).toBe(button);
    expect(erase).not.toHaveBeenCalled();
    fireEvent.click(button);
    pressInside("[eraseYes]");
    await waitFor(() => expect(frame().getByRole("status").textContent).toBe("[erased]"));
    expect(erase).toHaveBeenCalledOnce();
    expect(frame().getByText("[empty]")).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "[title]" }));
  });

  test("that could not be erased stays, and that is read out", async () => {
    open({ erase: () => Promise.reject(new Error("blocked")) });
    fireEvent.click(await frame().findByRole("button", { name: "[erase]" }));
    pressInside("[eraseYes]");
    await waitFor(() => expect(frame().getByRole("status").textContent).toBe("[failed]"));
    expect(frame().getByText("looking around")).toBeTruthy();
  });
});
