/** Prints notes to the console, and looks for third parties that nobody declared. Loaded only when somebody asks. */
import type { DebugPart } from "@ghostlight/rules";
import { createGuard } from "../env/guard.ts";
import type { Reporter } from "../env/report.ts";
import { explain } from "./explain.ts";
import { watchStrangers } from "./strangers/watch.ts";

/** Every note so far and every one to come. `edge`: address of the edge, which is nobody's secret. */
export function watchPage({ hosts, local }: DebugPart, { follow, note }: Reporter, edge: string): void {
  if (local) note("no-edge");
  follow((one) => {
    const { text, warning } = explain(one);
    const print = warning ? console.warn : console.info;
    print(text, ...(one.detail === undefined ? [] : [one.detail]));
  });
  watchStrangers([...hosts, new URL(edge, location.href).host], note, createGuard(note));
}
