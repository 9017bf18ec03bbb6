/** What only sites with a snapshot need of the entry: slots that go by consent on their own. */
import type { Purpose } from "@ghostlight/rules";
import { createSlots, type Slots, type SlotsHost } from "./apply.ts";

/** Puts the slots into the host, for the engine to find. `on`: tells of consent, as it is now and whenever it changes. */
export type StartSlots = (
  host: SlotsHost & { slots?: Slots | undefined },
  on: (name: "consent", listen: (state: { readonly purposes: readonly Purpose[] }) => void) => unknown,
) => void;

/** `release`: see {@link createSlots}. */
export const slotsOf =
  (release: string | undefined): StartSlots =>
  (host, on) => {
    const slots = createSlots(host, release);
    host.slots = slots;
    on("consent", ({ purposes }) => slots.allow(purposes.includes("personalization")));
  };
