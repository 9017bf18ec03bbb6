/** Prints notes and what happens to the console, and looks for third parties that nobody declared. Loaded only when somebody asks. */
import type { DebugPart } from "@ghostlight/rules";
import type { Events, Ghostlight } from "../api/api.ts";
import { createGuard } from "../env/guard.ts";
import type { Reporter } from "../env/report.ts";
import { VERSION } from "../env/version.ts";
import { explain } from "./explain.ts";
import { HAPPENINGS } from "./happenings.ts";
import { watchStrangers } from "./strangers/watch.ts";

/**
 * Every note so far and every one to come; how things stand, and what happens from here on. `edge`: address of the edge,
 * which is nobody's secret.
 */
export function watchPage(
  { hosts, local }: DebugPart,
  { follow, note }: Reporter,
  edge: string,
  on: Ghostlight["on"],
): void {
  console.info(`ghostlight: version ${VERSION}${local ? "" : `; batches go to ${edge}`}`);
  if (local) note("no-edge");
  follow((one) => {
    const { text, warning } = explain(one);
    const print = warning ? console.warn : console.info;
    print(text, ...(one.detail === undefined ? [] : [one.detail]));
  });
  const tell = <Name extends keyof Events>(name: Name): unknown =>
    on(name, (payload) => console.info(`ghostlight: ${HAPPENINGS[name](payload)}`));
  for (const name of Object.keys(HAPPENINGS) as (keyof Events)[]) tell(name);
  watchStrangers([...hosts, new URL(edge, location.href).host], note, createGuard(note));
}
