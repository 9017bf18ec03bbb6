/** The answers that a layer can give in one go. They come with the layer: the entry needs none of them. */
import type { Answer, Purpose } from "@ghostlight/rules";
import type { Consent } from "./consent.ts";

type Answers = Readonly<Record<Purpose, Answer>>;

function withAll(answers: Answers, purposes: readonly Purpose[], answer: Answer): Answers {
  return { ...answers, ...Object.fromEntries(purposes.map((purpose) => [purpose, answer])) };
}

/**
 * The same answer to every question that is open; where none is, to all that are granted or refused. What is not asked,
 * such as what Global Privacy Control denies, stays as it is.
 */
export function answerAll({ look, write }: Pick<Consent, "look" | "write">, yes: boolean): void {
  const { open, answers, granted } = look();
  const asked = open.length ? open : [...new Set([...Object.keys(answers), ...granted])];
  write(withAll(answers, asked, yes));
}

/** A yes to this one; the others stay as they are, also unanswered. */
export function allowOne({ look, write }: Pick<Consent, "look" | "write">, purpose: Purpose): void {
  write(withAll(look().answers, [purpose], true));
}

/** The visitor was told and has not objected: not asked again where the law opts them in; no answer where it does not. */
export function dismissAll({ look, write }: Pick<Consent, "look" | "write">): void {
  const { open, answers } = look();
  write(withAll(answers, open, null));
}
