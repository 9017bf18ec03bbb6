/** For sites with a snapshot: slots are filled before the first frame. */
import type { EntryPart } from "@ghostlight/rules";
import { readLanguages } from "../../env/page.ts";
import { type StartSlots, slotsOf } from "../../personalize/early/slots.ts";
import { chooseRelease } from "../chunks.ts";

type Host = Parameters<StartSlots>[0] & { readonly consent: { readonly entry: Pick<EntryPart, "releases"> } };

export const feature = (host: Host, on: Parameters<StartSlots>[1]): void =>
  slotsOf(chooseRelease(host.consent.entry.releases, readLanguages()))(host, on);
