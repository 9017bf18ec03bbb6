/** Names what of a batch is not as it should be. */
import * as v from "valibot";
import type { FaultIssue } from "../errors.ts";
import { envelope, message } from "./event.ts";

/** As many as help to find a mistake; a batch can hold thousands of the same one. */
export const MAX_ISSUES = 20;

/**
 * The first places at fault, in the order of the batch; none where all of it is good. Event by event, to end as soon as
 * these are found: of 170,000 empty events all that is wrong took seconds, for which the edge answered nobody.
 */
export function findIssues(value: unknown): FaultIssue[] {
  const found = issuesOf(envelope, value, "");
  const events = eventsOf(value);
  for (let at = 0; at < events.length && found.length < MAX_ISSUES; at++) {
    found.push(...issuesOf(message, events[at], `batch.${at}`));
  }
  return found.slice(0, MAX_ISSUES);
}

/** None where it is no batch at all. */
export function eventsOf(value: unknown): readonly unknown[] {
  const events: unknown = Object(value).batch;
  return Array.isArray(events) ? events : [];
}

function issuesOf(schema: typeof envelope | typeof message, value: unknown, place: string): FaultIssue[] {
  const shape = v.safeParse<typeof envelope | typeof message>(schema, value);
  if (shape.success) return [];
  return shape.issues.map((issue) => ({
    path: [place, v.getDotPath(issue)].filter(Boolean).join("."),
    message: issue.kind === "schema" && issue.received === "undefined" ? "it is missing" : issue.message,
  }));
}
