/** Which tasks kept the main thread of a page busy, from a trace of the browser, and whose scripts ran in them. */
import type { CDPSession, Page } from "@playwright/test";

export interface Task {
  /** ms that the thread worked; of a task that also reads the page's own document, only while our scripts ran. */
  readonly length: number;
  /** Spans of the scripts that matter, such as `EvaluateScript shop.js 12.1`; empty where none ran in it. */
  readonly scripts: readonly string[];
  /** The longest spans of any kind in it. */
  readonly what: string;
}

interface Span {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs. */
  readonly ts: number;
  readonly dur?: number;
  /** µs of the thread itself: what others do on the machine meanwhile is not in it, what slows the thread down is. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string } };
}

/** Runs `act` on a machine that is `slower` times slower. Whose a script is goes by its address. */
export async function traceTasks(page: Page, slower: number, own: RegExp, act: () => Promise<void>): Promise<Task[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const spans = await trace(session, act);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await session.detach();
  return tasksOf(spans, own);
}

async function trace(session: CDPSession, act: () => Promise<void>): Promise<Span[]> {
  const spans: Span[] = [];
  session.on("Tracing.dataCollected", ({ value }) => void spans.push(...(value as never as Span[])));
  const includedCategories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8"];
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } });
  await act();
  const done = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await done;
  return spans;
}

/** Tasks of all renderers' main threads, the longest first. */
function tasksOf(spans: readonly Span[], own: RegExp): Task[] {
  const place = ({ pid, tid }: Span) => `${pid} ${tid}`;
  const mains = new Set(
    spans.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(place),
  );
  const drawn = spans.filter((span) => span.ph === "X" && mains.has(place(span)));
  const end = ({ ts, dur = 0 }: Span) => ts + dur;
  const tasks = drawn.filter(({ name }) => name === "RunTask");
  return tasks
    .map((task) => {
      const within = drawn.filter(
        (one) => one !== task && place(one) === place(task) && one.ts >= task.ts && end(one) <= end(task),
      );
      const say = ({ name, tdur = 0, args }: Span) =>
        [name, args?.data?.url?.split("/").at(-1), (tdur / 1000).toFixed(1)].filter(Boolean).join(" ");
      const longest = within.toSorted((one, other) => (other.tdur ?? 0) - (one.tdur ?? 0));
      const ours = within.filter(({ args }) => own.test(args?.data?.url ?? ""));
      // Within another of ours, it is counted with that.
      const outer = ours.filter((one) => !ours.some((two) => two !== one && two.ts <= one.ts && end(one) <= end(two)));
      const isPages = within.some(({ name }) => name === "ParseHTML");
      const worked = isPages && ours.length ? outer.reduce((sum, { tdur = 0 }) => sum + tdur, 0) : (task.tdur ?? 0);
      return {
        length: worked / 1000,
        scripts: longest.filter(({ args }) => own.test(args?.data?.url ?? "")).map(say),
        what: longest.slice(0, 6).map(say).join(", "),
      };
    })
    .toSorted((one, other) => other.length - one.length);
}
