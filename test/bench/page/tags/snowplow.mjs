// @ts-check
/** Snowplow's browser tracker as its documentation sets it up: one tracker, one page view, sent at once. */
import { newTracker, trackPageView } from "@snowplow/browser-tracker";

/** @param {boolean} consent without it: the mode that its documentation has for that, with no id and nothing stored */
export function count(consent) {
  const { origin } = location;
  newTracker("sp", origin, {
    appId: "lanterna",
    ...(consent ? {} : { anonymousTracking: { withServerAnonymisation: true }, stateStorageStrategy: "none" }),
  });
  trackPageView();
}
