/** What only sites with a snapshot need of the engine: the right experiences on the page, and left for the next one. */
import type { CreateExperiences } from "../experiences.ts";
import { chooseExperiences } from "../plan.ts";
import { foresee } from "./foresee.ts";

/** How far ahead a page looks that is left. */
const TURNS = 8;

export const createEarlyExperiences: CreateExperiences = (part, host, elapse, standingOf) => {
  const { slots, consent, now, guard, toJson } = host;
  /** Leaves for the next page what is shown, and what that many turns of time will make of it. */
  let leave: ((turns: number) => void) | undefined;
  host.onHidden(
    guard(() => {
      // Another tab may have withdrawn: then there is nothing to be left.
      consent.lookAgain();
      // Not with every event: all of these turns together take as long as many.
      leave?.(TURNS);
    }),
  );
  return (standing, life, context) => {
    if (!standing || !life || !context) {
      leave = undefined;
      slots?.show();
      return;
    }
    const chosen = chooseExperiences(part.experiences, standing);
    const phases = (turns: number) => foresee({ ...part, elapse, standingOf, toJson }, life, context, now(), turns);
    slots?.show(chosen, phases(1));
    leave = (turns) => slots?.isShown(chosen) && slots.show(chosen, phases(turns));
  };
};
