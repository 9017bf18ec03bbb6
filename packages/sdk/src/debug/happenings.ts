/** Puts what happens into sentences: with the names that the site itself gives, and nothing of its visitor. */
import type { Transition } from "@ghostlight/rules";
import type { Events } from "../api/api.ts";

type Sentences = { readonly [Name in keyof Events]: (payload: Events[Name]) => string };

const BY: Readonly<Record<Transition["cause"], string>> = {
  event: "by an event",
  time: "as time went by",
  context: "as something beside the profile changed, such as page, consent or rules",
  start: "as nothing was known before",
};

const by = (cause: Transition["cause"] | undefined, event: string | undefined): string =>
  event === undefined ? (cause ? `, ${BY[cause]}` : "") : `, by "${event}"`;

/** One line for each, by the name that `on` knows it by. Why a stage changed is left out where only another tab knows. */
export const HAPPENINGS: Sentences = {
  consent({ chosen, purposes, services, regime, gpc }) {
    const law = `${regime}${gpc ? ", with Global Privacy Control" : ""}`;
    const allowed = [...purposes, ...services.map((id) => `service ${id}`)].join(", ");
    return `consent under ${law}: ${chosen ? "chosen" : "not chosen yet"}; allowed: ${allowed || "nothing"}`;
  },
  stage: ({ stage, previous, cause, event }) =>
    stage === undefined && previous === undefined
      ? "stage: none, as nothing is known"
      : `stage: ${previous ?? "none"} → ${stage ?? "none"}${by(cause, event)}`,
  segment: ({ id, entered, cause, event }) => `segment: ${entered ? "entered" : "left"} ${id}${by(cause, event)}`,
  reload: ({ purposes, services }) =>
    `withdrawn while its scripts run on until the page is loaded again: ${[...purposes, ...services].join(", ") || "nothing any more"}`,
  track: ({ event }) => `kept: track "${event}"`,
  // The words of these may be personal.
  page: () => "kept: page",
  identify: () => "kept: identify",
  group: () => "kept: group",
  alias: () => "kept: alias",
};
