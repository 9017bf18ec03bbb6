/** What the dialogs are given: functions and facts, never the client. */
import type { Purpose } from "@ghostlight/rules";
import type { ConsentState } from "../consent/consent.ts";
import type { Preferences, Wishes } from "../consent/preferences.ts";
import type { Guard } from "../env/guard.ts";
import type { Reporter } from "../env/report.ts";
import type { auditDialog } from "./audit/apply.ts";
import type { createDialog } from "./dialog/mount.ts";
import type { holdPage } from "./modal/apply.ts";

export interface BannerHost {
  /** What was answered before; undefined: nothing. */
  readonly answered: boolean | undefined;
  /** The purposes that the answer is about: no others are named. */
  readonly asked: readonly Purpose[];
  /** Whether the visitor opened it: only then does the focus go there, unless it is modal. */
  readonly focus: boolean;
  /** Whether a Global Privacy Control signal is honoured. */
  readonly gpc: boolean;
  readonly guard: Guard;
  readonly note: Reporter["note"];
  readonly answer: (yes: boolean) => void;
  /** The answers are not drawn alike: looks whether the theme leaves both their weight. */
  readonly audit: (dialog: Parameters<typeof auditDialog>[1]) => void;
  /** Opens the preference center. */
  readonly choose: () => void;
  /** × and Escape. What that means depends on the law in force and on what was answered: the host knows. */
  readonly close: () => void;
}

/** What is kept about the visitor on this device. */
export interface Known {
  readonly stage?: string;
  /** Ids of the groups the visitor is in. */
  readonly segments: readonly string[];
  /** What stages and groups are called, as `stage_lead` and `segment_fans`. */
  readonly names: Readonly<Record<string, string>>;
  /** What a group rests on, by its id. */
  readonly reasons: Readonly<Record<string, readonly string[]>>;
  /** What the visitor turned out to like, the strongest first. */
  readonly interests: readonly { readonly affinity: string; readonly value: string }[];
  /** Everything, for export as JSON. */
  readonly data: unknown;
}

export interface CenterHost {
  /** What the dialog has already: it opens the center, which brings no second copy along. */
  readonly createDialog: typeof createDialog;
  readonly holdPage: typeof holdPage;
  readonly state: () => ConsentState;
  readonly guard: Guard;
  readonly note: Reporter["note"];
  /** The choice for every purpose that is asked, and for services; those left out follow their purpose. */
  readonly save: (answers: Readonly<Record<Purpose, boolean>>, services: Readonly<Record<string, boolean>>) => void;
  readonly close: () => void;
  readonly profile: {
    /** Undefined where it cannot be read. */
    readonly export: () => Promise<Known | undefined>;
    readonly erase: () => Promise<void>;
    /** The visitor does, or does not, want to be known for that. */
    readonly interest: (affinity: string, value: string, wanted: boolean) => Promise<void>;
  };
  readonly preferences: {
    readonly get: () => Promise<Preferences>;
    readonly set: (wishes: Wishes) => Promise<void>;
  };
}
