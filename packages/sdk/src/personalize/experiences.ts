/** What only sites with experiences need: the right ones on the page, wherever the visitor stands. */
import type { Context, EnginePart, elapse, Life, Standing, standingOf } from "@ghostlight/rules";
import type { Guard } from "../env/guard.ts";
import type { Reporter } from "../env/report.ts";
import { createSlots } from "./apply.ts";
import type { Slots } from "./early/apply.ts";
import { chooseExperiences } from "./plan.ts";

export interface ExperiencesHost {
  readonly note: Reporter["note"];
  readonly guard: Guard;
  readonly now: () => number;
  readonly toJson: (value: unknown) => string;
  readonly onHidden: (run: () => void) => void;
  readonly consent: { readonly lookAgain: () => void };
  /** For a site whose slots are filled before the engine comes: put here by what fills them. */
  slots?: Slots | undefined;
}

/**
 * Shows what is for a visitor who stands there, on account of that life in these circumstances; for nobody in
 * particular, what the site itself shows.
 */
export type CreateExperiences = (
  part: Pick<EnginePart, "plan" | "experiences">,
  host: ExperiencesHost,
  ...rules: readonly [typeof elapse, typeof standingOf]
) => (standing?: Standing, life?: Life, context?: Context) => void;

export const createExperiences: CreateExperiences = ({ experiences }, { note }) => {
  const slots = createSlots(note);
  return (standing) => slots.show(standing ? chooseExperiences(experiences, standing) : new Map());
};
