/** The bundle's Ghostlight as a whole, in a page: only the network is not real. */

import { fireEvent, screen } from "@testing-library/dom";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { CENTER } from "../test/center.ts";
import { collectListeners, hidePage, settle, sweepCookies } from "../test/page.ts";
import { type Server, stubServer } from "../test/server.ts";
import { BANNER, EMBEDS, ENGINE, ENTRY, REDACT, WHY } from "../test/site.ts";
import { createGhostlight } from "./index.ts";

const world = { sweep: () => {}, server: undefined as Server | undefined };
const site = {
  entry: ENTRY,
  banner: BANNER,
  center: CENTER,
  embeds: EMBEDS,
  clean: { traces: {} },
  audit: { theme: {} },
  debug: { hosts: [] },
  engine: ENGINE,
  why: WHY,
  redact: REDACT,
};
const start = () => createGhostlight({ site, edge: "https://shop.example/g" });
const events = () => {
  hidePage();
  return world.server?.beacons.flatMap(({ batch }) => batch.map(({ event, type }) => event ?? type));
};

// The chunks of the bundle: to make them ready takes longer than a test waits.
beforeAll(async () => {
  await Promise.all([
    import("./clean/apply.ts"),
    import("./collect/plugins/plugins.ts"),
    import("./collect/redact.ts"),
    import("./debug/watch.ts"),
    import("./engine.ts"),
    import("./gate.ts"),
    import("./layers.ts"),
    import("./personalize/early/experiences.ts"),
    import("./personalize/experiences.ts"),
    import("./preferences/known.ts"),
    import("./preferences/store.ts"),
    import("./profile.ts"),
    import("./segments/whole.ts"),
    import("./segments/why/why.ts"),
    import("./ui/audit/apply.ts"),
    import("./ui/center/Contact.tsx"),
    import("./ui/center/mount.tsx"),
    import("./ui/declaration/watch.ts"),
    import("./ui/mount.ts"),
  ]);
}, 60_000);
beforeEach(() => {
  sweepCookies();
  world.sweep = collectListeners();
  world.server = stubServer();
  vi.stubGlobal("indexedDB", new IDBFactory());
  document.body.replaceChildren(document.createElement("main"));
  document.querySelector("main")?.setAttribute("data-gl-slot", "hero");
});
afterEach(() => {
  world.sweep();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("asks, sends and personalises after a yes, and undoes all of it after a no", async () => {
  const ghostlight = start();
  fireEvent.click(await screen.findByRole("button", { name: "Accept all" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  ghostlight.push(["track", "Product Viewed"], ["track", "Product Viewed"]);
  await vi.waitFor(() => expect(ghostlight.stage()).toBe("lead"));
  expect(document.querySelector("main")?.textContent).toBe("Welcome back");
  expect(events()).toEqual(["page", "Product Viewed", "Product Viewed"]);

  ghostlight.consent.open();
  expect((await screen.findByText("You accepted.")).isConnected).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: "Refuse all" }));
  expect(document.querySelector("main")?.textContent).toBe("");
  ghostlight.track("Product Viewed");
  await settle();
  expect(events()).toHaveLength(3);
  expect(await indexedDB.databases()).toEqual([]);
});

test.each(["https://shop.example/g", "https://shop.example/g/"])("an edge at %s is found", async (edge) => {
  const post = vi.spyOn(navigator, "sendBeacon");
  const ghostlight = createGhostlight({ site, edge });
  ghostlight.consent.set({ analytics: true });
  await vi.waitFor(() => {
    hidePage();
    expect(post).toHaveBeenCalledWith("https://shop.example/g/shop/e", expect.any(String));
  });
});

test("a site that draws by itself is asked nothing, and its choice counts all the same", async () => {
  const ghostlight = createGhostlight({ site, edge: "https://shop.example/g", banner: "none" });
  await settle();
  expect(screen.queryByRole("dialog")).toBeNull();
  ghostlight.consent.set({ personalization: true });
  await vi.waitFor(() => expect(ghostlight.stage()).toBe("new"));
  ghostlight.consent.reset();
  await settle();
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("says why, and what is known, from what loads when somebody asks", async () => {
  const ghostlight = start();
  ghostlight.consent.set({ personalization: true });
  ghostlight.track("Product Viewed");
  await vi.waitFor(async () => expect(await ghostlight.why("lead")).toMatchObject({ held: false, actual: 1 }));
  expect(await ghostlight.profile.export()).toMatchObject({ names: WHY.names, interests: [], stage: "new" });
});

test("debug prints what was noted so far", async () => {
  const info = vi.spyOn(console, "info").mockImplementation(() => {});
  const ghostlight = start();
  ghostlight.consent.set({});
  ghostlight.track("Product Viewed");
  ghostlight.debug();
  await vi.waitFor(() =>
    expect(info).toHaveBeenCalledWith(expect.stringContaining("not granted"), ["track", "Product Viewed"]),
  );
});
