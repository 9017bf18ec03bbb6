/** What a developer reads while things go well. */
import { afterEach, expect, test, vi } from "vitest";
import type { Events } from "../api/api.ts";
import { createListeners } from "../api/listeners.ts";
import { createGuard } from "../env/guard.ts";
import { createReporter } from "../env/report.ts";
import { HAPPENINGS } from "./happenings.ts";
import { watchPage } from "./watch.ts";

afterEach(() => void vi.restoreAllMocks());

test.each([
  [{ chosen: false, purposes: [], services: [], gpc: false }, "under opt-in: not chosen yet; allowed: nothing"],
  [
    { chosen: true, purposes: ["analytics", "functional"], services: ["youtube"], gpc: true },
    "under opt-in, with Global Privacy Control: chosen; allowed: analytics, functional, service youtube",
  ],
] as const)("consent %j is told", (state, sentence) => {
  expect(HAPPENINGS.consent({ ...state, regime: "opt-in" })).toBe(`consent ${sentence}`);
});

test.each([
  [{ stage: undefined, previous: undefined }, "none, as nothing is known"],
  [{ stage: "new", previous: undefined, cause: "start" }, "none → new, as nothing was known before"],
  [{ stage: "lead", previous: "new", cause: "event", event: "Form Submitted" }, 'new → lead, by "Form Submitted"'],
  [{ stage: "lost", previous: "hero", cause: "time" }, "hero → lost, as time went by"],
  [{ stage: undefined, previous: "hero" }, "hero → none"],
] as const)("stage %j is told", (change, sentence) => {
  expect(HAPPENINGS.stage(change)).toBe(`stage: ${sentence}`);
});

test("segments are told with what brought them about", () => {
  const entered = { at: 0, kind: "segment", id: "fans", entered: true, cause: "event", event: "A" } as const;
  expect(HAPPENINGS.segment(entered)).toBe('segment: entered fans, by "A"');
  expect(HAPPENINGS.segment({ at: 0, kind: "segment", id: "fans", entered: false, cause: "context" })).toBe(
    "segment: left fans, as something beside the profile changed, such as page, consent or rules",
  );
});

test("what runs on after a withdrawal is told, and when nothing does any more", () => {
  expect(HAPPENINGS.reload({ purposes: ["marketing"], services: ["matomo"] })).toMatch(/: marketing, matomo$/);
  expect(HAPPENINGS.reload({ purposes: [], services: [] })).toMatch(/: nothing any more$/);
});

test("whoever asks late is told how things stand, and from there on what happens; of messages, nothing personal", () => {
  const info = vi.spyOn(console, "info").mockImplementation(() => {});
  const reporter = createReporter();
  const { emit, on } = createListeners<Events>(createGuard(reporter.note));
  const state = { purposes: ["analytics"], services: [], regime: "opt-in", gpc: false } as const;
  emit("consent", { ...state, chosen: false });
  watchPage({ hosts: [], local: true }, reporter, "https://shop.example/g/shop/e", on);
  emit("consent", { ...state, chosen: true });
  const message = { messageId: "1", timestamp: "", userId: "ada@shop.example", traits: { name: "Ada" } };
  for (const type of ["page", "identify", "group", "alias"] as const) {
    emit(type, { ...message, type, name: "Ada" } as never, true);
  }
  emit("track", { ...message, type: "track", event: "Lamp Dimmed" } as never, true);
  const said = info.mock.calls.map(([line]) => line);
  expect(said).toEqual([
    expect.stringMatching(/^ghostlight: version \d+\.\d+\.\d+$/),
    expect.stringContaining("no edge"),
    "ghostlight: consent under opt-in: not chosen yet; allowed: analytics",
    "ghostlight: consent under opt-in: chosen; allowed: analytics",
    "ghostlight: kept: page",
    "ghostlight: kept: identify",
    "ghostlight: kept: group",
    "ghostlight: kept: alias",
    'ghostlight: kept: track "Lamp Dimmed"',
  ]);
});
