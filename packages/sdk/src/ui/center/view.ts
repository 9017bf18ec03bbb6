/** What the center shows, and what can be done in it: the components only draw this. */
import type { CenterPart, Purpose } from "@ghostlight/rules";
import type { Preferences } from "../../consent/preferences.ts";
import type { Known } from "../host.ts";

export interface View {
  readonly part: CenterPart;
  readonly gpc: boolean;
  readonly answers: Readonly<Record<Purpose, boolean>>;
  readonly preferences: Preferences;
  /** `loading` until it has been read; undefined where that failed. */
  readonly known: Known | "loading" | undefined;
  /** Whether erasing waits for a yes. */
  readonly asking: boolean;
  /** What has just happened, to be read out. */
  readonly status: string | undefined;
  readonly answer: (purpose: Purpose, yes: boolean) => void;
  readonly prefer: (preferences: Preferences) => void;
  /** Without answers: those of the switches. */
  readonly save: (all?: boolean) => void;
  readonly download: () => void;
  readonly ask: (asking: boolean) => void;
  readonly erase: () => void;
  readonly close: () => void;
}
