/** What the center gives to the code that only some sites have in it, and which does not bring these along. */
import { h } from "preact";
import { needsAddress, stateOf } from "../../consent/channels.ts";
import { pauseOf } from "../../consent/preferences.ts";
import { Switch } from "./Switch.tsx";

/** In the order in which the minifier gives both sides the same letters for most of them: 23 bytes. */
export const GIVEN = [needsAddress, stateOf, h, pauseOf, Switch] as const;
