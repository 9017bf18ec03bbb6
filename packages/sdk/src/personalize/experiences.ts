/** What only sites with experiences need: the right ones on the page, wherever the visitor stands. */
import type { CompiledExperience, Standing } from "@ghostlight/rules";
import type { Reporter } from "../env/report.ts";
import { createSlots } from "./apply.ts";
import { chooseExperiences } from "./plan.ts";

/** Shows what is for a visitor who stands there; for nobody in particular, what the site itself shows. */
export type CreateExperiences = (
  experiences: readonly CompiledExperience[],
  note: Reporter["note"],
) => (standing?: Standing) => void;

export const createExperiences: CreateExperiences = (experiences, note) => {
  const slots = createSlots(note);
  return (standing) => slots.show(standing ? chooseExperiences(experiences, standing) : new Map());
};
