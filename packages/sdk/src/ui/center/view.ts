/** What the center shows, and what can be done in it: the components only draw this. */
import type { CenterPart, Purpose } from "@ghostlight/rules";
import type { JSX } from "preact";
import type { Preferences, Wishes } from "../../consent/preferences.ts";
import type { Notifications } from "../../env/notifications.ts";
import type { Known } from "../host.ts";

/** What one site shows: its data, and how to ask for what only some sites ask. */
export interface Shown extends CenterPart {
  /** For a site with channels: how the visitor wants to be reached. */
  readonly contact?: ((view: View) => JSX.Element) | undefined;
}

export interface View {
  readonly part: Shown;
  readonly gpc: boolean;
  /** How many of the sections are drawn: all in one go would keep a slow phone busy. */
  readonly sections: number;
  readonly answers: Readonly<Record<Purpose, boolean>>;
  /** Of the services that have a switch, by their ids. */
  readonly services: Readonly<Record<string, boolean>>;
  /** As the visitor would have them now, and as they were when the center opened. */
  readonly preferences: Wishes & Pick<Preferences, "topics">;
  readonly kept: Preferences;
  readonly notifications: Notifications;
  /** ISO date. */
  readonly today: string;
  /** `loading` until it has been read; undefined where that failed. */
  readonly known: Known | "loading" | undefined;
  /** Whether erasing waits for a yes. */
  readonly asking: boolean;
  /** What has just happened, to be read out. */
  readonly status: string | undefined;
  /** For a purpose, and for each of its services. */
  readonly answer: (purpose: Purpose, yes: boolean) => void;
  readonly answerService: (id: string, yes: boolean) => void;
  readonly prefer: (preferences: View["preferences"]) => void;
  /** Asks the browser, in the very press that wants it, and turns push on where it agrees. */
  readonly allowPush: () => void;
  /** Without answers: those of the switches. */
  readonly save: (all?: boolean) => void;
  readonly download: () => void;
  readonly ask: (asking: boolean) => void;
  readonly forget: (interest: Known["interests"][number]) => void;
  readonly erase: () => void;
  readonly close: () => void;
}
