// @ts-check
/** What a trace comes to: how long scripts ran, and how long tasks kept the page from its visitor. */

/**
 * A span of a trace. Times in µs; `tdur` is of the thread itself: what others do on the machine meanwhile is not in it,
 * what slows the thread down is. `tts`: when it began, by the thread's clock.
 * @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, tts?: number, dur?: number, tdur?: number, args?: any }} Span
 */

/** ms from which on a task is long: https://w3c.github.io/longtasks/ */
export const LONG = 50;

/** Spans in which scripts are compiled or run; `v8.callFunction` has the microtasks too that follow a `FunctionCall`. */
const SCRIPT = new Set([
  "EvaluateScript",
  "v8.callFunction",
  "FunctionCall",
  "RunMicrotasks",
  "v8.compile",
  "v8.compileModule",
  "v8.evaluateModule",
  "v8.produceCache",
  "v8.produceModuleCache",
]);

/** What waits for a module runs right after it, in the same task and in no span of its own (Chromium 156). */
const MODULE = "v8.evaluateModule";

/** What a page does anyway, only later, if its scripts do not ask for it. */
const FORCED = new Set(["UpdateLayoutTree", "Layout"]);

/**
 * In ms, of the page's main thread. `script`: without the styles and layouts that it forced. `longest`: of the tasks in which a script ran; of one that also reads the page's
 * own document or draws it, what its scripts took: the page would do the rest without them, seen as 31 of 54 ms. `blocking`: of all tasks, what each takes beyond 50 ms; `busy`: all they take.
 * @param {readonly Span[]} spans
 * @param {string} origin of the page
 */
export function costOf(spans, origin) {
  const place = (/** @type {Span} */ { pid, tid }) => `${pid} ${tid}`;
  // The browser has pages of its own: seen, the one of its address bar, with 500 ms of work.
  const mains = new Set(
    spans.filter(({ name, args }) => name === "ParseHTML" && args?.beginData?.url?.startsWith(origin)).map(place),
  );
  let script = 0;
  let longest = 0;
  let blocking = 0;
  let busy = 0;
  for (const main of mains) {
    const own = spans.filter((span) => span.ph === "X" && place(span) === main).sort(byStart);
    const parses = own.filter(({ name }) => name === "ParseHTML");
    const draws = own.filter(({ name }) => name === "PrePaint");
    const tasks = own.filter(({ name }) => name === "RunTask");
    const scripts = outermost(
      own.filter(({ name }) => SCRIPT.has(name)).map((one) => withFollowing(one, tasks, parses)),
    );
    const forced = outermost(own.filter(({ name }) => FORCED.has(name)));
    const worked = (/** @type {Span} */ one) => (one.tdur ?? 0) - sum(forced.filter((part) => isWithin(part, one)));
    script += scripts.reduce((all, one) => all + worked(one), 0);
    for (const task of tasks) {
      const whole = (task.tdur ?? 0) / 1_000;
      busy += whole;
      blocking += Math.max(0, whole - LONG);
      const within = scripts.filter((one) => isWithin(one, task));
      if (!within.length) continue;
      const isOfPage = [...parses, ...draws].some((one) => isWithin(one, task));
      const length = isOfPage ? sum(within) / 1_000 : whole;
      longest = Math.max(longest, length);
    }
  }
  return { script: script / 1_000, longest, blocking, busy };
}

const end = (/** @type {Span} */ { ts, dur = 0 }) => ts + dur;
const isWithin = (/** @type {Span} */ one, /** @type {Span} */ other) => one.ts >= other.ts && end(one) <= end(other);
const sum = (/** @type {readonly Span[]} */ spans) => spans.reduce((all, { tdur = 0 }) => all + tdur, 0);
const byStart = (/** @type {Span} */ one, /** @type {Span} */ other) => one.ts - other.ts || end(other) - end(one);

/** A module together with what waited for it. @param {Span} one @param {readonly Span[]} tasks @param {readonly Span[]} parses @returns {Span} */
function withFollowing(one, tasks, parses) {
  const task = one.name === MODULE && tasks.find((task) => isWithin(one, task));
  if (!task || parses.some((parse) => isWithin(parse, task))) return one;
  const before = (one.tts ?? one.ts) - (task.tts ?? task.ts);
  return { ...one, dur: end(task) - one.ts, tdur: (task.tdur ?? 0) - before };
}

/** Those that are in no other. @param {readonly Span[]} spans sorted by their start @returns {Span[]} */
function outermost(spans) {
  /** @type {Span[]} */
  const found = [];
  for (const span of spans) {
    const last = found.at(-1);
    if (!last || !isWithin(span, last)) found.push(span);
  }
  return found;
}
